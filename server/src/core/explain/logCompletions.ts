/** What may be written at a place of a log that somebody types in. */
import { actionSchemas, catalog, words } from '../../generated/schemas';
import type { JsonType, SchemaNode } from '../check/schemaTypes';
import { serviceNamed } from '../check/service';
import { nextSign, type TypedPlace, typedPlace } from '../read/typedPlace';
import { type EventRecord, isMailCall, type JsonPath, type Service } from '../record';
import { typeWords } from './fieldWords';
import { at, objectOf } from './members';
import { choiceOf } from './snippets';
import { entryService, fieldAt, knownAction } from './words';

/** Something that may be written. */
export interface LogCompletion {
  readonly kind: 'field' | 'value' | 'action';
  readonly label: string;
  /** What is put there, in the syntax of snippets where it `isSnippet`. */
  readonly text: string;
  readonly isSnippet: boolean;
  /** What has to be typed to find it, as the text begins that gives way. */
  readonly filter: string;
  /** In a few words; empty for none. */
  readonly detail: string;
  /** Our own words, Markdown; empty for none. */
  readonly description: string;
}

/** All of it, for one place. UTF-16 offsets of the text that was looked at. */
export interface LogCompletions {
  readonly start: number;
  readonly end: number;
  /** The most useful first. */
  readonly items: readonly LogCompletion[];
}

/** The part of a log in which somebody types. */
export interface TypedText {
  /** From the beginning of the record before the place or around it, to the next one. */
  readonly text: string;
  readonly offset: number;
  /** The record that begins where the text does, as far as it could be read; undefined for none. */
  readonly record: EventRecord | undefined;
}

/** A log has no value of more choices that a list is of use for; the rest is typed. */
const MOST_CHOICES = 40;

/**
 * The fields of the envelope, of who acted and of the parameters and answer of the action, where a key is typed; names of actions,
 * of services and of Regions, codes of errors and values of closed lists, where a value is. Fields that are there already are left
 * out. Works by what stands before the place, so that it does not matter that the text is broken there.
 *
 * @returns undefined where nothing is known that may be written
 */
export function logCompletions(typed: TypedText, withSnippets: boolean): LogCompletions | undefined {
  const place = typedPlace(typed.text, typed.offset);
  if (place === undefined) return undefined;
  const record = recordAround(typed, place);
  const path = typed.record === undefined ? pathInEvent(place) : place.path;
  const inEvent = { ...place, path };
  const quoted = typed.text.charAt(place.start) === '"';
  const items =
    place.part === 'key'
      ? keysFor(typed, inEvent, record, withSnippets)
      : valuesFor(inEvent, record).map((value) => valueItem(value, quoted));
  const known = items.map((item) => (item.kind === 'field' && quoted ? { ...item, filter: `"${item.label}"` } : item));
  return known.length === 0 ? undefined : { start: place.start, end: place.end, items: known };
}

/** Without what the list of events hangs in, where no event stands before the place. */
function pathInEvent({ path }: TypedPlace): TypedPlace['path'] {
  if (typeof path[0] === 'number') return path.slice(1);
  return typeof path[0] === 'string' && /^records$/i.test(path[0]) && typeof path[1] === 'number'
    ? path.slice(2)
    : path;
}

const EMPTY: EventRecord = {
  index: 0,
  start: 0,
  end: 0,
  form: 'object',
  event: undefined,
  service: 'other',
  action: undefined,
  malformed: 'syntax',
  problems: [],
  mends: [],
};

/** The record that is being typed, with its action as far as anything tells it. */
function recordAround({ text, record = EMPTY }: TypedText, { root }: TypedPlace): EventRecord {
  const own = root === 0 ? record : EMPTY;
  if (own.action !== undefined) return own;
  const written = text.slice(root);
  const source = writtenValue(written, 'eventSource');
  const name = writtenValue(written, 'eventName') ?? '';
  const entry = catalog().get(name);
  const service: Service =
    source !== undefined ? serviceNamed(source) : entry === undefined ? 'other' : entryService(entry);
  return { ...own, service, action: !isMailCall(service) || name === '' ? undefined : { service, name } };
}

/** The first value of a field, read from text that may be broken. */
function writtenValue(text: string, field: 'eventSource' | 'eventName'): string | undefined {
  return new RegExp(`"${field}"\\s*:\\s*"([\\w.]{1,100})"`).exec(text)?.[1];
}

function keysFor(
  { text, record: read }: TypedText,
  place: TypedPlace,
  record: EventRecord,
  withSnippets: boolean,
): readonly LogCompletion[] {
  const node = nodeOf(record, place.path);
  const written = text.slice(place.start, place.end).replaceAll('"', '');
  const there = new Set(place.names);
  const holder = place.root === 0 ? objectOf(at(read?.event, ...place.path)) : undefined;
  for (const name of Object.keys(holder ?? {})) there.add(name);
  // What is being typed may be a key that is there.
  there.delete(written);
  const sign = nextSign(text, place.end);
  const fields = Array.from(node?.properties ?? []).filter(([name]) => !there.has(name));
  const required = new Set(node?.required);
  const isFirst = ([name, { 'x-missing': missing }]: readonly [string, SchemaNode]): boolean =>
    required.has(name) || missing === 'error';
  return [...fields.filter(isFirst), ...fields.filter((field) => !isFirst(field))].map(([name, field]) => ({
    kind: 'field',
    label: name,
    text: keyText(name, field, sign, withSnippets),
    isSnippet: withSnippets && sign !== ':',
    filter: name,
    detail: typeWords(field),
    description: field.description ?? '',
  }));
}

