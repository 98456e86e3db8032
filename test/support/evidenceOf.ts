import {
  type Evidence,
  gatherEvidence,
  type Loss,
  lostOf,
  noAddedNames,
  type PickedRows,
  RowWriter,
  type SpeakingRows,
} from '../../server/src/core';
import { DistinctRows } from '../../server/src/core/store/distinctRows';
import type { FileStretch } from '../../server/src/host/logFiles';
import { readLog } from './readLog';

/** The evidence of some logs, each given as its text, in the order of their names. */
export function evidenceOf(logs: Readonly<Record<string, string>>): Evidence {
  const names = Object.keys(logs);
  const losses: Loss[] = [];
  const stretches = names.map((name): readonly FileStretch[] => {
    const { records, outline } = readLog(logs[name] ?? '');
    const why = lostOf([...outline.problems, ...(records.at(-1)?.problems ?? [])]);
    if (why.length > 0) losses.push({ file: name, name, why });
    if (records.length === 0) return [];
    const writer = new RowWriter(records.length);
    for (const record of records) writer.add(record);
    return [{ chunk: writer.take(), from: 0, to: records.length, index: 0 }];
  });
  return evidenceOfRows(names, stretches, losses);
}

/** The same of rows that were made already. @param stretches of each log */
export function evidenceOfRows(
  names: readonly string[],
  stretches: readonly (readonly FileStretch[])[],
  losses: readonly Loss[] = [],
): Evidence {
  const distinct = new DistinctRows(1);
  for (const [log, own] of stretches.entries()) for (const stretch of own) distinct.add({ ...stretch, log, base: 0 });
  const placed = ({ chunk, rows }: PickedRows): SpeakingRows => ({
    chunk,
    rows,
    placeOf: (row: number) => {
      const { log, index, from } = distinct.stretches.holding(chunk, row);
      return { log, index: index + row - from, file: names[log] ?? '', base: 0 };
    },
  });
  const rows = Array.from(distinct.speaking(), placed);
  const repeats = Array.from(distinct.silent(), placed);
  const gathering = gatherEvidence({ rows, repeats, logs: names.length, losses, added: noAddedNames, seed: 1 });
  for (let step = gathering.next(); ; step = gathering.next()) if (step.done) return step.value;
}

/** The same of one log that holds these events. */
export function evidenceOfEvents(events: readonly unknown[]): Evidence {
  return evidenceOf({ 'log.json': JSON.stringify({ Records: events }) });
}
