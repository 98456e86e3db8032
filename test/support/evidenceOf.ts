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
import { readLog } from './readLog';

/** The evidence of some logs, each given as its text, in the order of their names. */
export function evidenceOf(logs: Readonly<Record<string, string>>): Evidence {
  const names = Object.keys(logs);
  const distinct = new DistinctRows(1);
  const losses: Loss[] = [];
  for (const [log, name] of names.entries()) {
    const { records, outline } = readLog(logs[name] ?? '');
    const why = lostOf([...outline.problems, ...(records.at(-1)?.problems ?? [])]);
    if (why.length > 0) losses.push({ file: name, name, why });
    if (records.length === 0) continue;
    const writer = new RowWriter(records.length);
    for (const record of records) writer.add(record);
    distinct.add({ chunk: writer.take(), from: 0, to: records.length, log, index: 0, base: 0 });
  }
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
