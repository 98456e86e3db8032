import { applyEdits, inOrder, moved } from '../read/edits';
import { recognize } from '../read/recognize';
import { nextSound } from '../read/soundEvents';
import { accuses, split } from '../read/split';
import { effortFor, newEffort } from '../read/whole';
import type { Span, TextEdit } from '../record';
import { analyze } from './analyze';

/**
 * What is offered as a repair is tried first: it is one if every whole event of the text is one in the repaired text as
 * well, character for character. The search for repairs aims at that; this makes sure of it, whatever the search has found.
 */

/** A look for the next whole event goes this far at once. */
const AT_ONCE = 1_000_000;

/** All whole events, in the order of the text. Takes time in proportion to the length. */
function soundEvents(text: string): readonly Span[] {
  const effort = newEffort(effortFor(text.length));
  const found: Span[] = [];
  let at = 0;
  while (at < text.length) {
    const limit = Math.min(text.length, at + AT_ONCE);
    const sound = nextSound(text, at, limit, effort);
    if (sound !== undefined) found.push(sound);
    at = sound?.end ?? limit;
  }
  return found;
}

/**
 * Whether edits leave every whole event of a text as it is. Others may become whole by them.
 *
 * @param text a log, or a stretch of one that begins and ends between events
 * @param edits in order, in offsets of the text
 */
export function keepsEvents(text: string, edits: readonly TextEdit[]): boolean {
  return lostBetween(text, applyEdits(text, edits)) === undefined;
}

/** Where in a text the first whole event stands that the other one has not: from the whole event before it to the one behind. */
function lostBetween(text: string, other: string): Span | undefined {
  const left = soundEvents(other);
  const events = soundEvents(text);
  let next = 0;
  for (const [index, { start, end }] of events.entries()) {
    const own = text.slice(start, end);
    while (next < left.length && textAt(other, left[next]) !== own) next++;
    if (next++ >= left.length)
      return { start: events[index - 1]?.end ?? 0, end: events[index + 1]?.start ?? text.length };
  }
  return lostElsewhere(text, other);
}

/** The same of events that stand in other text or in rows, told by what they say. */
function lostElsewhere(text: string, other: string): Span | undefined {
  if (!['wrapped', 'csv', 'rows'].includes(recognize(text).kind)) return undefined;
  const left = new Map<string, number>();
  for (const { event, malformed } of analyze(other)) {
    if (malformed !== 'syntax') left.set(JSON.stringify(event), (left.get(JSON.stringify(event)) ?? 0) + 1);
  }
  for (const { event, malformed, start, end } of analyze(text)) {
    if (malformed === 'syntax') continue;
    const said = JSON.stringify(event);
    const count = left.get(said) ?? 0;
    if (count === 0) return { start, end };
    left.set(said, count - 1);
  }
  return undefined;
}

function textAt(text: string, span: Span | undefined): string {
  return span === undefined ? '' : text.slice(span.start, span.end);
}

/** All repairs that can be made in a text together, each given as edits in offsets of the text. */
export interface Repaired<R> {
  readonly text: string;
  readonly made: readonly R[];
  /** Those that would have cost a whole event. */
  readonly refused: readonly R[];
}

/**
 * Makes all repairs that cost no whole event. If they do so together only, those of them are left out between whose edits
 * an event is lost; if that does not help either, all are.
 */
export function repairedTogether<R extends { readonly edits: readonly TextEdit[] }>(
  text: string,
  repairs: readonly R[],
): Repaired<R> {
  let made = repairs;
  for (let round = 0; round < MOST_ROUNDS && made.length > 0; round++) {
    const edits = inOrder(made.flatMap((repair) => repair.edits));
    const result = applyEdits(text, edits);
    const lost = lostBetween(text, result);
    if (lost === undefined) {
      const kept = new Set(made);
      return { text: result, made, refused: repairs.filter((each) => !kept.has(each)) };
    }
    const kept = made.filter(({ edits: own }) => own.every((edit) => edit.end < lost.start || edit.start > lost.end));
    made = kept.length < made.length ? kept : [];
  }
  return { text, made: [], refused: repairs };
}

const MOST_ROUNDS = 8;

/**
 * The text as `repairs` make it, repaired once more where that shows what else was wrong: behind a record that was closed, the
 * list is still open.
 *
 * @returns whether something is still broken in the copy
 */
export function repairedCopy<R extends { readonly edits: readonly TextEdit[] }>(
  text: string,
  repairs: readonly R[],
): Repaired<R> & { readonly isBroken: boolean } {
  const first = repairedTogether(text, repairs);
  let copy = first.text;
  for (let round = 1; round < MOST_COPIES && copy !== text; round++) {
    const next = repairedTogether(copy, Array.from(repairsIn(copy))).text;
    if (next === copy) break;
    copy = next;
  }
  return { ...first, text: copy, isBroken: first.refused.length > 0 || hasDamage(copy) };
}

function hasDamage(text: string): boolean {
  for (const piece of split(text)) {
    if (accuses(piece)) return true;
  }
  return false;
}

const MOST_COPIES = 4;

/** What is broken in a text and has a repair. */
function* repairsIn(text: string): Generator<{ readonly edits: readonly TextEdit[] }> {
  const records = analyze(text);
  let next = records.next();
  for (; !next.done; next = records.next()) {
    const { start, problems } = next.value;
    for (const { edits } of problems) if (edits !== undefined) yield { edits: moved(edits, start) };
  }
  for (const { edits } of next.value.problems) if (edits !== undefined) yield { edits };
}
