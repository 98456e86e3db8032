import type { FieldName } from '../core/index';
import { Facets } from '../core/store/facets';
import type { MergedEvents } from './mergedEvents';
import { type Asked, chunksOf, rowIn, speakingRows } from './pickRows';

/** Counts the values of a field in all events, those that only repeat another one left out. Yields between chunks. */
export function* countValues({ sides }: MergedEvents, field: FieldName): Generator<void, Facets> {
  const asked: Asked = { inChunk: [], text: undefined };
  const facets = new Facets([field], (_, row) => rowIn(asked, row));
  for (const { together, silenced } of sides) {
    for (const inChunk of chunksOf(together.rows.pieces)) {
      asked.inChunk = inChunk;
      const chunk = inChunk[0]?.piece.chunk();
      if (chunk !== undefined) facets.add(chunk, speakingRows(together, inChunk, silenced));
      yield;
    }
  }
  return facets;
}
