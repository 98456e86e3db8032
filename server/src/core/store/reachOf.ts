import { serviceLabel } from '../explain/serviceLabel';
import type { Reach } from '../investigate/evidence';
import { columns } from './columns';
import { malformedIn, readOnlyIn } from './rowState';
import type { RowTables } from './rowTables';
import type { SpeakingRows } from './speakingRows';

/** How far some rows reach, from their columns alone. @param logs how many logs there are */
export function reachOf(rows: readonly SpeakingRows[], logs: number): Reach {
  const calls = new Map<RowTables, number[]>();
  const sums = { events: 0, malformed: 0, reads: 0 };
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { chunk, rows: speaking } of rows) {
    const counts = calls.get(chunk.tables) ?? [];
    calls.set(chunk.tables, counts);
    const [states, ofCall] = [chunk.column(columns.state), chunk.column(columns.call)];
    for (const row of speaking) {
      const state = states[row] ?? 0;
      const call = ofCall[row] ?? 0;
      counts[call] = (counts[call] ?? 0) + 1;
      sums.events++;
      if (malformedIn(state) !== null) sums.malformed++;
      if (readOnlyIn(state) === true) sums.reads++;
      const time = chunk.time(row);
      if (time < from) from = time;
      if (time > to) to = time;
    }
  }
  const [services, regions, accounts] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  for (const [tables, counts] of calls) {
    counts.forEach((count, call) => {
      grow(services, serviceLabel(tables.callText(call, 'source')), count);
      grow(regions, tables.callText(call, 'region'), count);
      grow(accounts, tables.callText(call, 'account'), count);
    });
  }
  const isTimed = from <= to;
  return { ...sums, logs, from: isTimed ? from : undefined, to: isTimed ? to : undefined, services, regions, accounts };
}

function grow(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
