import { closingQuote } from '../escapes';
import { isCloudTrailRecord, namesAnEvent } from '../evidence';
import { startsWithField } from '../starts';
import { closingBracket } from '../valueEnd';
import { type Effort, effortFor, newEffort, parseObject } from '../whole';
import { ClosingQuotes } from './closingQuotes';
import type { Embedded } from './embedded';
import { type Around, endOf, NOTHING, type Tail } from './eventEnd';
import { EventKeys } from './eventKeys';
import { type EventStart, EventStarts, type Level, quoteOf } from './eventStarts';
import { type FirstEvents, firstEvents, kindOf, signatureOf } from './firstEvents';
import { keyBefore } from './keyBefore';
import { isLeftAround } from './leftAround';
import { saidBy } from './oneWrongCharacter';
import { OuterStructure } from './outerStructure';
import { readEmbedded } from './readEvent';
import { unescapeSteps } from './unescapeSteps';

/** How the events of a log stand in other text, all alike. */
export interface WrappedPlacement {
  readonly kind: 'wrapped';
  readonly level: Level;
  readonly fills: boolean;
  /** What stands behind those that are objects, where that is known. */
  readonly tail: Tail | undefined;
  /** Keys that events begin with and that are none of CloudTrail's. */
  readonly firstKeys: readonly string[];
  /** Keys whose values the events are, or the strings that hold them. */
  readonly keys: readonly string[];
}

/** Where an event stands in other text. `end` is exclusive; of an event that is cut off, the end of what is left. */
export interface EventPlace extends EventStart {
  readonly end: number;
  /** What it says, if that was found out when its end was looked for. */
  readonly read: Embedded | undefined;
}

/** Finds all events of a text, one after the other. */
class EventFinder {
  readonly #text: string;
  readonly #structure: OuterStructure;
  readonly #starts: EventStarts;
  readonly #keys: EventKeys;
  readonly #ownKeys: ReadonlySet<string>;
  readonly #around: Around;
  readonly #known: FirstEvents['known'];
  readonly kinds: Set<string>;
  readonly #signatures: Set<string>;
  /** What may still be spent on reading what turns out to be no event. */
  #effort: number;
  readonly #looks: Effort;
  readonly #hasOwnFirstKeys: boolean;
  /** The last place that was read to see what it is, with its end as `endOf` tells it. */
  #tried: { readonly start: number; readonly end: number; readonly read: Embedded } | undefined;
  #refused = -1;
  /** The last object behind a key for events that is none itself. */
  #holder = -1;

  constructor(
    text: string,
    { kinds, signatures, keys, firstKeys, tail, known }: Omit<FirstEvents, 'events' | 'isFlat'>,
    effort: number,
  ) {
    this.#text = text;
    this.#structure = new OuterStructure(text);
    this.#starts = new EventStarts(text, this.#structure, Array.from(firstKeys));
    this.#keys = new EventKeys(text, keys);
    this.#ownKeys = keys;
    this.#around = { tail, quotes: new ClosingQuotes(text) };
    this.#known = known;
    this.kinds = new Set(kinds);
    this.#signatures = new Set(signatures);
    this.#effort = effort;
    this.#looks = newEffort(effort);
    this.#hasOwnFirstKeys = firstKeys.size > 0;
  }

