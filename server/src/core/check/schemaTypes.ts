/**
 * The shapes of what `schemas/` holds, as the core reads it. `scripts/generate.mjs` turns those files into
 * `server/src/generated/schemas.ts`, which hands out values of these types; there is no other list of names.
 *
 * What has names is a Map: the names are looked up with keys from a log, and `constructor` is a possible key.
 */

/** The types that JSON Schema knows. */
export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

/** What an identifier or a name in a log stands for. The list is the one of `schemas/meta/node.json`. */
export const entityKinds = [
  'user',
  'group',
  'resource',
  'entity',
  'organization',
  'domain',
  'email',
  'address',
  'role',
  'rule',
  'job',
  'device',
  'token',
  'message',
  'bucket',
  'iamRole',
  'kmsKey',
  'lambda',
  'directory',
  'identityCenterApplication',
  'identityCenterInstance',
] as const;

export type EntityKind = (typeof entityKinds)[number];

/** What a schema says of a value beside what it holds. */
export interface SchemaWords {
  /** Absent only on the entries of a list, which the list describes. */
  readonly description?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly enum?: readonly (string | number | boolean | null)[];
  /** As long as `enum`, in the same order. */
  readonly enumDescriptions?: readonly string[];
  readonly required?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** The value is a secret: never shown, and never missed when it is absent or masked. */
  readonly 'x-secret'?: true;
  /** The eventVersion that brought the field. */
  readonly 'x-since'?: string;
  /** What is said when the field is absent from `x-since` on; nothing when this is absent. */
  readonly 'x-missing'?: 'error' | 'hint';
  /** Values of eventType whose records do without the field: `x-missing` does not hold there. */
  readonly 'x-absent-in'?: readonly string[];
  /** What CloudTrail does with a value that is too large. */
  readonly 'x-limit'?: string;
  /** The value identifies one of these. */
  readonly 'x-entity'?: EntityKind;
  /** The value names one of these. */
  readonly 'x-entity-name'?: EntityKind;
  /** The action acts upon what this names; the first in the order of the file counts most. */
  readonly 'x-target'?: true;
  /** A page of the AWS documentation. */
  readonly 'x-docs'?: string;
}

/** A value of a log as its schema describes it. References are already resolved: no `$ref`, no `allOf`. */
export interface SchemaNode extends SchemaWords {
  readonly properties?: ReadonlyMap<string, SchemaNode>;
  readonly items?: SchemaNode;
  /** Whether further names are known to be possible, or what a map of free names holds. */
  readonly additionalProperties?: boolean | SchemaNode;
}

/** Both sides of one API action. Console-only actions have none. */
export interface ActionSchema {
  readonly requestParameters: SchemaNode;
  readonly responseElements: SchemaNode;
}

/** How much a call matters to whoever investigates, the heaviest first. */
export type Weight = 'critical' | 'high' | 'medium' | 'low' | 'info';

/** What is known of one action, with or without a schema. */
export interface CatalogEntry {
  readonly eventSource: 'workmail.amazonaws.com' | 'workmailMessageFlow.amazonaws.com';
  readonly kind: 'api' | 'console-only' | 'console-only-retired';
  readonly group: string;
  readonly access: 'read' | 'write' | 'unknown';
  readonly iamAction: string;
  readonly description: string;
  /** Why an investigator cares, and where to look next. */
  readonly investigate: string;
  readonly weight: Weight;
  /** MITRE ATT&CK Enterprise techniques, possibly none. */
  readonly attack: readonly string[];
  /** Error codes the action declares; any other AWS error can still happen. */
  readonly errors: readonly string[];
  /** The value expected in the record; null where nothing is known. */
  readonly readOnly: boolean | null;
  /** Whether responseElements of a successful call holds anything. */
  readonly returns: 'object' | 'nothing' | 'unknown';
  readonly docs: string;
}

/** What one value means. Which of the optional members are there depends on the list. */
export interface Word {
  readonly meaning: string;
  /** What to look at next. */
  readonly next?: string;
  /** The name people use. */
  readonly name?: string;
  /** A regular expression for the flag `u` that recognises the value; where absent, the word itself is the value. */
  readonly pattern?: string;
  /** Of an access key. */
  readonly lifetime?: 'long-term' | 'temporary';
  /** Of an error code: whether WorkMail declares it, or any AWS call can end with it. */
  readonly modelled?: boolean;
  /** Of an identifier: what it stands for. */
  readonly entity?: EntityKind;
  /** Of a mark in place of a value: it is hidden, a part of it is, or it is left out for its size. */
  readonly kind?: 'redacted' | 'partly' | 'omitted';
}

/** Words in the order of the file; where words have patterns, the first that fits is meant. */
export type WordList = ReadonlyMap<string, Word>;

/** One list for each file of `schemas/words`. */
export interface Words {
  /** By errorCode. */
  readonly errorCodes: WordList;
  /** By the first four letters of an access key id or principal id. */
  readonly keyPrefixes: WordList;
  /** Marks that stand in place of a value, with patterns. */
  readonly markers: WordList;
  /** By eventSource, and by what sourceIPAddress and invokedBy say of AWS services, with patterns. */
  readonly sources: WordList;
  /** Forms of identifiers, with patterns. */
  readonly identifiers: WordList;
  /** What userAgent tells, with patterns. */
  readonly userAgents: WordList;
  /** By awsRegion: the Regions WorkMail runs in. */
  readonly regions: WordList;
}
