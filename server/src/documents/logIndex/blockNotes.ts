import type { JsonObject, Problem, Seen, TextEdit } from '../../core/index';
import { moved, type Row, type Teaching } from './row';

/** What few rows of a block have, by the position of the row. */
export interface BlockNotes {
  readonly problems: ReadonlyMap<number, readonly Problem[]>;
  readonly mends: ReadonlyMap<number, readonly TextEdit[]>;
  readonly columns: ReadonlyMap<number, readonly string[]>;
  readonly saved: ReadonlyMap<number, JsonObject>;
  readonly teaches: ReadonlyMap<number, Teaching>;
  readonly gaps: ReadonlyMap<number, readonly Problem[]>;
  readonly reaches: ReadonlyMap<number, number>;
  /** Numbers that have no room among those of the row. */
  readonly muchMet: ReadonlyMap<number, Seen>;
  /** Ids that are not of AWS's form. */
  readonly otherIds: ReadonlyMap<number, string>;
  readonly writtenTimes: ReadonlyMap<number, string>;
}

/** Nearly all blocks have none of most kinds. */
const NO_NOTES: ReadonlyMap<number, never> = new Map<number, never>();
const NO_NOTES_AT_ALL: BlockNotes = {
  problems: NO_NOTES,
  mends: NO_NOTES,
  columns: NO_NOTES,
  saved: NO_NOTES,
  teaches: NO_NOTES,
  gaps: NO_NOTES,
  reaches: NO_NOTES,
  muchMet: NO_NOTES,
  otherIds: NO_NOTES,
  writtenTimes: NO_NOTES,
};

/** Takes the notes of the rows of a block, in their order. */
export class NotesWriter {
  readonly #notes: { -readonly [kind in keyof BlockNotes]: BlockNotes[kind] } = { ...NO_NOTES_AT_ALL };

  get notes(): BlockNotes {
    return this.#notes;
  }

  /** @param hasMuch what was met with the row has no room among its numbers */
  add(at: number, row: Row, hasMuch: boolean): void {
    const notes = this.#notes;
    if (row.problems.length > 0) notes.problems = noted(notes.problems, at, row.problems);
    if (row.mends.length > 0) notes.mends = noted(notes.mends, at, row.mends);
    if (row.columns !== undefined) notes.columns = noted(notes.columns, at, row.columns);
    if (row.saved !== undefined) notes.saved = noted(notes.saved, at, row.saved);
    if (row.teaches !== undefined) notes.teaches = noted(notes.teaches, at, row.teaches);
    if (row.gaps.length > 0) notes.gaps = noted(notes.gaps, at, row.gaps);
    if (row.reach > 0) notes.reaches = noted(notes.reaches, at, row.reach);
    if (row.eventTime !== undefined) notes.writtenTimes = noted(notes.writtenTimes, at, row.eventTime);
    if (hasMuch) notes.muchMet = noted(notes.muchMet, at, row.met);
  }

  /** An id that is not of AWS's form. */
  addId(at: number, eventID: string): void {
    this.#notes.otherIds = noted(this.#notes.otherIds, at, eventID);
  }
}

/** The map with one more note; a map of its own for the first one. */
function noted<T>(notes: ReadonlyMap<number, T>, at: number, note: T): ReadonlyMap<number, T> {
  return notes instanceof Map && notes.size > 0 ? notes.set(at, note) : new Map([[at, note]]);
}

/** Which rows give way, where those behind them stand then, and by how far their text has moved. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly behind: number;
  readonly by: number;
}

/** @param made of the rows that take the place of others */
export function splicedNotes(old: BlockNotes, made: BlockNotes, splice: Splice): BlockNotes {
  const same = <T>(note: T): T => note;
  const { by } = splice;
  return {
    problems: spliced(old.problems, made.problems, splice, same),
    mends: spliced(old.mends, made.mends, splice, same),
    columns: spliced(old.columns, made.columns, splice, same),
    saved: spliced(old.saved, made.saved, splice, same),
    teaches: spliced(old.teaches, made.teaches, splice, same),
    gaps: spliced(old.gaps, made.gaps, splice, (gaps) => gaps.map((gap) => moved(gap, by))),
    reaches: spliced(old.reaches, made.reaches, splice, (reach) => reach + by),
    muchMet: spliced(old.muchMet, made.muchMet, splice, same),
    otherIds: spliced(old.otherIds, made.otherIds, splice, same),
    writtenTimes: spliced(old.writtenTimes, made.writtenTimes, splice, same),
  };
}

function spliced<T>(
  old: ReadonlyMap<number, T>,
  made: ReadonlyMap<number, T>,
  { from, to, behind }: Splice,
  move: (note: T) => T,
): ReadonlyMap<number, T> {
  if (old.size === 0 && made.size === 0) return old;
  const notes = new Map<number, T>();
  // In the order of the rows, in which others go through them.
  for (const [at, note] of old) if (at < from) notes.set(at, note);
  for (const [at, note] of made) notes.set(from + at, note);
  for (const [at, note] of old) if (at >= to) notes.set(at - to + behind, move(note));
  return notes;
}