  /** The next place in which an event begins: one that begins like an event, or else what stands behind a key for events. */
  next(from: number): EventStart | undefined {
    const begun = this.#nextStart(from);
    const keyed = this.#keys.next(from);
    if (keyed === undefined || begun === undefined) return begun ?? keyed;
    const key = keyBefore(this.#text, begun);
    // One that was told to be an event stands in what the same key holds further outside.
    if (begun.start < keyed.end && key !== undefined && this.#ownKeys.has(key)) return begun;
    const isOther = begun.fills || begun.level === 0 ? keyed.start < begun.start - 3 : keyed.end <= begun.start;
    return isOther && !this.#isWholeOther(keyed) ? keyed : begun;
  }

  /** Whether what stands behind a key for events is whole and none: what another tool has put around events, which stand in it. */
  #isWholeOther({ start, level }: EventStart): boolean {
    if (this.#holder === start) return true;
    if (this.#effort <= 0) return false;
    const near = Math.min(this.#text.length, start + LONGEST_HOLDER);
    const end = level === 0 ? closingBracket(this.#text, start, near) : closingQuote(this.#text, start, near);
    this.#effort -= Math.max(1, (end < 0 ? near : end) - start);
    const said = end < 0 ? undefined : saidBy(this.#text.slice(start, end), level);
    const value = said === undefined ? undefined : parseObject(said);
    if (value === undefined || isCloudTrailRecord(value)) return false;
    this.#holder = start;
    return true;
  }

  /** Where the event at a place ends, and what it says if that had to be read for it. */
  place(begun: EventStart): EventPlace | undefined {
    const { start } = begun;
    if (this.#tried?.start === start) {
      const { end, read } = this.#tried;
      return { ...begun, end, read };
    }
    const known = this.#known.get(start);
    if (known !== undefined) {
      return { ...begun, end: known.end, read: known };
    }
    const limit = (from: number): number => {
      const next = this.next(from);
      return next !== undefined && next.start > start && next.level <= begun.level
        ? next.start
        : this.#starts.limit(from, begun.level);
    };
    const found = endOf(this.#text, begun, limit, this.#around);
    if (found === NOTHING || (typeof found === 'number' && this.#isAround(begun, found))) return undefined;
    if (typeof found !== 'number') return { ...begun, end: found.end, read: found };
    return { ...begun, end: found, read: undefined };
  }

  /** Whether a whole object is none, though it begins as events do here: what holds one, or is left around some. */
  #isAround({ start, level }: EventStart, end: number): boolean {
    const mayHold = level === 0 && this.#starts.limit(start + 1, 0) < end;
    const isToolsOwn = this.#hasOwnFirstKeys && !this.#beginsWithField(start, level);
    if (!mayHold && !isToolsOwn) return false;
    const said = saidBy(this.#text.slice(start, end), level);
    const value = said === undefined ? undefined : parseObject(said);
    if (value === undefined) return false;
    if (isToolsOwn && !isCloudTrailRecord(value)) return true;
    return mayHold && isLeftAround(this.#text, { start, end }, value, this.#looks);
  }

  #beginsWithField(start: number, level: Level): boolean {
    if (level === 0) return startsWithField(this.#text, start + 1);
    const { text: inner } = unescapeSteps(this.#text.slice(start, start + LONGEST_FIRST_KEY), level);
    return startsWithField(inner, 1);
  }

  /** Passes over an event. */
  pass({ start, end, level }: EventPlace): void {
    this.#structure.advance(start);
    if (level === 0) this.#structure.leaveString();
    this.#structure.skip(start, end);
    this.#starts.pass(start, end);
  }

  #nextStart(from: number): EventStart | undefined {
    let at = from;
    for (let begun = this.#starts.next(at); begun !== undefined; begun = this.#starts.next(at)) {
      at = Math.max(at, begun.start + 1);
      const signature = signatureOf(begun, keyBefore(this.#text, begun));
      if (this.#signatures.has(signature) && begun.isGuess !== true) return begun;
      const filling = { ...begun, fills: true };
      if (begun.level > 0 && this.kinds.has(kindOf(filling)) && mayFill(this.#text, begun)) return filling;
      if (!this.#isEvent(begun)) continue;
      this.#signatures.add(signature);
      this.kinds.add(kindOf(begun));
      return begun;
    }
    return undefined;
  }

  /** Whether what begins like an event is one, be it damaged: told by reading it. */
  #isEvent(begun: EventStart): boolean {
    const { start } = begun;
    if (this.#tried?.start === start) return true;
    if (this.#refused === start || this.#effort <= 0) return false;
    const found = endOf(this.#text, begun, (from) => this.#starts.limit(from, begun.level), this.#around);
    const end = typeof found === 'number' ? found : found.end;
    this.#effort -= Math.max(1, end - start);
    const read =
      typeof found === 'number' && found !== NOTHING ? readEmbedded(this.#text, start, end, begun.level) : found;
    const isEvent = typeof read !== 'number' && this.#says(begun, read);
    if (isEvent) this.#tried = { start, end, read };
    else this.#refused = start;
    return isEvent;
  }

  #says(begun: EventStart, { value, damages, source }: Embedded): boolean {
    if (isCloudTrailRecord(value) && (damages.length === 0 || begun.isGuess !== true)) return true;
    return damages.length > 0 && begun.isGuess !== true && this.kinds.has(kindOf(begun)) && namesAnEvent(source);
  }
}

/** All events of a text, and how they stand if they do all alike. */
export interface EventPlaces {
  readonly places: readonly EventPlace[];
  readonly placement: WrappedPlacement | undefined;
}

/**
 * Finds all events of a text; yields at each, so that a caller may pause or give up.
 *
 * @param spend characters that may be read of what turns out to be no event
 */
export function* placesOf(
  text: string,
  first: FirstEvents,
  spend = effortFor(text.length),
): Generator<undefined, EventPlaces> {
  const finder = new EventFinder(text, first, spend);
  const places: EventPlace[] = [];
  for (let at = 0; at < text.length; ) {
    const begun = finder.next(at);
    if (begun === undefined) break;
    const place = finder.place(begun);
    at = Math.max(at, begun.start + 1);
    if (place === undefined) continue;
    finder.pass(place);
    places.push(place);
    at = Math.max(at, place.end);
    yield undefined;
  }
  return { places, placement: placementOf(finder.kinds, first) };
}

/** Whether the opening quote of the event's string is lost, or something that is nothing stands between the two. */
function mayFill(text: string, { start, level }: EventStart): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  const opening = quoteOf(Math.max(0, level - 1));
  let quote = before.lastIndexOf(opening);
  // One with more backslashes stands in the string, and opens or closes another one there.
  while (quote > 0 && before[quote - 1] === '\\') quote = before.lastIndexOf(opening, quote - 1);
  const between = before.slice(quote + 1).replace(/\s/g, '');
  // Brackets and keys are none: the string holds more than the event.
  return between.length <= 3 && !/[[{:]/.test(between);
}

/** How events stand in the beginning of a log, if they do all alike. */
export function placementIn(text: string): WrappedPlacement | undefined {
  const first = firstEvents(text, LOOKED_AT);
  return placementOf(first.kinds, first);
}

/** An event's first key with what stands before it, be it escaped several times. */
const LONGEST_FIRST_KEY = 400;

/** What holds several events is looked through no further. */
const LONGEST_HOLDER = 1_000_000;

/** Places that are looked at before a text is called something else. */
export const LOOKED_AT = 300;

function placementOf(kinds: ReadonlySet<string>, { tail, firstKeys, keys }: FirstEvents): WrappedPlacement | undefined {
  const [kind] = kinds;
  const level = LEVELS.find((each) => kind?.startsWith(String(each)));
  if (kinds.size !== 1 || kind === undefined || level === undefined) return undefined;
  const fills = kind === kindOf({ level, fills: true });
  return { kind: 'wrapped', level, fills, tail, firstKeys: Array.from(firstKeys), keys: Array.from(keys) };
}

const LEVELS: readonly Level[] = [0, 1, 2, 3];

/** The beginning of an event once more, if it stands as before in a part of a log, where its beginning is the same. */
export function sameStart(beginning: string, start: number, placement: WrappedPlacement): EventStart | undefined {
  const begun = new EventStarts(beginning, undefined, placement.firstKeys).next(start);
  return begun?.start === start && kindOf(begun) === kindOf(placement) ? begun : undefined;
}

/** Where an event ends in a part of a log that reaches beyond the beginning of the next one, or to its end; see `endOf`. */
export function endInPart(part: string, begun: EventStart, placement: WrappedPlacement): number | Embedded {
  const { tail, keys, firstKeys } = placement;
  const kinds = new Set([kindOf(begun)]);
  const signatures = new Set(['', ...keys].map((key) => signatureOf(begun, key)));
  const finder = new EventFinder(
    part,
    { kinds, signatures, keys: new Set(keys), firstKeys: new Set(firstKeys), tail, known: new Map() },
    effortFor(part.length),
  );
  const place = finder.place(begun);
  if (place === undefined) return NOTHING;
  return place.read ?? place.end;
}
