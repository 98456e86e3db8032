import { isAscii, isUtf8 } from 'node:buffer';
import {
  type EventFacts,
  factsOf,
  type Intern,
  isCloudTrailText,
  mayLieIn,
  secondsTime,
  serviceNamed,
  wholeRecord,
} from '../../core';
import { Found, isWanted, type ScannedText, type ScanQuestion } from '../../scanText';
import { rangesInLine } from '../../textRanges';
import { Places, standsAt } from './places';

/**
 * The fast way through a log that stands exactly as CloudTrail writes it, all on one line. Most logs of a trail hold no
 * WorkMail record, and nearly all records are of other services: those are counted where they stand, by eventSource, as
 * bytes, and are not read as JSON.
 *
 * The way is left at the first surprise, and then the log is read in full. For a log that is whole, both ways give the same.
 * In a damaged one no WorkMail record is passed over: what is counted unread names its source and its event once, where they
 * belong, so that no second record can hide in it; everything else is read as JSON and has to be whole. That a record of
 * another service is damaged can stay unnoticed.
 */

const OPENING = Buffer.from('{"Records":[{"eventVersion":"1.');
const ENDING = Buffer.from('}]}');
const TIME = Buffer.from('"eventTime":"');
const TIME_LENGTH = 'YYYY-MM-DDTHH:MM:SSZ'.length;
/**
 * Words are looked for by a part that begins with a letter which is rare in logs: so they are found many times as fast.
 * `eventSource`, `eventName`, and the beginning of the next record.
 */
const EVENT = Buffer.from('event');
const SOURCE = Buffer.from('Source');
const NAME = Buffer.from('Name');
const VERSION = Buffer.from('Version":"1.');
const BEFORE_VERSION = Buffer.from('},{"event');
const BEFORE_SOURCE = Buffer.from('","event');
const BEHIND_SOURCE = Buffer.from('":"');
const BEHIND_NAME = Buffer.from('","eventName":"');
/** The only form that is counted unread. */
const SOURCE_NAME = /^[a-z0-9.-]{1,80}\.amazonaws\.com$/;

const ESCAPE = Buffer.from('\\u00');

/**
 * @param bytes of the log's text
 * @returns undefined where anything is not as expected
 */
export function scanRegular(
  bytes: Buffer,
  { service = 'workmail', window }: ScanQuestion,
  intern: Intern,
): ScannedText | undefined {
  const end = bytes[bytes.length - 1] === LINE_FEED ? bytes.length - 1 : bytes.length;
  const isRegular = standsAt(bytes, OPENING, 0) && standsAt(bytes, ENDING, end - ENDING.length);
  if (service === 'all' || !isRegular || !isUtf8(bytes) || spellsLetters(bytes)) return undefined;
  const found = new Found();
  const sources = new Places(bytes, SOURCE);
  const eventNames = new Places(bytes, NAME);
  const records = new RecordReader(bytes, intern);
  const versions = new Places(bytes, VERSION);
  // Its own.
  versions.pass();
  const names = new SourceNames(bytes, service);
  let start = OPENING.indexOf('[') + 1;
  for (let index = 0; start > 0; index++) {
    const boundary = nextRecord(bytes, versions);
    const stop = boundary < 0 ? end - ENDING.length + 1 : boundary + 1;
    const own = ownSource(bytes, sources, stop);
    if (own === undefined) return undefined;
    if (index === 0 && !isCloudTrailText(bytes.toString('utf8', start, stop))) return undefined;
    const { time } = own;
    const name = names.at(own.nameStart, own.nameEnd);
    if (name === undefined) return undefined;
    const isOneEvent = wordsBefore(bytes, eventNames, stop) === 1;
    if (name.isCounted && own.isOnly && isOneEvent) {
      if (window === undefined || mayLieIn(window, { time })) found.count(name.text, time);
      else found.outside++;
    } else {
      const facts = records.factsIn(start, stop, index);
      if (facts === undefined) return undefined;
      if (window === undefined || mayLieIn(window, facts)) found.add(facts, isWanted(service, facts));
      else found.outside++;
    }
    start = boundary < 0 ? 0 : stop + 1;
  }
  // A line break anywhere would put events on other lines.
  const isOneLine = !records.isUsed || (!bytes.includes(RETURN) && bytes.lastIndexOf(LINE_FEED, end - 1) < 0);
  return isOneLine ? { ...found.told(rangesInLine), container: 'records', kind: undefined } : undefined;
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;

/** Whether an escape could spell a letter. Programs escape signs and control characters, never letters. */
function spellsLetters(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(ESCAPE); at >= 0; at = bytes.indexOf(ESCAPE, at + ESCAPE.length)) {
    const digit = String.fromCharCode(bytes[at + ESCAPE.length] ?? 0);
    if (digit >= '4' && digit <= '7') return true;
  }
  return false;
}

