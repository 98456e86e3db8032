import { isObject } from '../../read/whole';
import type { JsonObject, JsonValue } from '../../record';
import { type Case, type CaseEntry, keyOf } from './case';
import { SKETCH_SIZE, type Sketch } from './sketch';

const FORMAT = 'workmail-trail-case';
const VERSION = 1;
const ABOUT =
  'What somebody wrote on the questions of WorkMail Trail about some logs. The sketch tells by the content of logs which these are; nothing else of them stands here.';

/** The text of the file of a case: JSON of the form of schemas/case.json, an entry a line. */
export function caseFileText({ sketch, entries }: Case): string {
  const head = { format: FORMAT, version: VERSION, about: ABOUT };
  const lines = entries.map(({ question, id, text, written }) => JSON.stringify({ question, id, text, written }));
  const list = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  return `${JSON.stringify(head, undefined, 2).slice(0, -2)},\n  "sketch": [${sketch.join(', ')}],\n  "entries": ${list}\n}\n`;
}

/**
 * Reads the file of a case.
 *
 * @returns a sentence that says what is wrong with it
 */
export function readCaseFile(text: string): Case | string {
  const file = parsed(text);
  if (file === undefined) return DAMAGED;
  if (!isObject(file) || file.format !== FORMAT) return 'It is no file of a case.';
  if (file.version !== VERSION) return 'It was written by another version of WorkMail Trail.';
  const sketch = sketchIn(file.sketch);
  const entries = entriesIn(file.entries);
  const isWhole = hasOnly(file, ['format', 'version', 'about', 'sketch', 'entries']) && typeof file.about === 'string';
  return isWhole && sketch !== undefined && entries !== undefined ? { sketch, entries } : DAMAGED;
}

const DAMAGED = 'It is damaged.';

/** The JSON that a text is; undefined where it is none. */
export function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** Whether an object has no other members: what a later writing would lose stands for another form of file. */
export function hasOnly(object: JsonObject, names: readonly string[]): boolean {
  return Object.keys(object).every((name) => names.includes(name));
}

/** The sketch that a value is. */
export function sketchIn(value: JsonValue | undefined): Sketch | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > SKETCH_SIZE) return undefined;
  const hashes = value.flatMap((hash: JsonValue) => (isHash(hash) ? [hash] : []));
  const isRising = hashes.every((hash, at) => hash > (hashes[at - 1] ?? -1));
  return hashes.length === value.length && isRising ? hashes : undefined;
}

function isHash(value: JsonValue): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** What was written, each with a question and an id that no other has together. */
export function entriesIn(value: JsonValue | undefined): readonly CaseEntry[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const entries = value.flatMap((entry: JsonValue) => entryIn(entry) ?? []);
  const isWhole = entries.length === value.length && new Set(entries.map(keyOf)).size === entries.length;
  return isWhole ? entries : undefined;
}

/** A time in UTC, to the millisecond. */
export const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function entryIn(value: JsonValue): CaseEntry | undefined {
  if (!isObject(value) || !hasOnly(value, ['question', 'id', 'text', 'written'])) return undefined;
  const { question, id, text, written } = value;
  if (typeof question !== 'string' || typeof id !== 'string' || question === '' || id === '') return undefined;
  if (typeof text !== 'string' || typeof written !== 'string') return undefined;
  return MOMENT.test(written) && !Number.isNaN(Date.parse(written)) ? { question, id, text, written } : undefined;
}
