import fc from 'fast-check';
import { analyze, type EventRow, eventRow } from '../../../server/src/core';
import type { RowChunk } from '../../../server/src/core/store/rowChunk';
import { newTables, RowWriter, type WrittenTables } from '../../../server/src/core/store/rowWriter';
import type { Stretch } from '../../../server/src/core/store/stretch';
import { Stretches } from '../../../server/src/core/store/stretches';
import { anyLog } from './anyLog';

/** Logs as they are kept: several in a chunk, and several tables of texts, as threads have them. */
export interface StoredLogs {
  readonly stretches: readonly Stretch[];
  readonly rowAt: (chunk: RowChunk, row: number) => EventRow & { raw(): string };
  /** The same rows, made one by one. */
  readonly rows: readonly EventRow[];
}

/**
 * Some logs, and for each whether it begins a chunk and whether it begins tables; the second one of three whole logs is damaged here
 * and there.
 */
export const anyStoredLogs: fc.Arbitrary<StoredLogs> = fc
  .array(
    fc.record({
      text: fc
        .tuple(anyLog, fc.nat({ max: 3 }))
        .map(([text, damage]) => (damage === 0 ? text.replace(',"event', ' "event') : text)),
      beginsChunk: fc.boolean(),
      beginsTables: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map(stored);

function stored(
  logs: readonly { readonly text: string; readonly beginsChunk: boolean; readonly beginsTables: boolean }[],
): StoredLogs {
  const stretches: Stretch[] = [];
  const rows: EventRow[] = [];
  let pending: Omit<Stretch, 'chunk'>[] = [];
  let writer: RowWriter | undefined;
  let tables: WrittenTables = newTables();
  const take = (): void => {
    const chunk = writer?.take();
    if (chunk !== undefined) for (const each of pending) stretches.push({ ...each, chunk });
    pending = [];
    writer = undefined;
  };
  for (const [log, { text, beginsChunk, beginsTables }] of logs.entries()) {
    if (beginsChunk || beginsTables) take();
    if (beginsTables) tables = newTables();
    writer ??= new RowWriter(200, tables);
    const from = writer.count;
    for (const record of analyze(text)) {
      writer.add(record, log);
      rows.push(eventRow(record, fileOf(log)));
    }
    pending.push({ from, to: writer.count, log, index: 0, base: log });
  }
  take();
  const places = new Stretches();
  for (const stretch of stretches) places.add(stretch);
  return {
    stretches,
    rows,
    rowAt: (chunk, row) => Object.assign(places.row(chunk, row, fileOf), { raw: () => '' }),
  };
}

function fileOf(log: number): string {
  return `log ${log % 3}`;
}

/** The positions of all rows of a stretch. */
export function rowsOf({ from, to }: Stretch): Uint32Array {
  return Uint32Array.from({ length: to - from }, (_, at) => from + at);
}