/** Where the next record begins: at the comma before it; -1 when there is none. */
function nextRecord(bytes: Buffer, versions: Places): number {
  for (let at = versions.next; at < bytes.length; at = versions.next) {
    versions.pass();
    const brace = at - BEFORE_VERSION.length;
    if (standsAt(bytes, BEFORE_VERSION, brace)) return brace;
  }
  return -1;
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
  readonly time: number;
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
  const time = secondsTime(bytes, timeEnd - TIME_LENGTH);
  const nameStart = own + SOURCE.length + BEHIND_SOURCE.length;
  let nameEnd = nameStart;
  while (nameEnd < stop && bytes[nameEnd] !== QUOTE) nameEnd++;
  if (time === undefined || !standsAt(bytes, BEHIND_NAME, nameEnd)) return undefined;
  return { nameStart, nameEnd, time, isOnly: words === 1 };
}

interface SourceName {
  readonly text: string;
  readonly bytes: Buffer;
  /** Its records are only counted. */
  readonly isCounted: boolean;
}

/** The names of sources in a log. There are few of them, and each is made into text once. */
class SourceNames {
  readonly #bytes: Buffer;
  readonly #service: string;
  readonly #known: SourceName[] = [];

  constructor(bytes: Buffer, service: string) {
    this.#bytes = bytes;
    this.#service = service;
  }

  /** Undefined for a name in a form that can be neither counted nor read. */
  at(start: number, end: number): SourceName | undefined {
    for (const known of this.#known) {
      if (known.bytes.length === end - start && standsAt(this.#bytes, known.bytes, start)) return known;
    }
    const bytes = Buffer.from(this.#bytes.subarray(start, end));
    const text = bytes.toString('latin1');
    const isCounted = text !== this.#service && serviceNamed(text) === 'other';
    if (isCounted && !SOURCE_NAME.test(text)) return undefined;
    const name = { text, bytes, isCounted };
    this.#known.push(name);
    return name;
  }
}

/** Reads single records of a log, from the first to the last. */
class RecordReader {
  /** Whether any was asked for. */
  isUsed = false;
  readonly #bytes: Buffer;
  readonly #intern: Intern;
  readonly #isAscii: boolean;
  /** How far the log has been decoded: in bytes, and in UTF-16 units of its text. */
  #decoded = 0;
  #units = 0;

  constructor(bytes: Buffer, intern: Intern) {
    this.#bytes = bytes;
    this.#intern = intern;
    this.#isAscii = isAscii(bytes);
  }

  /** The facts of the record that fills a stretch; undefined when it is not whole, or not all there is in it. */
  factsIn(start: number, end: number, index: number): EventFacts | undefined {
    this.isUsed = true;
    const text = this.#bytes.toString(this.#isAscii ? 'latin1' : 'utf8', start, end);
    const record = wholeRecord(text, { start: 0, end: text.length }, index);
    if (record === undefined) return undefined;
    const from = this.#isAscii ? start : this.#unitsBefore(start);
    return { ...factsOf(record, this.#intern), start: from, end: from + text.length };
  }

  /** @param start not before that of the call before */
  #unitsBefore(start: number): number {
    this.#units += this.#bytes.toString('utf8', this.#decoded, start).length;
    this.#decoded = start;
    return this.#units;
  }
}
