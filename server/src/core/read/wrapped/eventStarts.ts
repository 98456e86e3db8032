import { envelopeFields } from '../../../generated/envelopeFields';
import { BACKSLASH } from '../characters';
import { DOUBLED } from '../tables/doubledQuotes';
import { ObjectsInStrings } from './objectsInStrings';
import type { OuterStructure } from './outerStructure';

/**
 * Where events may begin in a text: as objects, or inside strings, where the quotes of their keys tell how deep. An event in a
 * string begins `{\"eventVersion\"`; in a string of such a string `{\\\"eventVersion\\\"`.
 */
export interface EventStart {
  /** Of the event's brace. */
  readonly start: number;
  /** How many strings it stands in. */
  readonly level: Level;
  /** Whether it is the whole text of its string, or an object among others. */
  readonly fills: boolean;
  /** It does not begin like an event, but holds a key of one: what holds an event that is damaged looks like that, too. */
  readonly isGuess?: true;
}

/** How many strings of JSON an event stands in; nobody wraps events deeper. */
export type Level = 0 | 1 | 2 | 3;

/** The backslashes before a quote of JSON that stands in so many strings. */
export const SLASHES: readonly string[] = ['', '\\', '\\\\\\', '\\\\\\\\\\\\\\'];

/** The quotes of a string at a level. */
export function quoteOf(level: number): string {
  return `${SLASHES[level] ?? ''}"`;
}

/** The names by which records are found. */
export interface Vocabulary {
  /** What a record may begin with. */
  readonly first: readonly string[];
  /** What nearly every record has, wherever it stands in its object. */
  readonly telling: readonly string[];
}

const CLOUD_TRAIL: Vocabulary = {
  first: envelopeFields,
  telling: ['eventVersion', 'eventSource', 'eventName', 'awsRegion', 'sourceIPAddress', 'insightDetails'],
};

/** An object whose first key is one of some. */
const beginningWith = (first: readonly string[], more: readonly string[], flag: 'g' | 'y'): RegExp =>
  new RegExp(`\\{(?:\\s|\\\\+[nrt])*(\\\\*)"(?:${[...first, ...more.map(escapedForRegExp)].join('|')})\\1"\\s*:`, flag);
/** A key that a record nearly always has, wherever it stands in its object. */
const tellingKey = (telling: readonly string[]): RegExp =>
  new RegExp(`(?<!\\\\)(\\\\*)"(?:${telling.join('|')})\\1"\\s*:`, 'g');

/** The same without what stands around it, to see fast that there is none. */
const tellingName = (telling: readonly string[]): RegExp => new RegExp(`(?:${telling.join('|')})\\\\*"`);
/** A telling key with its quotes and what may stand before its colon. */
const LONGEST_TELLING = 100;

function escapedForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const LOOKED_BACK = 400;

/** Finds where events may begin, one after the other; each place is looked at once, however often it is asked for. */
export class EventStarts {
  readonly #text: string;
  readonly #structure: OuterStructure | undefined;
  readonly #beginning: RegExp;
  readonly #atStart: RegExp;
  readonly #telling: RegExp;
  readonly #tells: RegExp;
  readonly #inRow = new RegExp(DOUBLED, 'g');
  /** The next name in doubled quotes that is known, and where its line begins. */
  #row: number | undefined;
  #lineOfRow = -1;
  /** So far no other one begins. */
  #rowsLookedTo = 0;
  #from = -1;
  #next: EventStart | undefined;
  #nextBeginning: EventStart | undefined;
  #beginningFrom = -1;
  /** The brace of the last object that was found around a telling key. */
  #lastEnclosing = -1;
  readonly #inStrings: ObjectsInStrings;
  /** Behind the last event: nothing before it is looked at again. */
  #passed = 0;

  /**
   * @param structure what stands open where; without it, only objects that begin with a known key are found
   * @param firstKeys further keys that events of this text begin with
   * @param vocabulary the names by which records are found
   */
  constructor(
    text: string,
    structure?: OuterStructure,
    firstKeys: readonly string[] = [],
    { first, telling }: Vocabulary = CLOUD_TRAIL,
  ) {
    this.#text = text;
    this.#structure = structure;
    this.#inStrings = new ObjectsInStrings(text);
    this.#beginning = beginningWith(first, firstKeys, 'g');
    this.#atStart = beginningWith(first, firstKeys, 'y');
    this.#telling = tellingKey(telling);
    this.#tells = tellingName(telling);
  }

  /** Leaves an event behind, and what stands before it. */
  pass(start: number, end: number): void {
    this.#passed = end;
    this.#inStrings.skip(start, end);
  }

  /** The first event that begins at or behind `from`, or whose first telling key stands there. */
  next(from: number): EventStart | undefined {
    const isKnown = this.#from >= 0 && from >= this.#from && (this.#next === undefined || this.#next.start >= from);
    if (isKnown) return this.#next;
    this.#from = from;
    const beginning = this.#firstBeginning(from);
    this.#next = this.#enclosing(from, beginning?.start ?? this.#text.length) ?? beginning;
    return this.#next;
  }

