import type { Question, QuestionRow } from '../core/index';
import { lastNotAbove } from '../core/store/lastNotAbove';
import { Picker } from '../core/store/picker';
import type { RowChunk } from '../core/store/rowChunk';
import { questionRow } from '../documents/eventLog';
import type { NumberedPiece } from './numberedRows';
import type { Picks, RowsTogether } from './rowsTogether';

/**
 * Finds the rows that answer a question, those that only repeat an event left out. Yields between chunks; where the records
 * themselves have to be read, it yields what it waits for.
 *
 * @returns by number of the row: 1 for those that answer
 */
export function* pickRows(together: RowsTogether, question: Question): Generator<Promise<void> | undefined, Picks> {
  const { rows } = together;
  const picks = new Uint8Array(rows.count);
  const asked: Asked = { inChunk: [], text: undefined };
  const picker = new Picker(question, (_, row) => rowIn(asked, row));
  for (const inChunk of chunksOf(rows.pieces)) {
    if (picker.readsRecords) {
      for (const numbered of inChunk) {
        const log = rows.logs[numbered.log - (rows.pieces[0]?.log ?? 0)];
        asked.text = undefined;
        yield log?.text().then((text) => {
          asked.text = text;
        });
        asked.inChunk = [numbered];
        take(numbered.piece.chunk(), asked.inChunk);
      }
    } else {
      asked.inChunk = inChunk;
      const chunk = inChunk[0]?.piece.chunk();
      if (chunk !== undefined) take(chunk, inChunk);
      yield undefined;
    }
  }
  return picks;

  function take(chunk: RowChunk, pieces: readonly NumberedPiece[]): void {
    let at = 0;
    for (const row of picker.pick(chunk, speakingRows(together, pieces))) {
      while ((pieces[at]?.piece.to ?? row + 1) <= row) at++;
      const found = pieces[at];
      if (found !== undefined) picks[found.first + row - found.piece.from] = 1;
    }
  }
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

const NONE: ReadonlySet<number> = new Set();

/** Positions in their chunk of the rows that speak for an event. @param pieces of one chunk, by their place in it */
export function speakingRows(
  together: RowsTogether,
  pieces: readonly NumberedPiece[],
  silenced: ReadonlySet<number> = NONE,
): Uint32Array {
  const positions: number[] = [];
  for (const { piece, first } of pieces) {
    for (let row = piece.from; row < piece.to; row++) {
      const number = first + row - piece.from;
      if (together.speaks(number) && !silenced.has(number)) positions.push(row);
    }
  }
  return Uint32Array.from(positions);
}

/** Pieces that lie in one chunk, by their place in it: those of files on disk, which share chunks. */
export function* chunksOf(pieces: readonly NumberedPiece[]): Generator<readonly NumberedPiece[]> {
  const shared = new Map<object, NumberedPiece[]>();
  for (const numbered of pieces) {
    const key = numbered.piece.rows;
    const known = shared.get(key);
    if (known === undefined) shared.set(key, [numbered]);
    else known.push(numbered);
  }
  for (const all of shared.values()) yield all.sort((left, right) => left.piece.from - right.piece.from);
}
