import {
  type EventFacts,
  factsOf,
  type Intern,
  isCloudTrailText,
  mayLieIn,
  secondsTime,
  serviceNamed,
  wholeRecord,
} from './core';
import { Found, isWanted, type ScannedText, type ScanQuestion } from './scanText';
import { rangesInLine } from './textRanges';

/**
 * The fast way through a log that stands exactly as CloudTrail writes it, all on one line. Most logs of a trail hold no
 * WorkMail record, and nearly all records are of other services: those are counted where they stand, by eventSource, and
 * not read as JSON.
 *
 * The way is left at the first surprise, and then the log is read in full. For a log that is whole, both ways give the same.
 * In a damaged one no WorkMail record is passed over: where a word stands that such a record can be told by, it has to be
 * certain whose record it stands in. That a record of another service is damaged can stay unnoticed.
 */

const OPENING = '{"Records":[{"eventVersion":"1.';
const ENDING = '}]}';
const NEXT_RECORD = '},{"eventVersion":"1.';
const TIME = '"eventTime":"';
const BEFORE_SOURCE = 'YYYY-MM-DDTHH:MM:SSZ'.length;
const SOURCE = '","eventSource":"';
const BEHIND_SOURCE = '","eventName":"';
/** The only form that is counted unread. */
const SOURCE_NAME = /^[a-z0-9.-]{1,80}\.amazonaws\.com$/;
/** An escape that could spell a letter. Programs escape signs and control characters, never letters. */
const ESCAPED_LETTER = /\\u00[4-7]/i;

/** A log as it lies on disk. */
export interface RegularLog {
  /** Each byte as one character. */
  readonly text: string;
  /** The same as text; it takes any part of it that ends between two characters. Absent where all bytes are ASCII. */
  readonly decode?: (bytes: string) => string;
}

/** @returns undefined where anything is not as expected */
export function scanRegular(
  { text, decode }: RegularLog,
  { service = 'workmail', window }: ScanQuestion,
  intern: Intern,
): ScannedText | undefined {
  const end = text.endsWith('\n') ? text.length - 1 : text.length;
  if (service === 'all' || !text.startsWith(OPENING) || !text.endsWith(ENDING, end)) return undefined;
  if (ESCAPED_LETTER.test(text)) return undefined;
  const found = new Found();
  const telling = new TellingWords(text);
  const records = new RecordReader(text, decode, intern);
  let start = text.indexOf('[') + 1;
  let source = text.indexOf(SOURCE);
  for (let index = 0; start > 0; index++) {
    const boundary = text.indexOf(NEXT_RECORD, start);
    const stop = boundary < 0 ? end - ENDING.length + 1 : boundary + 1;
    const nextSource = source < 0 ? -1 : text.indexOf(SOURCE, source + SOURCE.length);
    // Exactly one in each record.
    if (source < start || source >= stop || (nextSource >= 0 && nextSource < stop)) return undefined;
    if (index === 0 && !isCloudTrailText(text.slice(start, stop))) return undefined;
    const nameStart = source + SOURCE.length;
    const nameEnd = text.indexOf('"', nameStart);
    const time = text.startsWith(TIME, source - BEFORE_SOURCE - TIME.length)
      ? secondsTime(text.slice(source - BEFORE_SOURCE, source))
      : undefined;
    if (time === undefined || !text.startsWith(BEHIND_SOURCE, nameEnd)) return undefined;
    const name = text.slice(nameStart, nameEnd);
    if (!found.knows(name) && !SOURCE_NAME.test(name) && serviceNamed(name) === 'other') return undefined;
    const isCounted =
      name !== service &&
      (!telling.standIn(stop) || isOneRecord(text, start, stop, source)) &&
      serviceNamed(name) === 'other';
    if (isCounted) {
      if (window === undefined || mayLieIn(window, { time })) found.count(name, time);
      else found.outside++;
    } else {
      const facts = records.factsIn(start, stop, index);
      if (facts === undefined) return undefined;
      if (window === undefined || mayLieIn(window, facts)) found.add(facts, isWanted(service, facts));
      else found.outside++;
    }
    start = boundary < 0 ? 0 : stop + 1;
    source = nextSource;
  }
  // Behind the last record there must be none, and a line break nowhere.
  if (source >= 0 || (records.isUsed && /[\r\n]/.test(text.slice(0, end)))) return undefined;
  return { ...found.told(rangesInLine), container: 'records', kind: undefined };
}

/**
 * Whether a stretch with a readable source holds nothing of another record. A WorkMail record that lost its beginning would
 * still be told by its own source, or else by its own action.
 */
function isOneRecord(text: string, start: number, stop: number, source: number): boolean {
  const record = text.slice(start, stop);
  const own = source - start + '","'.length;
  return (
    record.indexOf('eventSource') === own &&
    record.indexOf('eventSource', own + 1) < 0 &&
    record.indexOf('eventName') === record.lastIndexOf('eventName')
  );
}

/** Reads single records of a log, from the first to the last. */
class RecordReader {
  /** Whether any was asked for. */
  isUsed = false;
  readonly #text: string;
  readonly #decode: RegularLog['decode'];
  readonly #intern: Intern;
  /** How far the log has been decoded: in bytes, and in UTF-16 units of its text. */
  #bytes = 0;
  #units = 0;

  constructor(text: string, decode: RegularLog['decode'], intern: Intern) {
    this.#text = text;
    this.#decode = decode;
    this.#intern = intern;
  }

  /** The facts of the record that fills a stretch; undefined when it is not whole, or not all there is in it. */
  factsIn(start: number, end: number, index: number): EventFacts | undefined {
    this.isUsed = true;
    const decode = this.#decode;
    if (decode === undefined) {
      const record = wholeRecord(this.#text, { start, end }, index);
      return record && factsOf(record, this.#intern);
    }
    this.#units += decode(this.#text.slice(this.#bytes, start)).length;
    const text = decode(this.#text.slice(start, end));
    const from = this.#units;
    this.#units += text.length;
    this.#bytes = end;
    const record = wholeRecord(text, { start: 0, end: text.length }, index);
    return record && { ...factsOf(record, this.#intern), start: from, end: from + text.length };
  }
}

/**
 * Words of which every WorkMail record holds one, unless damage took both its eventSource and its parameters: without a
 * source it is told by its action and an organization or message.
 */
class TellingWords {
  readonly #text: string;
  readonly #words = [/workmail/gi, /organizationid/gi, /rawmessagecontent/gi];
  /** Where each word stands next. */
  readonly #places: number[];

  constructor(text: string) {
    this.#text = text;
    this.#places = this.#words.map((word) => this.#next(word, 0));
  }

  /** Whether one of them stands before `end`, and behind the `end` of the call before. */
  standIn(end: number): boolean {
    let isThere = false;
    for (const [at, word] of this.#words.entries()) {
      if ((this.#places[at] ?? Number.POSITIVE_INFINITY) >= end) continue;
      isThere = true;
      this.#places[at] = this.#next(word, end);
    }
    return isThere;
  }

  #next(word: RegExp, from: number): number {
    word.lastIndex = from;
    return word.exec(this.#text)?.index ?? Number.POSITIVE_INFINITY;
  }
}
