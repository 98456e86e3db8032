import { closingQuote } from '../escapes';
import { closingBracket } from '../valueEnd';
import type { Embedded } from '../wrapped/embedded';
import { type EventStart, type Level, SLASHES } from '../wrapped/eventStarts';
import { isQuoteOf } from '../wrapped/objectsInStrings';
import type { OuterStructure } from '../wrapped/outerStructure';
import { readEmbedded } from '../wrapped/readEvent';
import { ownKindOf } from './ownKind';
import type { OwnLog } from './ownLogs';

/** A record, and whether it is the whole text of its string. */
interface Around extends Embedded {
  readonly log: OwnLog;
  readonly fills: boolean;
}

/** A record is not longer. */
export const LONGEST_RECORD = 300_000;
/** What holds whole records as texts calls them so, and no such record has a field of this name. Only saves time. */
const HOLDERS: ReadonlySet<string | undefined> = new Set([
  'message',
  'Message',
  '@message',
  'Body',
  'body',
  'data',
  'value',
  'log',
]);
/** In these a record has fields of its own. */
const NESTED: ReadonlySet<string | undefined> = new Set(['event', 'envelope', 'bouncedRecipient', 'ruleActions']);
/** How far before its quote the name of a value is looked for. */
const LONGEST_NAME = 60;

/**
 * The whole record in one of whose values a place lies that looks like the beginning of a record: subjects, folders and user agents
 * are written by anybody, and what they hold must never be taken for a record, nor cost the one around it. The outermost, if there
 * are several; undefined where the place lies in no value of a record.
 *
 * @param structure what stands open around the place; walked on to it
 */
export function recordAround(
  text: string,
  { start, level }: EventStart,
  structure: OuterStructure,
): Around | undefined {
  if (level === 0) return undefined;
  structure.advance(start);
  const outermost = structure.string;
  if (outermost === undefined) return undefined;
  const ofObject = HOLDERS.has(structure.key) ? undefined : objectAround(text, start, structure);
  if (ofObject !== undefined) return ofObject;
  for (const inner of ([1, 2] as const).filter((each) => each < level)) {
    const quote = quoteBefore(text, start, outermost, inner);
    const holder = inner === 1 ? outermost : quoteBefore(text, start, outermost, 1);
    const found = HOLDERS.has(nameBefore(text, quote)) ? undefined : stringAround(text, start, holder, inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An object around the place; one further out only where the inner one is the value of a field. */
function objectAround(text: string, place: number, structure: OuterStructure): Around | undefined {
  for (const { at, key } of structure.objects()) {
    const end = closingBracket(text, at, Math.min(text.length, at + LONGEST_RECORD));
    const found = end > place ? wholeRecord(text, at, end, 0) : undefined;
    if (found !== undefined) return { ...found, fills: false };
    if (!NESTED.has(key)) return undefined;
  }
  return undefined;
}

/** The object in the string that begins behind a quote. */
function stringAround(text: string, place: number, quote: number, level: Level): Around | undefined {
  const start = text.indexOf('{', quote);
  const near = Math.min(text.length, start + LONGEST_RECORD);
  const end = level === 1 ? closingQuote(text, place, near) : quoteBehind(text, place, near, level - 1);
  const found = start >= 0 && start < place && end > place ? wholeRecord(text, start, end, level) : undefined;
  return found && { ...found, fills: start === quote + 1 && found.end === end };
}

function wholeRecord(text: string, start: number, end: number, level: Level): Omit<Around, 'fills'> | undefined {
  const read = readEmbedded(text, start, end, level);
  const log = read.damages.length === 0 ? ownKindOf(read.value) : undefined;
  return log && { ...read, log };
}

/** The last quote of a level before a place, not before `from`. */
function quoteBefore(text: string, place: number, from: number, level: number): number {
  for (let at = text.lastIndexOf('"', place); at > from; at = text.lastIndexOf('"', at - 1))
    if (isQuoteOf(text, at, from, level)) return at;
  return from;
}

/** Before the first quote of a level behind a place; -1 where there is none before `limit`. */
function quoteBehind(text: string, place: number, limit: number, level: number): number {
  for (let at = text.indexOf('"', place); at >= 0 && at < limit; at = text.indexOf('"', at + 1))
    if (isQuoteOf(text, at, 0, level)) return at - (SLASHES[level]?.length ?? 0);
  return -1;
}

/** What the value is called that a quote opens. */
function nameBefore(text: string, quote: number): string | undefined {
  return /"([\w@]+)\\*"\s*:\s*\\*$/.exec(text.slice(Math.max(0, quote - LONGEST_NAME), quote))?.[1];
}
