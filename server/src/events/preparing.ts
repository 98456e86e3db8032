import type { FieldName } from '../core/index';
import { columns } from '../core/store/columns';
import type { RowChunk } from '../core/store/rowChunk';
import type { TextTable } from '../core/store/texts';
import type { MergedEvents } from './mergedEvents';

/** Fields whose values are asked for most while a question is typed. */
export const fieldsCounted: readonly FieldName[] = ['key', 'address', 'actor', 'action', 'service', 'arn', 'agent'];

/**
 * What the first questions about inspected places need and all later ones have: texts by what they say, the names of actors,
 * addresses however they are written, what events teach. Nothing of it changes an answer. Yields every few thousandths of a second.
 */
export function* preparing(merged: MergedEvents): Generator<void, object> {
  const { inChunks } = merged.onDisk;
  const tables = new Set<TextTable>();
  for (const { pieces } of inChunks) {
    const chunk = pieces[0]?.piece.chunk();
    if (chunk === undefined) continue;
    yield* inChunk(chunk);
    for (const table of [chunk.tables.texts, chunk.particulars.texts, chunk.tables.actorNames]) tables.add(table);
  }
  for (const table of tables) while (table.prepare?.() === true) yield;
  yield* merged.learning();
  return merged;
}

function* inChunk(chunk: RowChunk): Generator<void> {
  const { tables } = chunk;
  tables.addresses.learn(chunk, chunk.column(columns.address));
  yield;
  if (chunk.actors.length > 0) yield;
}
