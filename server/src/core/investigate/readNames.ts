import { nameLists } from '../../generated/nameLists';
import { at, memberOf, objectOf } from '../explain/members';
import { once } from '../once';
import { mayHoldRecords } from '../read/recognize';
import type { JsonObject, JsonValue } from '../record';
import { jsonTexts } from './jsonTexts';
import type { NamedId, NameLists, Naming } from './nameLists';
import { countText } from './report/page';

/** What came of reading a list of names. Sentences are in our own words: nothing of the list stands in them but plain words. */
export interface NamesRead {
  readonly ids: readonly NamedId[];
  /** What is left out, and why. */
  readonly notes: readonly string[];
  /** Why it names nothing: what was found, and what is expected. */
  readonly refused?: string;
}

/** Nothing that WorkMail calls something is longer. UTF-16 units. */
const LONGEST = 512;

const known = once<NameLists>(() => nameLists());

/** Which files are wanted, as a sentence for users. */
export function expectedNames(): string {
  const commands = known()
    .lists.slice(0, 4)
    .map(({ command }) => command);
  return `Expected is what the AWS CLI prints as JSON for ${commands.join(', ')} or a describe command, such as: aws workmail list-users --organization-id m-… --output json > users.json`;
}

/**
 * Reads what the AWS CLI prints for `list-users`, `describe-user` and the like, as `schemas/nameLists.json` knows it. Of a text that was
 * cut off, all whole entries are read.
 *
 * @param text of a file, whatever it is
 */
export function readNames(text: string): NamesRead {
  const { values, isCut, wrongAt } = jsonTexts(text);
  const ids: NamedId[] = [];
  const notes: string[] = [];
  const nameless = new Set<string>();
  let without = 0;
  for (const value of values) {
    for (const { entries, namings } of listsIn(value)) {
      for (const entry of entries) {
        const id = namedBy(entry, namings);
        if (id === undefined) without++;
        else ids.push(id);
      }
    }
    for (const { member, command, reason } of known().nameless) {
      if (objectOf(value) !== undefined && at(value, member) !== undefined)
        nameless.add(`This is an answer of ${command}. ${reason}`);
    }
  }
  if (ids.length === 0) return { ids, notes, refused: refusal({ text, values, isCut, wrongAt, without, nameless }) };
  notes.push(...nameless);
  if (isCut)
    notes.push('It is cut off in the midst of its JSON: only the names before that are known. Take the list again.');
  else if (wrongAt !== undefined)
    notes.push(`From ${placeIn(text, wrongAt)} on it is no JSON: only the names before that are known.`);
  if (without > 0)
    notes.push(
      `${countText(without, 'entry has', 'entries have')} no id or no name and ${without === 1 ? 'is' : 'are'} left out.`,
    );
  return { ids, notes };
}

/** Entries, and what may tell of them. */
interface List {
  readonly entries: readonly JsonValue[];
  readonly namings: readonly Naming[];
}

/** The lists of an answer; an answer that is one thing counts as a list of it. */
function* listsIn(value: JsonValue): Generator<List> {
  if (isList(value)) {
    yield { entries: value, namings: known().entries };
    return;
  }
  const object = objectOf(value);
  if (object === undefined) return;
  const members = new Set(known().lists.map(({ member }) => member));
  let hasList = false;
  for (const member of members) {
    const entries = at(object, member);
    if (!isList(entries)) continue;
    hasList = true;
    yield { entries, namings: known().lists.filter((list) => list.member === member) };
  }
  const single = hasList ? undefined : known().entries.find(({ id }) => textIn(object, id) !== undefined);
  if (single !== undefined) yield { entries: [object], namings: [single] };
}

function namedBy(entry: JsonValue, namings: readonly Naming[]): NamedId | undefined {
  const object = objectOf(entry);
  const naming = object && namings.find(({ id }) => textIn(object, id) !== undefined);
  if (object === undefined || naming === undefined) return undefined;
  const { kind, names, shown = [], addresses = [], gone } = naming;
  const named = {
    id: textIn(object, naming.id) ?? '',
    kind,
    names: textsIn(object, names),
    addresses: textsIn(object, addresses),
    shown: textsIn(object, shown),
    organizationId: kind === 'organization' ? '' : (textIn(object, 'OrganizationId') ?? ''),
    isGone: gone?.values.includes(textIn(object, gone.member) ?? '') === true,
  };
  return named.names.length + named.addresses.length + named.shown.length === 0 ? undefined : named;
}

function textsIn(object: JsonObject, members: readonly string[]): readonly string[] {
  const texts = members.flatMap((member) => textIn(object, member) ?? []);
  return texts.length < 2 ? texts : Array.from(new Set(texts));
}

function textIn(object: JsonObject, member: string): string | undefined {
  const text = memberOf(object, member);
  return typeof text === 'string' && text.trim() !== '' && text.length <= LONGEST ? text : undefined;
}

/** What is known of a text that names nothing. */
interface Nothing {
  readonly text: string;
  readonly values: readonly JsonValue[];
  readonly isCut: boolean;
  readonly wrongAt: number | undefined;
  readonly without: number;
  readonly nameless: ReadonlySet<string>;
}

function refusal({ text, values, isCut, wrongAt, without, nameless }: Nothing): string {
  const expected = expectedNames();
  if (text.trim() === '' || text === '\ufeff') return `It is empty. ${expected}`;
  if (nameless.size > 0) return `${Array.from(nameless).join(' ')} ${expected}`;
  if (mayHoldRecords(text)) return `It is a CloudTrail log, which is opened and not added. ${expected}`;
  if (isCut) return `It is cut off in the midst of its JSON, before the first whole entry. ${expected}`;
  if (wrongAt !== undefined) return `It is no JSON from ${placeIn(text, wrongAt)} on. ${expected}`;
  if (values.some((value) => Array.from(listsIn(value)).some(({ entries }) => entries.length === 0)))
    return `Its list is empty. ${expected}`;
  if (without > 0)
    return `It has ${countText(without, 'entry', 'entries')}, of which none has both an id and a name. ${expected}`;
  return `It is JSON ${foundWords(values[0])}. ${expected}`;
}

const MOST_MEMBERS = 5;

/** Names of members that are plain words; nothing else of the file is told. */
function foundWords(value: JsonValue | undefined): string {
  const object = objectOf(value);
  if (object === undefined)
    return isList(value) ? 'with a list of something else' : 'that is neither an object nor a list';
  const members = Object.keys(object).filter((name) => /^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(name));
  if (members.length === 0) return 'without a list of names';
  const first = members.slice(0, MOST_MEMBERS).join(', ');
  return `with ${first}${members.length > MOST_MEMBERS ? ' …' : ''} and no list of names`;
}

/** One based. */
function placeIn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, character ${(before.at(-1)?.length ?? 0) + 1}`;
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
