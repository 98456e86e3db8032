import { serviceLabel } from '../explain/serviceLabel';
import type { Reach } from '../investigate/evidence';
import { areBelieved, type BelievedTimes, believedTimes } from './believedTimes';
import { columns } from './columns';
import { malformedIn, readOnlyIn } from './rowState';
import type { RowTables } from './rowTables';
import type { SpeakingRows } from './speakingRows';

/** How far some rows reach, from their columns alone. @param ofLogs what is known of the logs themselves */
export function reachOf(rows: readonly SpeakingRows[], ofLogs: Pick<Reach, 'logs' | 'losses'>): Reach {
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
  const span = from <= to ? believedIn(rows, from, to) : { from: undefined, to: undefined, aside: 0 };
  return { ...sums, ...ofLogs, ...span, services, regions, accounts };
}

/** The span of the times that are believed. @param from earliest and latest of all times */
function believedIn(rows: readonly SpeakingRows[], from: number, to: number): BelievedTimes {
  if (areBelieved(from, to)) return { from, to, aside: 0 };
  const times = rows.flatMap(({ chunk, rows: speaking }) => Array.from(speaking, (row) => chunk.time(row)));
  return believedTimes(Float64Array.from(times.filter((time) => !Number.isNaN(time))));
}

function grow(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
