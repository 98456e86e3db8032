import { type EventInLog, requestKey } from '../core/index';
import { type Analysis, textFieldAt } from '../documents/analysis';
import type { RequestIds } from '../documents/logIndex/requestIds';

/** Some logs whose records are numbered through. */
export interface NumberedLogs {
  readonly logs: readonly Analysis[];
  /** The number of the first record of each. */
  readonly offsets: readonly number[];
}

/**
 * Finds the calls that some witnesses tell of in open logs. requestIDs are read from the text, so only records are looked at
 * whose name some witness has. One pass, however many names there are; yields now and then.
 *
 * @param silent records that another one speaks for
 * @returns the number of the call's record, of several the earliest, by what it has in common with its witnesses
 */
export function* callsInRows(
  { logs, offsets }: NumberedLogs,
  witnesses: readonly EventInLog[],
  silent: ReadonlySet<number>,
  requestIds: RequestIds,
): Generator<void, ReadonlyMap<string, number>> {
  const wanted = new Set(witnesses.map(({ facts }) => requestKey(facts)));
  const wantedNames = new Set(witnesses.map(({ facts }) => facts.eventName));
  const calls = new Map<string, number>();
  const times = new Map<string, number>();
  for (const [log, analysis] of witnesses.length === 0 ? [] : logs.entries()) {
    const { blocks, names } = analysis.index;
    for (const { block, first } of blocks) {
      for (let row = 0; row < block.count; row++) {
        const record = (offsets[log] ?? 0) + first + row;
        const service = block.service(row);
        if (service === 'other' || block.isNetwork(row) || silent.has(record)) continue;
        const eventName = names.textOf(block.eventName(row));
        if (!wantedNames.has(eventName)) continue;
        const eventSource = names.textOf(block.eventSource(row));
        const requestID = requestIds.of(block, row, () => textFieldAt(analysis, first + row, 'requestID'));
        const request = requestKey({ service, eventName, eventSource, requestID });
        if (request === undefined || !wanted.has(request)) continue;
        const time = Number.isNaN(block.time(row)) ? Number.POSITIVE_INFINITY : block.time(row);
        const earliest = times.get(request);
        if (earliest !== undefined && earliest <= time) continue;
        times.set(request, time);
        calls.set(request, record);
      }
      yield;
    }
  }
  return calls;
}
