import type { FieldName } from '../query/fields';

/**
 * What a value of a record is a name of, and where the same name stands in other events: the fields of questions that hold it.
 * Words are for users.
 */
export const nameKinds = {
  key: { words: 'access key', fields: ['key', 'names'] },
  principal: { words: 'principal', fields: ['id', 'names'] },
  identity: { words: 'identity', fields: ['arn', 'issuer', 'names'] },
  session: { words: 'session', fields: ['session'] },
  address: { words: 'address', fields: ['address', 'names'] },
  agent: { words: 'program', fields: ['agent'] },
  event: { words: 'event', fields: ['event'] },
  request: { words: 'request', fields: ['request'] },
  shared: { words: 'shared event', fields: ['shared'] },
  account: { words: 'account', fields: ['account'] },
  invoker: { words: 'calling service', fields: ['invokedby'] },
  service: { words: 'service', fields: ['service'] },
  action: { words: 'action', fields: ['action'] },
  error: { words: 'error', fields: ['error'] },
  region: { words: 'Region', fields: ['region'] },
  thing: { words: 'name', fields: ['names'] },
} as const satisfies Readonly<Record<string, { readonly words: string; readonly fields: readonly FieldName[] }>>;

export type NameKind = keyof typeof nameKinds;

/** A value of a record that other events name, too. Texts are as the log has them, not escaped. */
export interface Name {
  readonly kind: NameKind;
  readonly text: string;
  /** The WorkMail organization that the record is of, within which names mean something; empty where it does not say. */
  readonly organizationId: string;
  /** The ARN of the session that signed the call, where the name is its access key. */
  readonly session: string | undefined;
}
