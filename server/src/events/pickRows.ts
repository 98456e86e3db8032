import type { Question, QuestionRow } from '../core/index';
import { lastNotAbove } from '../core/store/lastNotAbove';
import { Picker } from '../core/store/picker';
import type { RowChunk } from '../core/store/rowChunk';
import { questionRow } from '../documents/eventLog';
import type { NumberedPiece } from './numberedRows';
import type { Picks, RowsTogether } from './rowsTogether';

/** Rows of a chunk that answer a question. */
export interface PickedInChunk {
  readonly chunk: RowChunk;
  /** Positions in the chunk, in ascending order; good until the next rows are picked. */
  readonly positions: Uint32Array;
  /** The number among the rows of all logs; to be asked in ascending order. */
  readonly numberOf: (position: number) => number;
}

/**
 * Finds the rows that answer a question, those that only repeat an event left out. Yields between chunks; where the records
 * themselves have to be read, it yields what it waits for.
 *
 * @returns by number of the row: 1 for those that answer
 */
export function* pickRows(together: RowsTogether, question: Question): Generator<Promise<void> | undefined, Picks> {
  const picks = new Uint8Array(together.rows.count);
  yield* pickInChunks(together, question, ({ positions, numberOf }) => {
    for (const row of positions) picks[numberOf(row)] = 1;
  });
  return picks;
}

/** The same for those who need not know all rows at once. @returns nothing to speak of */
export function* pickInChunks(
  together: RowsTogether,
  question: Question,
  take: (picked: PickedInChunk) => void,
): Generator<Promise<void> | undefined, object> {
  const { rows } = together;
  const asked: Asked = { inChunk: [], text: undefined };
  const picker = new Picker(question, (_, row) => rowIn(asked, row));
  const give = (chunk: RowChunk, positions: Uint32Array): void => {
    take({ chunk, positions, numberOf: numbersIn(asked.inChunk) });
  };
  for (const { pieces, speaking } of together.inChunks) {
    if (picker.readsRecords) {
      for (const numbered of pieces) {
        asked.text = undefined;
        yield rows
          .logOf(numbered)
          .text()
          .then((text) => {
            asked.text = text;
          });
        asked.inChunk = [numbered];
        const { from, to } = numbered.piece;
        const chunk = numbered.piece.chunk();
        give(chunk, picker.pick(chunk, within(speaking, from, to)));
      }
    } else {
      asked.inChunk = pieces;
      const chunk = pieces[0]?.piece.chunk();
      if (chunk !== undefined) give(chunk, picker.answering(chunk, speaking));
      yield undefined;
    }
  }
  return asked;
}

/** @param pieces of one chunk, by their place in it */
function numbersIn(pieces: readonly NumberedPiece[]): (position: number) => number {
  let at = 0;
  return (position) => {
    while ((pieces[at]?.piece.to ?? Number.POSITIVE_INFINITY) <= position) at++;
    const found = pieces[at];
    if (found === undefined) throw new Error('A row that no piece has.');
    return found.first + position - found.piece.from;
  };
}

/** What is asked at the moment: pieces of one chunk, by their place in it, and the text of their log where it is wanted. */
export interface Asked {
  inChunk: readonly NumberedPiece[];
  text: string | undefined;
}

/** A row of what is asked at the moment. */
export function rowIn({ inChunk, text }: Asked, row: number): QuestionRow {
  const found = inChunk[lastNotAbove(inChunk.length, (place) => inChunk[place]?.piece.from ?? 0, row)];
  if (found === undefined) throw new Error('A row that no piece has.');
  return questionRow(found.piece, row, text);
}

/** A copy of those of ascending positions that are from one up to another, exclusive. */
function within(positions: Uint32Array, from: number, to: number): Uint32Array {
  return positions.slice(countBelow(positions, from), countBelow(positions, to));
}

/** How many of some ascending numbers are below another one. */
function countBelow(numbers: Uint32Array, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
