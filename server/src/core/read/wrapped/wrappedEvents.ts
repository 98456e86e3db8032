import type { JsonObject, Span } from '../../record';
import { formOfLines, formUnder } from '../forms/nameForm';
import type { Gap } from '../gaps';
import { remove, shown } from '../repairs/proposal';
import { soundDocuments } from '../soundDocuments';
import { type TableBetween, tablesBetween } from '../tables/tableBetween';
import { cutAtEnd } from './cutAtEnd';
import { damagedInLines } from './damagedLines';
import type { Embedded } from './embedded';
import { type EventPlace, endInPart, placesOf, sameStart, type WrappedPlacement } from './eventPlaces';
import { type EventStart, quoteOf } from './eventStarts';
import type { FirstEvents } from './firstEvents';
import { outerTextOf } from './outerText';
import type { Outside, PlaceInPart } from './placement';
import { readEmbedded } from './readEvent';
import { isEvent } from './textEvents';
import { standInLines } from './textLines';

/**
 * Logs whose events stand inside other text: what tools and services make of CloudTrail's records when they hand them on.
 * Events are found by what they say, wherever they stand, so that damage around one of them costs no other; what holds them is
 * read afterwards, and names the form.
 */

/** An event, and the object around it as far as that can be read. */
export interface WrappedEvent extends Embedded {
  readonly around: JsonObject | undefined;
}

/** All events of a text, in its order; undefined as long as the first of them is not known, so that a caller may pause. */
export function* wrappedEvents(text: string, first: FirstEvents): Generator<WrappedEvent | undefined, Outside> {
  const { places, placement } = yield* placesOf(text, first);
  const tables = tablesBetween(text, places);
  if (standInLines(first)) return yield* eventsInLines(text, first, places, tables);
  const { gaps: told, around, way } = outerTextOf(text, places, Array.from(tables.values()));
  // JSON is never accused, whatever the numbers in the places of events have made of it.
  const gaps = told.length > 0 && soundDocuments(text) !== undefined ? [] : told;
  const named = formUnder(way);
  const junk: Gap[] = [];
  let others = 0;
  for (const [index, place] of places.entries()) {
    yield* eventsOf(tables.get(index));
    const read = place.read ?? readEmbedded(text, place.start, place.end, place.level);
    junk.push(...junkAround(text, place, read.end));
    const isLast = index === places.length - 1;
    const cut = isLast ? cutAtEnd(text, read, gaps) : undefined;
    if (isEvent(read)) yield { ...(cut ?? read), around: around.get(index) };
    else others++;
    if (cut !== undefined) return { ...named, gaps: junk, placement: undefined };
  }
  yield* eventsOf(tables.get(places.length));
  const all = [...gaps, ...junk.filter(({ span }) => !gaps.some((gap) => overlaps(gap.span, span)))];
  return { ...named, gaps: all, placement: all.length + others + tables.size === 0 ? placement : undefined };
}

function* eventsOf(table: TableBetween | undefined): Generator<WrappedEvent> {
  for (const event of table?.events ?? []) yield { ...event, around: undefined };
}

/** Events in lines of text: what else stands there is none of ours, and is said once where no form is known to put it there. */
function* eventsInLines(
  text: string,
  first: FirstEvents,
  places: readonly EventPlace[],
  tables: ReadonlyMap<number, TableBetween>,
): Generator<WrappedEvent, Outside> {
  let behind = 0;
  for (const [index, { read, start, end, level }] of places.entries()) {
    yield* eventsOf(tables.get(index));
    for (const event of damagedInLines(text, behind, start)) yield { ...event, around: undefined };
    const event = read ?? readEmbedded(text, start, end, level);
    if (isEvent(event)) yield { ...event, around: undefined };
    behind = Math.max(end, event.end);
  }
  const table = tables.get(places.length);
  yield* eventsOf(table);
  for (const event of damagedInLines(text, table?.end ?? behind, text.length)) yield { ...event, around: undefined };
  const one = first.events.find(({ linePrefix }) => linePrefix !== undefined);
  const form = formOfLines(first.events.flatMap(({ linePrefix = [] }) => linePrefix));
  if (form !== undefined || one === undefined)
    return { form: form ?? 'lines', under: undefined, gaps: [], placement: undefined };
  const { linePrefix = '', start } = one;
  const span = { start: start - linePrefix.length, end: start };
  const detail = { text: shown(text, span.start, span.end) };
  const gap: Gap = { kind: 'text-around', span, detail, edits: [], safe: false };
  return { form: 'lines', under: undefined, gaps: [gap], placement: undefined };
}

/** The event at a place once more, where all else is as it was; see `pieceAgain`. */
export function eventAgain(
  part: string,
  { start, end, changed, next }: PlaceInPart,
  placement: WrappedPlacement,
): Embedded | undefined {
  const { level, fills } = placement;
  if (next < part.length && !isSound(part, next, placement)) return undefined;
  const begun = sameStart(part.slice(0, changed), start, placement);
  const found = begun && endInPart(part, begun, placement);
  if (found === undefined || (typeof found === 'number' && found !== end)) return undefined;
  const read = typeof found === 'number' ? readEmbedded(part, start, end, level) : found;
  if (read.end !== end || !isEvent(read)) return undefined;
  return junkAround(part, { start, end, level, fills }, end).length === 0 ? read : undefined;
}

/** Whether an event begins here as before. What stands close before it has a part in that, and can be the end of another. */
function isSound(part: string, start: number, placement: WrappedPlacement): boolean {
  const { level, fills } = placement;
  const isThere = sameStart(part, start, placement) !== undefined;
  return isThere && junkAround(part, { start, end: start, level, fills }, start).length === 0;
}

/** Characters that stand in the event's string before or behind it. */
function junkAround(text: string, { start, end, level, fills }: EventStart & Span, readEnd: number): readonly Gap[] {
  const found: Gap[] = [];
  const quote = quoteOf(Math.max(0, level - 1));
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
