import { analyze, type EventFacts, factsOf, type Intern, isCloudTrailText, mayLieIn, secondsTime } from './core';
import { Found, isWanted, type ScannedText, type ScanQuestion } from './scanText';

/**
 * The fast way through a log that stands exactly as CloudTrail writes it. Most logs of a trail hold no WorkMail record, and
 * nearly all records are of other services: those are counted where they stand, by eventSource, and not read as JSON.
 *
 * The way is left at the first surprise, and then the log is read in full. For a log that is whole, both ways give the same.
 * In a damaged one no WorkMail record is passed over: each stretch with a word that such a record can be told by is read as
 * JSON, and has to be whole. That a record of another service is damaged can stay unnoticed.
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

/**
 * @param text each byte of the log as one character
 * @param isAscii whether that is the text itself
 * @returns undefined where anything is not as expected
 */
export function scanRegular(
  text: string,
  isAscii: boolean,
  { service = 'workmail', window }: ScanQuestion,
  intern: Intern,
): ScannedText | undefined {
  const end = text.endsWith('\n') ? text.length - 1 : text.length;
  if (service === 'all' || !text.startsWith(OPENING) || !text.endsWith(ENDING, end)) return undefined;
  if (ESCAPED_LETTER.test(text)) return undefined;
  const found = new Found();
  const telling = new TellingWords(text);
  let start = text.indexOf('[') + 1;
  let source = text.indexOf(SOURCE);
  for (let index = 0; start > 0; index++) {
    const boundary = text.indexOf(NEXT_RECORD, start);
    const stop = boundary < 0 ? end - ENDING.length + 1 : boundary + 1;
    const nextSource = source < 0 ? -1 : text.indexOf(SOURCE, source + SOURCE.length);
    // Exactly one in each record.
    if (source < start || source >= stop || (nextSource >= 0 && nextSource < stop)) return undefined;
    if (index === 0 && !isCloudTrailText(text.slice(start, stop))) return undefined;
    const time = text.startsWith(TIME, source - BEFORE_SOURCE - TIME.length)
      ? secondsTime(text.slice(source - BEFORE_SOURCE, source))
      : undefined;
    const nameEnd = text.indexOf('"', source + SOURCE.length);
    if (time === undefined || !text.startsWith(BEHIND_SOURCE, nameEnd)) return undefined;
    const name = text.slice(source + SOURCE.length, nameEnd);
    if (telling.standIn(stop) || name === service) {
      const facts = isAscii ? factsIn(text, start, stop, index, intern) : undefined;
      if (facts === undefined) return undefined;
      if (mayLieIn(window ?? {}, facts)) found.add(facts, isWanted(service, facts));
      else found.outside++;
    } else {
      if (!found.knows(name) && !SOURCE_NAME.test(name)) return undefined;
      if (window === undefined || mayLieIn(window, { time })) found.count(name, time);
      else found.outside++;
    }
    start = boundary < 0 ? 0 : stop + 1;
    source = nextSource;
  }
  // Behind the last record there must be none.
  return source >= 0 ? undefined : { ...found.told(text), container: 'records', kind: undefined };
}

/** The facts of the record that fills a stretch; undefined when it is not whole, or not all there is in it. */
function factsIn(text: string, start: number, end: number, index: number, intern: Intern): EventFacts | undefined {
  const reading = analyze(text.slice(start, end));
  const first = reading.next();
  if (first.done || first.value.malformed === 'syntax') return undefined;
  const { start: from, end: to } = first.value;
  if (from !== 0 || to !== end - start || !reading.next().done) return undefined;
  return { ...factsOf(first.value, intern), index, start, end };
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
