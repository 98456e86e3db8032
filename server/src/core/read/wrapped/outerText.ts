import type { JsonObject, Span, TextEdit } from '../../record';
import { applyEdits, inOrder, toOriginal } from '../edits';
import { namesAnEvent } from '../evidence';
import type { Gap } from '../gaps';
import type { Proposal } from '../repairs/proposal';
import { changesEvent, freeMark, markOf, withoutQuote } from './eventMarks';
import { documents } from './outerDocuments';
import { lookAround, type Way } from './wayToEvents';

/**
 * What stands around the events of a log: its text with a mark in the place of each event. It is small, it is JSON when
 * nothing around the events is damaged, and a mark says whose surroundings it stands in.
 */
export interface OuterText {
  readonly gaps: readonly Gap[];
  /** By number of the event: the object that holds it, as far as it can be read. */
  readonly around: ReadonlyMap<number, JsonObject>;
  /** The way to the first event for which one is known. */
  readonly way: Way | undefined;
}

/** Where an event stands, and whether it is all that its string holds. */
export interface PlaceOfEvent extends Span {
  readonly fills: boolean;
}

/**
 * @param places of the events; a mark is a number, which can stand in a string, and in brackets for an object anywhere
 * @param others between the events that are known and left out
 */
export function outerTextOf(text: string, places: readonly PlaceOfEvent[], others: readonly Span[] = []): OuterText {
  const mark = freeMark(text);
  const edits = inOrder([
    ...places.map(({ start, end, fills }, index): TextEdit => ({ start, end, text: markOf(mark, index, fills) })),
    ...others.map(({ start, end }): TextEdit => ({ start, end, text: '' })),
  ]);
  const outer = applyEdits(text, edits);
  const around = new Map<number, JsonObject>();
  const gaps: Gap[] = [];
  let way: Way | undefined;
  for (const { value, damages } of documents(outer)) {
    if (value !== undefined) {
      const found = lookAround(value, mark, around);
      way ??= found;
    }
    for (const damage of damages) gaps.push(inLog(damage, outer, edits, mark));
  }
  return { gaps, around, way };
}

/** A repair that would change an event to mend what stands around it is none. */
function inLog(damage: Proposal, outer: string, edits: readonly TextEdit[], mark: string): Gap {
  const place = (at: number): number => toOriginal(edits, at);
  const detail: Record<string, string> = {};
  for (const [name, word] of Object.entries(damage.detail)) detail[name] = word.includes(mark) ? 'the event' : word;
  const start = place(damage.span.start);
  const takesEvent = damage.edits.some((edit) => changesEvent(outer, edit, mark)) || isInLostEvent(outer, damage.span);
  return {
    ...damage,
    detail,
    span: { start, end: Math.max(start, place(damage.span.end)) },
    edits: takesEvent
      ? []
      : damage.edits
          .map((edit) => withoutQuote(outer, edit, mark))
          .map((edit) => ({ start: place(edit.start), end: place(edit.end), text: edit.text })),
    safe: damage.safe && !takesEvent,
  };
}

const NEAR_DAMAGE = 1000;

/** Names of an event's fields around a place in which no event was found: it is too damaged to be told from what holds it. */
function isInLostEvent(outer: string, { start, end }: Span): boolean {
  return namesAnEvent(outer.slice(Math.max(0, start - NEAR_DAMAGE), end + NEAR_DAMAGE));
}
