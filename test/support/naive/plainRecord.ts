import type { PlainAction, PlainNode, PlainSchemas } from './plainSchemas';

/** A record of a generated log, and the log as it stands. */
export interface StoredRecord {
  readonly uri: string;
  readonly index: number;
  /** Its characters in the log, and the record as they are read. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What the text says, or said before it was damaged. */
  readonly event: Json;
  /** `lost`: what mends it takes characters away, so that nobody can tell what else there was. */
  readonly damage: 'none' | 'missing' | 'lost';
}

export type Json = Readonly<Record<string, unknown>>;

/** What an event teaches: so an id is called in an organization, or is no more. */
export interface Lesson {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly isAddress: boolean;
  readonly isTaken: boolean;
}

/** What questions ask of a record, each told from its JSON. A text that it does not have is empty. */
export interface Plain {
  readonly record: StoredRecord;
  /** In milliseconds; infinite where it can't be read. */
  readonly time: number;
  readonly outcome: 'succeeded' | 'failed' | 'unknown';
  readonly texts: Readonly<Record<string, string>>;
  readonly organization: string;
  readonly made: readonly string[];
  /** With what was made and what was acted upon. */
  readonly named: readonly string[];
  readonly targets: readonly string[];
  readonly lessons: readonly Lesson[];
  /** A VPC endpoint tells of a call of WorkMail. */
  readonly isWitness: boolean;
}

export const textAt = (value: unknown, ...path: readonly (string | number)[]): string => {
  let found = value;
  for (const step of path) found = Object(found)[step];
  return typeof found === 'string' ? found : '';
};

export const serviceOf = (event: Json): string => textAt(event, 'eventSource').replace(/\.amazonaws\.com$/, '');

export function plainOf(schemas: PlainSchemas, record: StoredRecord): Plain {
  const { event, damage } = record;
  const service = serviceOf(event);
  const action = textAt(event, 'eventName');
  const isFailed = textAt(event, 'errorCode') !== '' || textAt(event, 'errorMessage') !== '';
  const outcome = isFailed ? 'failed' : damage === 'lost' ? 'unknown' : 'succeeded';
  const schema = service === 'workmail' ? schemas.action(action) : undefined;
  const things = schemas.things(service, action);
  const made = new Set(outcome === 'succeeded' ? (things.makes ?? []).flatMap((place) => leadsTo(event, place)) : []);
  // What a call that failed would have made is named by it all the same.
  const named = new Set([...(things.makes ?? []), ...(things.names ?? [])].flatMap((place) => leadsTo(event, place)));
  const targets: string[] = [];
  for (const side of ['requestParameters', 'responseElements'] as const) {
    if (schema === undefined) continue;
    for (const text of telling(event[side], schema[side])) named.add(text);
  }
  for (const [name, node] of Object.entries(schema?.requestParameters.properties ?? {})) {
    const text = textAt(event, 'requestParameters', name);
    if (node.isTarget && text !== '') targets.push(text);
  }
  const time = Date.parse(textAt(event, 'eventTime'));
  return {
    record,
    time: Number.isNaN(time) ? Number.POSITIVE_INFINITY : time,
    outcome,
    texts: textsOf(event, service),
    organization: service === 'workmail' ? organizationOf(event) : '',
    made: [...made],
    named: [...made, ...named, ...targets],
    targets,
    lessons: outcome === 'succeeded' && schema !== undefined ? lessonsOf(event, action, schema) : [],
    isWitness: service === 'workmail' && textAt(event, 'eventCategory') === 'NetworkActivity',
  };
}

export const organizationOf = (event: Json): string =>
  textAt(event, 'requestParameters', 'organizationId') || textAt(event, 'responseElements', 'organizationId');

