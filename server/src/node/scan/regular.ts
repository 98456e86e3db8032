import { isUtf8 } from 'node:buffer';
import { type Intern, mayLieIn } from '../../core';
import { rangesInLine } from '../../documents/textRanges';
import type { Asked } from '../../places/asked';
import { Found, isWanted, type ScannedText } from '../../places/scanText';
import { Minutes } from './minutes';
import { Places, standsAt } from './places';
import { RecordReader } from './recordReader';
import { SourceNames } from './sourceNames';

/**
 * The fast way through a log that stands exactly as CloudTrail writes it, all on one line. Most logs of a trail hold no
 * WorkMail record, and nearly all records are of other services: those are counted where they stand, by eventSource, as
 * bytes, and are not read as JSON.
 *
 * The way is left at the first surprise, and then the log is read in full. For a log that is whole, both ways give the same.
 * In a damaged one no WorkMail record is passed over: what is counted unread names its source and its event once, where they
 * belong, so that no second record can hide in it; everything else is read as JSON and has to be whole. That a record of
 * another service is damaged can stay unnoticed.
 *
 * A question may ask for anything in a record, so where one is asked all records are read as JSON.
 */

const OPENING = Buffer.from('{"Records":[{"eventVersion":"1.');
const ENDING = Buffer.from('}]}');
const TIME = Buffer.from('"eventTime":"');
const TIME_LENGTH = 'YYYY-MM-DDTHH:MM:SSZ'.length;
/**
 * Words are looked for by a part that begins with a letter which is rare in logs: so they are found many times as fast.
 * `eventSource` and `eventName`.
 */
const EVENT = Buffer.from('event');
const SOURCE = Buffer.from('Source');
const NAME = Buffer.from('Name');
const NEXT_RECORD = Buffer.from('},{"eventVersion":"1.');
/** What stands between the version and the time of the first record. */
const IDENTITY = Buffer.from('","userIdentity":');
const BEFORE_SOURCE = Buffer.from('","event');
const BEHIND_SOURCE = Buffer.from('":"');
const BEHIND_NAME = Buffer.from('","eventName":"');
const ESCAPE = Buffer.from('\\u00');

/**
 * @param bytes of the log's text
 * @returns undefined where anything is not as expected
 */
export function scanRegular(
  bytes: Buffer,
  { service = 'workmail', window, answers }: Asked,
  intern: Intern,
): ScannedText | undefined {
  const end = bytes[bytes.length - 1] === LINE_FEED ? bytes.length - 1 : bytes.length;
  const isRegular = standsAt(bytes, OPENING, 0) && standsAt(bytes, ENDING, end - ENDING.length);
  if (service === 'all' || !isRegular || !isUtf8(bytes) || spellsLetters(bytes)) return undefined;
  const found = new Found();
  const sources = new Places(bytes, SOURCE);
  const eventNames = new Places(bytes, NAME);
  const records = new RecordReader(bytes, intern);
  const minutes = new Minutes(bytes);
  const names = new SourceNames(bytes, service);
  let start = OPENING.indexOf('[') + 1;
  for (let index = 0; start > 0; index++) {
    const boundary = bytes.indexOf(NEXT_RECORD, start);
    const stop = boundary < 0 ? end - ENDING.length + 1 : boundary + 1;
    const own = ownSource(bytes, sources, stop);
    const time = own && minutes.at(own.timeStart);
    if (own === undefined || time === undefined) return undefined;
    if (index === 0 && !isOpening(bytes, own.timeStart - TIME.length)) return undefined;
    const name = names.at(own.nameStart, own.nameEnd);
    if (name === undefined) return undefined;
    const isOneEvent = wordsBefore(bytes, eventNames, stop) === 1;
    if (answers === undefined && name.isOnlyCounted && own.isOnly && isOneEvent) {
      if (window === undefined || mayLieIn(window, { time })) {
        name.records++;
        found.widen(time);
      } else {
        found.outside++;
      }
    } else {
      const read = records.recordIn(start, stop, index);
      if (read === undefined) return undefined;
      const { record, text, facts } = read;
      if (window !== undefined && !mayLieIn(window, facts)) found.outside++;
      else if (answers?.(record, () => text) === false) found.leave(facts);
      else found.add(facts, isWanted(service, facts));
    }
    start = boundary < 0 ? 0 : stop + 1;
  }
  for (const { text, records } of names.all) if (records > 0) found.count(text, records);
  // A line break anywhere would put events on other lines.
  const isOneLine = !records.isUsed || (!bytes.includes(RETURN) && bytes.lastIndexOf(LINE_FEED, end - 1) < 0);
  return isOneLine ? { ...found.told(rangesInLine), container: 'records', kind: undefined } : undefined;
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Whether an escape could spell a letter. Programs escape signs and control characters, never letters. */
function spellsLetters(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(ESCAPE); at >= 0; at = bytes.indexOf(ESCAPE, at + ESCAPE.length)) {
    const digit = String.fromCharCode(bytes[at + ESCAPE.length] ?? 0);
    if (digit >= '4' && digit <= '7') return true;
  }
  return false;
}