/** What is known of an object: of parameters and answers as a whole, the action's own file says it. */
function nodeOf(record: EventRecord, path: JsonPath): SchemaNode | undefined {
  const [side] = path;
  if (path.length !== 1 || (side !== 'requestParameters' && side !== 'responseElements'))
    return fieldAt(record, path).node;
  return actionSchemas().get(knownAction(record.action)?.name ?? '')?.[side];
}

/** @param sign the next one behind the key */
function keyText(name: string, node: SchemaNode, sign: string, withSnippets: boolean): string {
  const key = JSON.stringify(name);
  if (sign === ':') return key;
  if (!withSnippets) return `${key}: `;
  return `${key}: ${valueSnippet(node)}${sign === '"' ? ',' : ''}`;
}

function valueSnippet(node: SchemaNode): string {
  const [type] = typesOf(node);
  const texts = (node.enum ?? []).filter((value) => typeof value === 'string');
  if (type === 'object') return '{$1}';
  if (type === 'array') return '[$1]';
  if (type === 'boolean') return choiceOf(1, ['true', 'false']);
  if (type !== 'string' && type !== undefined) return '$1';
  return texts.length === 0 || texts.length > MOST_CHOICES ? '"$1"' : `"${choiceOf(1, texts)}"`;
}

function typesOf({ type }: SchemaNode): readonly JsonType[] {
  return [type].flat().filter((name): name is JsonType => name !== undefined && name !== 'null');
}

/** A value with what is said of it. */
interface KnownValue {
  readonly value: string | number | boolean | null;
  readonly kind: 'value' | 'action';
  readonly detail: string;
  readonly description: string;
}

function valuesFor({ path }: TypedPlace, record: EventRecord): readonly KnownValue[] {
  const [field] = path;
  if (path.length === 1) {
    if (field === 'eventName') return actions(record);
    if (field === 'eventSource') return sources();
    if (field === 'awsRegion') return wordList(words().regions);
    if (field === 'errorCode') return errorCodes(record);
  }
  const { node } = fieldAt(record, path);
  if (node === undefined) return [];
  const { enum: values = [], enumDescriptions = [] } = node;
  const listed = values.map((value, place) => plain(value, enumDescriptions[place]));
  const types = [node.type].flat();
  const truth = types.includes('boolean') && values.length === 0 ? [plain(true), plain(false)] : [];
  return [...listed, ...truth, ...(types.includes('null') && !values.includes(null) ? [plain(null)] : [])];
}

function plain(value: KnownValue['value'], description = ''): KnownValue {
  return { value, kind: 'value', detail: '', description };
}

function wordList(list: ReadonlyMap<string, { readonly meaning: string }>): readonly KnownValue[] {
  return Array.from(list, ([value, { meaning }]) => plain(value, meaning));
}

/** Those of the service that the record names, else of both; those that only the console had once come last. */
function actions({ service, event }: EventRecord): readonly KnownValue[] {
  const isOther = service === 'other' && typeof objectOf(event)?.eventSource === 'string';
  const known = Array.from(catalog()).filter(([, entry]) =>
    service === 'other' ? !isOther : entryService(entry) === service,
  );
  const isApi = (name: string): boolean => actionSchemas().has(name);
  const inOrder = [...known.filter(([name]) => isApi(name)), ...known.filter(([name]) => !isApi(name))];
  return inOrder.map(([value, { access, weight, description }]) => {
    const how = access === 'unknown' ? [] : [access === 'read' ? 'reads' : 'changes'];
    return { value, kind: 'action', detail: [...how, `weight ${weight}`].join(', '), description };
  });
}

function sources(): readonly KnownValue[] {
  const names = new Set(Array.from(catalog().values(), ({ eventSource }) => eventSource));
  return Array.from(names, (value) => plain(value));
}

/** Those that the action declares come first. */
function errorCodes({ action }: EventRecord): readonly KnownValue[] {
  const declared = knownAction(action)?.entry.errors ?? [];
  const codes = new Set([...declared, ...words().errorCodes.keys()]);
  return Array.from(codes, (code) => plain(code, words().errorCodes.get(code)?.meaning));
}

/** @param isQuoted what gives way begins with a quote */
function valueItem({ value, kind, detail, description }: KnownValue, isQuoted: boolean): LogCompletion {
  const text = JSON.stringify(value);
  const label = String(value);
  return { kind, label, text, isSnippet: false, filter: isQuoted ? `"${label}"` : label, detail, description };
}
