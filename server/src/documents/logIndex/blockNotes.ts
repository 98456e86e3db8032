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

/** @param numbered what the numbers of the rows have left over */
export function notesOf(rows: readonly Row[], numbered: Pick<BlockNotes, 'muchMet' | 'otherIds'>): BlockNotes {
  const someOf = <T>(noteOf: (row: Row) => T | undefined): ReadonlyMap<number, T> => {
    let notes: Map<number, T> | undefined;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at];
      const note = row && noteOf(row);
      if (note === undefined) continue;
      notes ??= new Map<number, T>();
      notes.set(at, note);
    }
    return notes ?? NO_NOTES;
  };
  return {
    ...numbered,
    problems: someOf(({ problems }) => some(problems)),
    mends: someOf(({ mends }) => some(mends)),
    columns: someOf(({ columns }) => columns),
    saved: someOf(({ saved }) => saved),
    teaches: someOf(({ teaches }) => teaches),
    gaps: someOf(({ gaps }) => some(gaps)),
    reaches: someOf(({ reach }) => (reach > 0 ? reach : undefined)),
    writtenTimes: someOf(({ eventTime }) => eventTime),
  };
}

/** Nearly all blocks have none of most kinds. */
const NO_NOTES: ReadonlyMap<number, never> = new Map<number, never>();

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
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