/** By the names of the fields of questions. */
function textsOf(event: Json, service: string): Plain['texts'] {
  const identity = (...path: readonly string[]): string => textAt(event, 'userIdentity', ...path);
  const issuer = (name: string): string => identity('sessionContext', 'sessionIssuer', name);
  return {
    key: identity('accessKeyId'),
    id: identity('principalId'),
    arn: identity('arn'),
    issuer: issuer('arn') || issuer('userName'),
    session: /:assumed-role\/[^/]*\/(.*)$/.exec(identity('arn'))?.[1] ?? '',
    invokedby: identity('invokedBy'),
    address: textAt(event, 'sourceIPAddress'),
    agent: textAt(event, 'userAgent'),
    event: textAt(event, 'eventID'),
    request: textAt(event, 'requestID'),
    shared: textAt(event, 'sharedEventID'),
    account: textAt(event, 'recipientAccountId'),
    service,
    action: textAt(event, 'eventName'),
    error: textAt(event, 'errorCode'),
    region: textAt(event, 'awsRegion'),
  };
}

/** The texts at the end of `a.b[].c`. */
function leadsTo(event: Json, place: string): readonly string[] {
  let found: readonly unknown[] = [event];
  for (const step of place.split('.')) {
    const members = found.map((value) => Object(value)[step.replace('[]', '')]);
    found = step.endsWith('[]') ? members.flat() : members;
  }
  return found.filter((value): value is string => typeof value === 'string' && value !== '');
}

/** Texts that stand where a schema has an id or a name. */
function telling(value: unknown, node: PlainNode | undefined): readonly string[] {
  if (node === undefined || node.isSecret) return [];
  if (typeof value === 'string') return (node.id ?? node.name) === undefined || value === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((entry) => telling(entry, node.items));
  return Object.entries(Object(value)).flatMap(([name, member]) => telling(member, node.properties[name]));
}

interface Scope {
  readonly ids: { readonly kind: string; readonly text: string }[];
  readonly names: { readonly kind: string; readonly text: string; readonly isAddress: boolean }[];
}

const MAIL = ['user', 'group', 'resource', 'entity'];

/** Names and ids of one object belong together; the tops of request and answer are one. */
function lessonsOf(event: Json, action: string, schema: PlainAction): readonly Lesson[] {
  const top: Scope = { ids: [], names: [] };
  const scopes = [top];
  const look = (value: unknown, node: PlainNode | undefined, scope: Scope): void => {
    if (node === undefined || node.isSecret || value === null || value === undefined) return;
    if (typeof value === 'string') {
      if (value === '') return;
      if (node.name !== undefined) scope.names.push({ kind: node.name, text: value, isAddress: false });
      if (node.id === 'email') scope.names.push({ kind: 'entity', text: value, isAddress: true });
      else if (node.id !== undefined) scope.ids.push({ kind: node.id, text: value });
      return;
    }
    const inside = (member: unknown): Scope => {
      if (typeof member !== 'object' || member === null || Array.isArray(member)) return scope;
      const opened: Scope = { ids: [], names: [] };
      scopes.push(opened);
      return opened;
    };
    if (Array.isArray(value)) for (const entry of value) look(entry, node.items, inside(entry));
    else
      for (const [name, member] of Object.entries(Object(value))) look(member, node.properties[name], inside(member));
  };
  look(event.requestParameters, schema.requestParameters, top);
  look(event.responseElements, schema.responseElements, top);
  return scopes.flatMap(({ ids, names }) =>
    names.flatMap(({ kind, text, isAddress }) => {
      const isOf = (other: string): boolean =>
        other === kind || (MAIL.includes(other) && MAIL.includes(kind) && [other, kind].includes('entity'));
      const fitting = ids.filter((id) => isOf(id.kind) && id.text !== text);
      const plain = fitting.filter((id) => !id.text.startsWith('arn:'));
      if (new Set((plain.length === 0 ? fitting : plain).map((id) => id.text)).size !== 1) return [];
      return fitting.map((id) => ({ id: id.text, kind, name: text, isAddress, isTaken: action.startsWith('Delete') }));
    }),
  );
}
