// What is marked as pure is left out of the bundles that redact nothing.
import { envelopeFields } from '../../generated/envelopeFields';
import { redaction } from '../../generated/redaction';
import type { SchemaNode } from '../check/schemaTypes';
import { once } from '../once';
import type { FieldKind } from './redactionFile';

/** The lists of the file as sets: names of log fields are looked up in them. */
export const redactionWords = /* @__PURE__ */ once(() => {
  const { fields, arnWords, harmless, commonWords, topLevelDomains } = redaction();
  const kinds = new Map<string, FieldKind>();
  for (const [kind, names] of Object.entries(fields)) {
    for (const name of names) if (isFieldKind(kind)) kinds.set(spelling(name), kind);
  }
  return {
    kinds,
    arnWords: new Set(arnWords),
    // A table that holds records tells of their fields.
    harmless: new Set([...harmless, ...envelopeFields].map((word) => word.toLowerCase())),
    commonWords: new Set(commonWords.map((word) => word.toLowerCase())),
    topLevelDomains,
  };
});

const KINDS: readonly string[] = [
  'keep',
  'account',
  'principal',
  'name',
  'address',
  'host',
  'id',
  'arn',
  'secret',
  'text',
  'agent',
  'words',
] satisfies readonly FieldKind[];

function isFieldKind(kind: string): kind is FieldKind {
  return KINDS.includes(kind);
}

/** Tools write the same field as `userName`, `user_name`, `User name` or `userIdentity.userName`. */
function spelling(name: string): string {
  return name
    .slice(name.lastIndexOf('.') + 1)
    .toLowerCase()
    .replace(/[-_ ]/g, '');
}

/** Longer names are no fields that anybody has described. */
const LONGEST_NAME = 128;

/** `kindNamed` for many: the names of a log are few, and asked for a million times. */
export class NamedKinds {
  readonly #known = new Map<string, FieldKind | undefined>();

  of(name: string): FieldKind | undefined {
    const known = this.#known.get(name);
    if (known !== undefined || this.#known.has(name)) return known;
    const kind = kindNamed(name);
    if (this.#known.size < MOST_NAMES) this.#known.set(name, kind);
    return kind;
  }
}

const MOST_NAMES = 10_000;

/** What the field of a name holds, wherever it stands; undefined where nothing is known of it. */
export function kindNamed(name: string): FieldKind | undefined {
  return name.length > LONGEST_NAME ? undefined : redactionWords().kinds.get(spelling(name));
}

/**
 * What a parameter of WorkMail holds, as its schema tells: secrets, lists of known values, and what stands for somebody or
 * something.
 *
 * @returns undefined where the schema leaves it to the name
 */
export function kindOfNode(node: SchemaNode | undefined): FieldKind | undefined {
  if (node === undefined) return undefined;
  if (node['x-secret'] === true) return 'secret';
  if (node.enum !== undefined) return 'keep';
  switch (node['x-entity']) {
    case undefined:
      return node['x-entity-name'] === undefined ? undefined : 'name';
    case 'address':
      return 'address';
    case 'organization':
    case 'job':
    case 'device':
    case 'message':
    case 'directory':
      return 'id';
    default:
      return 'name';
  }
}
