import { base64, base64Inside, bytesOf, type Encoding } from './encodings';
import { type PatternPart, plainTextOf, withDashes } from './textPattern';
import { Unsupported } from './unsupported';
import { type Relation, relations, type TimePart, timeParts } from './valueTest';

/** What is told of the whole item by its modifiers, besides what becomes of its values. */
export interface Kind {
  all: boolean;
  neq: boolean;
  cased: boolean;
  exists: boolean;
  re: boolean;
  cidr: boolean;
  fieldref: boolean;
  anyCase: boolean;
  lines: boolean;
  dotAll: boolean;
  relation: Relation | undefined;
  part: TimePart | undefined;
  /** It has placeholders, in whose place something else is to be put. */
  expand: boolean;
  /** Values become other texts. */
  encodes: boolean;
  /** Between what the text of a field reference may stand. */
  before: boolean;
  behind: boolean;
  readonly changes: Change[];
}

/** What becomes of a text, one after the other. */
export type Change = (texts: readonly Texted[]) => readonly Texted[];
export type Texted = readonly PatternPart[] | { readonly bytes: readonly number[] };

const FLAGS: Readonly<Record<string, (kind: Kind) => void>> = {
  all: (kind) => {
    kind.all = true;
  },
  neq: (kind) => {
    kind.neq = true;
  },
  cased: (kind) => {
    kind.cased = true;
  },
  exists: (kind) => {
    kind.exists = true;
  },
  re: (kind) => {
    kind.re = true;
  },
  i: (kind) => {
    kind.anyCase = true;
  },
  m: (kind) => {
    kind.lines = true;
  },
  s: (kind) => {
    kind.dotAll = true;
  },
  cidr: (kind) => {
    kind.cidr = true;
  },
  fieldref: (kind) => {
    kind.fieldref = true;
  },
  contains: (kind) => {
    kind.before = true;
    kind.behind = true;
    kind.changes.push(surrounded(true, true));
  },
  startswith: (kind) => {
    kind.behind = true;
    kind.changes.push(surrounded(false, true));
  },
  endswith: (kind) => {
    kind.before = true;
    kind.changes.push(surrounded(true, false));
  },
  expand: (kind) => {
    kind.expand = true;
  },
  windash: (kind) => {
    kind.encodes = true;
    kind.changes.push((texts) => texts.map((each) => ('bytes' in each ? each : withDashes(each))));
  },
  base64: (kind) => {
    kind.encodes = true;
    kind.changes.push((texts) => texts.map((each) => [{ text: base64(plainBytes(each, 'base64')) }]));
  },
  base64offset: (kind) => {
    kind.encodes = true;
    kind.changes.push((texts) =>
      texts.flatMap((each) => base64Inside(plainBytes(each, 'base64offset')).map((text) => [{ text }])),
    );
  },
  utf16: encoded('utf16'),
  utf16le: encoded('utf16le'),
  utf16be: encoded('utf16be'),
  wide: encoded('utf16le'),
};

function encoded(encoding: Encoding): (kind: Kind) => void {
  return (kind) => {
    kind.encodes = true;
    kind.changes.push((texts) =>
      texts.map((each) => ({ bytes: 'bytes' in each ? each.bytes : bytesOf(plain(each, encoding), encoding) })),
    );
  };
}

function plain(parts: readonly PatternPart[], modifier: string): string {
  const text = plainTextOf(parts);
  if (text === undefined) throw new Unsupported(`It has a wildcard in a value of ${modifier}, which has no meaning.`);
  return text;
}

function plainBytes(value: Texted, modifier: string): readonly number[] {
  return 'bytes' in value ? value.bytes : bytesOf(plain(value, modifier), 'utf8');
}

/** Lets anything stand before or behind. */
export function surrounded(before: boolean, behind: boolean): Change {
  return (texts) =>
    texts.map((each) => [
      ...(before ? ANY : []),
      ...('bytes' in each ? asText(each.bytes) : each),
      ...(behind ? ANY : []),
    ]);
}

const ANY: readonly PatternPart[] = ['any'];

/** Bytes that nothing else is made of stand for the characters of their numbers. */
export function asText(bytes: readonly number[]): readonly PatternPart[] {
  return bytes.length === 0 ? [] : [{ text: bytes.map((byte) => String.fromCharCode(byte)).join('') }];
}

/**
 * What modifiers make of an item.
 *
 * @throws Unsupported
 */
export function kindOf(modifiers: readonly string[]): Kind {
  const kind: Kind = {
    all: false,
    neq: false,
    cased: false,
    exists: false,
    re: false,
    cidr: false,
    fieldref: false,
    anyCase: false,
    lines: false,
    dotAll: false,
    relation: undefined,
    part: undefined,
    expand: false,
    encodes: false,
    before: false,
    behind: false,
    changes: [],
  };
  for (const modifier of modifiers) {
    if (Object.hasOwn(relations, modifier)) kind.relation = modifier as Relation;
    else if (Object.hasOwn(timeParts, modifier)) kind.part = modifier as TimePart;
    else if (Object.hasOwn(FLAGS, modifier)) FLAGS[modifier]?.(kind);
    else throw new Unsupported(`It uses the modifier ${modifier}, which is not known.`);
  }
  if ((kind.anyCase || kind.lines || kind.dotAll) && !kind.re)
    throw new Unsupported('It uses i, m or s without re before it.');
  const isOther = kind.re || kind.cidr || kind.fieldref || kind.exists || kind.relation !== undefined;
  if (isOther && kind.encodes) throw new Unsupported(`It uses ${modifiers.join('|')}, which do not go together.`);
  return kind;
}
