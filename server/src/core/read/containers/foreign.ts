import type { Container, JsonObject, Span } from '../../record';
import { skipSpace } from '../characters';
import { closingQuote } from '../escapes';
import { isCloudTrailRecord } from '../evidence';
import type { Gap } from '../gaps';
import { remove, shown } from '../repairs/proposal';
import { closingBracket } from '../valueEnd';
import { carrierOf } from './carriers';
import { type Embedded, endOf, NOTHING, readEmbedded, type Tail, tailOf } from './embedded';
import { type EventPlace, skeletonOf } from './skeleton';
import { type Level, namesAnEvent, SLASHES, type Spot, Spots } from './spots';
import { endsString } from './stringEnd';

/**
 * Logs whose events stand inside other JSON: what tools and services make of CloudTrail's records when they hand them on.
 * Events are found by how they begin, wherever they stand, so that damage around one of them costs no other.
 */

/** Places that are looked at before a text is called something else. */
const LOOKED_AT = 300;

/** What hands the events of a text on; undefined when nothing does, or when CloudTrail's own form is met first. */
export function carrierIn(text: string): Container | undefined {
  const spots = new Spots(text);
  const votes: (Container | 'native')[] = [];
  let at = 0;
  for (let count = 0; count < LOOKED_AT && votes.length < VOTES; count++) {
    const spot = spots.next(at);
    if (spot === undefined) break;
    const carrier = carrierOf(text, spot);
    at = spot.start + 1;
    if (carrier === undefined) continue;
    const found = endOf(text, spot, () => spots.next(spot.start + 1)?.start ?? text.length);
    if (found === NOTHING) continue;
    const { value, end } = typeof found === 'number' ? readEmbedded(text, spot.start, found, spot.level) : found;
    const isEvent = isCloudTrailRecord(value);
    if (isEvent) votes.push(carrier);
    if (isEvent || carrier !== 'native') at = Math.max(at, end);
  }
  const carriers = votes.filter((vote) => vote !== 'native');
  return 2 * carriers.length > votes.length ? carriers[0] : undefined;
}

/** Events that are asked where they stand: damage to one can make it look as if it stood elsewhere. */
const VOTES = 3;

/** An event, and the object around it as far as that can be read. */
export interface Carried extends Embedded {
  readonly around: JsonObject | undefined;
}

/**
 * All events of a text that hands them on, in its order.
 *
 * @returns what is wrong around them
 */
export function* carried(text: string, container: Container): Generator<Carried, readonly Gap[]> {
  const places = placesOf(text, container);
  const { gaps, around } = skeletonOf(
    text,
    places.map((place) => placeInSkeleton(text, place, container)),
  );
  const junk: Gap[] = [];
  for (const [index, place] of places.entries()) {
    const read = place.read ?? readEmbedded(text, place.start, place.end, place.level);
    junk.push(...junkAround(text, place, read.end));
    const isLast = index === places.length - 1;
    const cut = isLast ? withCut(text, read, gaps) : undefined;
    if (isRecord(read)) yield { ...(cut ?? read), around: around.get(index) };
    if (cut !== undefined) return junk;
  }
  return [...gaps, ...junk.filter(({ span }) => !gaps.some((gap) => overlaps(gap.span, span)))];
}

/** What a log group holds beside CloudTrail's events is none of ours, well formed or not. */
function isRecord({ value, source, damages }: Embedded): boolean {
  return isCloudTrailRecord(value) || (damages.length > 0 && namesAnEvent(source));
}

/** What is missing behind a damaged event at the very end of the log is the same damage. */
function withCut(text: string, last: Embedded, gaps: readonly Gap[]): Embedded | undefined {
  const [only] = gaps;
  const cut = last.damages.at(-1);
  const isEnd = skipSpace(text, last.end, text.length) === text.length;
  if (only === undefined || gaps.length > 1 || cut === undefined || !isEnd) return undefined;
  const more = only.edits.map((edit) => ({ ...edit, start: edit.start - last.start, end: edit.end - last.start }));
  const whole = { ...cut, edits: [...cut.edits, ...more], safe: cut.safe && only.safe };
  return { ...last, damages: [...last.damages.slice(0, -1), whole] };
}