/**
 * Whether the first record is CloudTrail's: its version, its identity and its time, which its source and its event follow,
 * are members of the record itself.
 *
 * @param time where the name of its time stands
 */
function isOpening(bytes: Buffer, time: number): boolean {
  const identity = bytes.indexOf(QUOTE, OPENING.length) + IDENTITY.length;
  return (
    identity - IDENTITY.length < OPENING.length + 3 &&
    standsAt(bytes, IDENTITY, identity - IDENTITY.length) &&
    bytes[identity] === OPEN_BRACE &&
    bytes[time - 1] === COMMA &&
    behindObject(bytes, identity, time) === time - 1
  );
}

/** Where the object ends that begins at `start`, exclusive; `end` or more when it does not end before. */
function behindObject(bytes: Buffer, start: number, end: number): number {
  let depth = 0;
  let isText = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) isText = !isText;
    else if (isText && byte === BACKSLASH) at++;
    else if (!isText && byte === OPEN_BRACE) depth++;
    else if (!isText && byte === CLOSE_BRACE && --depth === 0) return at + 1;
  }
  return end;
}

/** How often a word that goes on with one of `places` stands before `stop`: those behind the `stop` of the call before. */
function wordsBefore(bytes: Buffer, places: Places, stop: number): number {
  let words = 0;
  for (let at = places.next; at < stop; at = places.next) {
    places.pass();
    if (standsAt(bytes, EVENT, at - EVENT.length)) words++;
  }
  return words;
}

interface OwnSource {
  /** Where its name stands, the end exclusive. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /** Where its time stands, in the form `YYYY-MM-DDTHH:MM:SSZ` if it is one. */
  readonly timeStart: number;
  /** The word `eventSource` stands nowhere else in the record. */
  readonly isOnly: boolean;
}

/**
 * The source of the record that ends at `stop`, where CloudTrail writes it: behind the time and before the name of the event.
 * Undefined when it does not stand there exactly once.
 */
function ownSource(bytes: Buffer, sources: Places, stop: number): OwnSource | undefined {
  let own = -1;
  let words = 0;
  for (let at = sources.next; at < stop; at = sources.next) {
    sources.pass();
    if (!standsAt(bytes, EVENT, at - EVENT.length)) continue;
    words++;
    const timeEnd = at - BEFORE_SOURCE.length;
    const isField =
      standsAt(bytes, BEFORE_SOURCE, timeEnd) &&
      standsAt(bytes, BEHIND_SOURCE, at + SOURCE.length) &&
      standsAt(bytes, TIME, timeEnd - TIME_LENGTH - TIME.length);
    if (!isField) continue;
    if (own >= 0) return undefined;
    own = at;
  }
  if (own < 0) return undefined;
  const timeEnd = own - BEFORE_SOURCE.length;
  const nameStart = own + SOURCE.length + BEHIND_SOURCE.length;
  let nameEnd = nameStart;
  while (nameEnd < stop && bytes[nameEnd] !== QUOTE) nameEnd++;
  if (!standsAt(bytes, BEHIND_NAME, nameEnd)) return undefined;
  return { nameStart, nameEnd, timeStart: timeEnd - TIME_LENGTH, isOnly: words === 1 };
}