  #firstBeginning(from: number): EventStart | undefined {
    const known = this.#nextBeginning;
    if (this.#beginningFrom >= 0 && from >= this.#beginningFrom && (known === undefined || known.start >= from))
      return known;
    this.#beginningFrom = from;
    this.#nextBeginning = undefined;
    const text = this.#text;
    const pattern = this.#beginning;
    pattern.lastIndex = from;
    for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
      const level = levelOf(found[1] ?? '');
      if (level !== undefined) {
        this.#nextBeginning = startAt(text, found.index, level);
        break;
      }
      pattern.lastIndex = found.index + 1;
    }
    return this.#nextBeginning;
  }

  /**
   * Where the next event begins at the latest, counted from an offset: the end of the text where none does. What stands in more
   * strings than the event before it may be a part of that one.
   */
  limit(from: number, level: Level): number {
    let next = this.#firstBeginning(from);
    while (next !== undefined && next.level > level) next = this.#firstBeginning(next.start + 1);
    const limit = next?.start ?? this.#text.length;
    return Math.min(limit, this.#nextRow(from, limit));
  }

  /** Where the next line begins that has an event in a cell of a table: it is no part of any JSON. Looked for up to a limit. */
  #nextRow(from: number, limit: number): number {
    if (this.#row !== undefined && this.#row < from) this.#row = undefined;
    const begin = Math.max(from, this.#rowsLookedTo);
    if (this.#row === undefined && begin < limit) {
      this.#inRow.lastIndex = 0;
      const found = this.#inRow.exec(this.#text.slice(begin, limit + LONGEST_TELLING));
      this.#rowsLookedTo = found === null ? limit : begin + found.index + 1;
      if (found !== null) this.#row = begin + found.index;
      if (found !== null) this.#lineOfRow = this.#text.lastIndexOf('\n', begin + found.index) + 1;
    }
    return this.#row === undefined ? limit : Math.max(from, this.#lineOfRow);
  }

  /** Whether the object at an offset is found by its first key. */
  #begins(start: number): boolean {
    this.#atStart.lastIndex = start;
    return this.#atStart.test(this.#text);
  }

  /** The brace of the innermost object around a key, as far as what stands before it tells. */
  #enclosingObject(key: number, level: Level, structure: OuterStructure): number | undefined {
    structure.advance(key);
    if (level > 0)
      return structure.string === undefined
        ? undefined
        : this.#inStrings.around(structure.string + 1, this.#passed, key, level);
    // In a string its quotes would be escaped: what was taken for one is damage.
    structure.leaveString();
    const frame = structure.open.at(-1);
    return frame?.isObject === true ? frame.at : undefined;
  }

  /** The object around a telling key before `limit`, which begins with a key that is none of CloudTrail's. */
  #enclosing(from: number, limit: number): EventStart | undefined {
    const structure = this.#structure;
    if (structure === undefined || structure.at > limit) return undefined;
    const text = this.#text;
    const begin = Math.max(from, structure.at);
    // A backslash before the first quote belongs to it.
    const base = Math.max(0, begin - 1);
    const between = text.slice(base, limit + LONGEST_TELLING);
    if (!this.#tells.test(between)) return undefined;
    const pattern = this.#telling;
    pattern.lastIndex = begin - base;
    for (let found = pattern.exec(between); found !== null; found = pattern.exec(between)) {
      const at = base + found.index;
      if (at >= limit) break;
      const level = levelOf(found[1] ?? '');
      if (level === undefined) continue;
      const start = this.#enclosingObject(at, level, structure);
      if (start === undefined || start < this.#passed || start === this.#lastEnclosing || this.#begins(start)) continue;
      this.#lastEnclosing = start;
      return { ...startAt(text, start, level), isGuess: true };
    }
    return undefined;
  }
}

function startAt(text: string, start: number, level: Level): EventStart {
  return { start, level, fills: level > 0 && followsQuote(text, start, level) };
}

function levelOf(slashes: string): Level | undefined {
  const level = SLASHES.indexOf(slashes);
  return level === 0 || level === 1 || level === 2 || level === 3 ? level : undefined;
}

/** What stands before an offset, without the space at its end. */
export function textBefore(text: string, at: number): string {
  const floor = Math.max(0, at - LOOKED_BACK);
  return text.slice(floor, spaceStart(text, at, floor));
}

/** Where the space before an offset begins, at least `floor`: space between tokens; in a string also as an escape. */
export function spaceStart(text: string, at: number, floor: number): number {
  let end = at;
  while (end > floor) {
    if (/\s/.test(text[end - 1] ?? '')) end--;
    else if (end - 1 > floor && text.charCodeAt(end - 2) === BACKSLASH && 'nrt'.includes(text[end - 1] ?? '')) {
      end -= 2;
      while (end > floor && text.charCodeAt(end - 1) === BACKSLASH) end--;
    } else break;
  }
  return end;
}

function followsQuote(text: string, at: number, level: Level): boolean {
  const before = textBefore(text, at);
  const quote = quoteOf(level - 1);
  return before.endsWith(quote) && !before.endsWith(`\\${quote}`);
}
