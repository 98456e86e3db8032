import type { FieldName } from '../core/index';
import { Facets } from '../core/store/facets';
import { speakingIn } from './inChunks';
import type { MergedEvents } from './mergedEvents';
import { type Asked, rowIn } from './pickRows';

/** Counts the values of a field in all events, those that only repeat another one left out. Yields between chunks. */
export function* countValues(merged: MergedEvents, field: FieldName): Generator<void, Facets> {
  const asked: Asked = { inChunk: [], text: undefined };
  const facets = new Facets([field], (_, row) => rowIn(asked, row));
  for (const { together, silenced } of merged.sides) {
    for (const { pieces, speaking } of together.inChunks) {
      asked.inChunk = pieces;
      const chunk = pieces[0]?.piece.chunk();
      const told =
        silenced.size === 0 ? speaking : speakingIn(pieces, (row) => together.speaks(row) && !silenced.has(row));
      if (chunk !== undefined) facets.add(chunk, told);
      yield;
    }
  }
  return facets;
}