/** Characters that stand in the event's string before or behind it. */
function junkAround(text: string, { start, end, level, fills }: Place, readEnd: number): readonly Gap[] {
  const found: Gap[] = [];
  const quote = quoteOf(level === 0 ? 0 : ((level - 1) as Level));
  if (fills && !text.endsWith(quote, start)) {
    const before = text.slice(Math.max(0, start - 40), start);
    const opening = before.lastIndexOf(quote);
    const extra = before.slice(opening + quote.length);
    const isOpening = /(?:^|[:,[\r\n])\s*$/.test(before.slice(0, Math.max(opening, 0)));
    if (opening >= 0 && isOpening && !/^(?:\s|\\[nrt])*$/.test(extra))
      found.push(unexpected(text, start - extra.length, start));
  }
  if (readEnd < end) found.push(unexpected(text, readEnd, end));
  return found;
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function unexpected(text: string, start: number, end: number): Gap {
  const detail = { text: shown(text, start, end) };
  return {
    kind: 'unexpected-text',
    span: { start, end },
    detail,
    edits: [remove(start, end)],
    safe: end - start === 1,
  };
}

interface Place extends Spot {
  readonly end: number;
  /** What it says, if that was found out when its end was looked for. */
  readonly read: Embedded | undefined;
}

function placesOf(text: string, container: Container): readonly Place[] {
  const spots = new Spots(text);
  const keys = new Keys(text, container);
  const { kinds, tail } = usual(text);
  const places: Place[] = [];
  for (let at = 0; at < text.length; ) {
    const spot = nextPlace(text, at, spots, keys, kinds);
    if (spot === undefined) break;
    const found = endOf(text, spot, () => limitBehind(text, spot, spots, keys, kinds), tail);
    at = spot.start + 1;
    if (found === NOTHING) continue;
    const read = typeof found === 'number' ? undefined : found;
    const end = typeof found === 'number' ? found : found.end;
    places.push({ ...spot, end, read });
    at = Math.max(at, end);
  }
  return places;
}

/** How events stand in this text, and what stands behind those that are objects: told by its first ones. */
function usual(text: string): { readonly kinds: Set<string>; readonly tail: Tail | undefined } {
  const spots = new Spots(text);
  const kinds = new Set<string>();
  const tails: Tail[] = [];
  let spot = spots.next(0);
  for (let count = 0; spot !== undefined && count < LOOKED_AT && tails.length < VOTES; count++) {
    const { start, level } = spot;
    const carrier = carrierOf(text, spot);
    let behind = start + 1;
    if (carrier !== undefined && carrier !== 'native') {
      kinds.add(kindOf(spot));
      const end = level === 0 ? closingBracket(text, start, text.length) : -1;
      if (end >= 0) {
        tails.push(tailOf(text, end));
        behind = end;
      }
    } else if (kinds.size > 0) break;
    spot = spots.next(behind);
  }
  return { kinds, tail: tails.find((tail, index) => tails.indexOf(tail) < index) };
}

/** Where the next event begins at the latest. */
function limitBehind(text: string, spot: Spot, spots: Spots, keys: Keys, kinds: Set<string>): number {
  return nextPlace(text, spot.start + 1, spots, keys, new Set([...kinds, kindOf(spot)]))?.start ?? text.length;
}

/** The next place in which events stand here: one that begins like an event, or else what stands behind a key for events. */
function nextPlace(text: string, from: number, spots: Spots, keys: Keys, kinds: Set<string>): Spot | undefined {
  const spot = nextSpot(text, from, spots, kinds);
  const keyed = keys.next(from);
  if (keyed === undefined || spot === undefined) return spot ?? keyed;
  const isOther = spot.fills || spot.level === 0 ? keyed.start < spot.start - 3 : keyed.end <= spot.start;
  return isOther ? keyed : spot;
}

function nextSpot(text: string, from: number, spots: Spots, kinds: Set<string>): Spot | undefined {
  for (let spot = spots.next(from); spot !== undefined; spot = spots.next(spot.start + 1)) {
    if (kinds.has(kindOf(spot))) return spot;
    const carrier = carrierOf(text, spot);
    if (carrier !== undefined && carrier !== 'native') {
      kinds.add(kindOf(spot));
      return spot;
    }
    const filling = { ...spot, fills: true };
    if (spot.level > 0 && kinds.has(kindOf(filling)) && mayFill(text, spot)) return filling;
  }
  return undefined;
}

/** The opening quote of the event's string is lost, or something stands between the two. */
function mayFill(text: string, { start, level }: Spot): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  const quote = before.lastIndexOf(quoteOf(level === 0 ? 0 : ((level - 1) as Level)));
  return before.slice(quote + 1).replace(/\s/g, '').length <= 3;
}

function kindOf({ level, fills }: Spot): string {
  return `${level}${fills ? ' fills' : ''}`;
}

/** Keys that hand events on as texts, for events whose own beginning is damaged. */
const STRING_KEYS: Partial<Readonly<Record<Container, string>>> = {
  'lookup-events': '"CloudTrailEvent"\\s*:\\s*',
  'cloudwatch-logs': '"message"\\s*:\\s*',
  'logs-subscription': '"message"\\s*:\\s*',
  'logs-insights': '"@message"\\s*(?:,\\s*"value"\\s*)?:\\s*',
  splunk: '"_raw"\\s*:\\s*',
  elastic: '"(?:event\\.)?original"\\s*:\\s*',
  eventbridge: '"detail"\\s*:\\s*',
  wazuh: '"aws"\\s*:\\s*',
};

/** What stands behind such a key, and where that ends as far as it was looked at. */
interface Keyed extends Spot {
  readonly end: number;
}

class Keys {
  readonly #text: string;
  readonly #pattern: RegExp | undefined;
  #from = -1;
  #next: Keyed | undefined;

  constructor(text: string, container: Container) {
    this.#text = text;
    const key = STRING_KEYS[container];
    this.#pattern = key === undefined ? undefined : new RegExp(`${key}(["{])`, 'g');
  }

  /** The first event behind such a key whose content begins at or behind `from`. */
  next(from: number): Keyed | undefined {
    const pattern = this.#pattern;
    if (pattern === undefined) return undefined;
    const isKnown = this.#from >= 0 && from >= this.#from && (this.#next === undefined || this.#next.start >= from);
    if (isKnown) return this.#next;
    this.#from = from;
    this.#next = undefined;
    pattern.lastIndex = from;
    for (let found = pattern.exec(this.#text); found !== null; found = pattern.exec(this.#text)) {
      const isText = found[1] === '"';
      const start = isText ? pattern.lastIndex : pattern.lastIndex - 1;
      const end = contentEnd(this.#text, start, isText);
      if (!namesAnEvent(this.#text.slice(start, end))) continue;
      const begin = skipSpace(this.#text, start, this.#text.length);
      this.#next = { start: begin, end, level: isText ? 1 : 0, fills: isText };
      break;
    }
    return this.#next;
  }
}

/** As much of an event is looked at to see that it is one. */
const LOOKED_THROUGH = 2000;

function contentEnd(text: string, start: number, isText: boolean): number {
  const near = Math.min(text.length, start + LOOKED_THROUGH);
  const quote = isText ? closingQuote(text, start, near) : -1;
  return quote >= 0 && endsString(text, quote) ? quote : near;
}

/** What the mark stands for: in a log export the time before the event is a part of its line. */
function placeInSkeleton(text: string, place: Place, container: Container): EventPlace {
  const { start, end } = place;
  if (container !== 'logs-export') return place;
  const line = /\d{4}-\d\d-\d\dT[\d:.]+Z\s*$/.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? '';
  return { start: start - line.length, end, fills: false };
}

function quoteOf(level: Level): string {
  return `${SLASHES[level] ?? ''}"`;
}
