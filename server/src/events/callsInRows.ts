import { type EventInLog, isMailCall, requestKey } from '../core/index';
import type { NumberedRows } from './numberedRows';

/**
 * Finds the calls that some witnesses tell of. In open logs requestIDs are read from the text, so only records are looked at whose
 * name some witness has. One pass, however many names there are; yields now and then.
 *
 * @param silent records that another one speaks for
 * @returns the number of the call's record, of several the earliest, by what it has in common with its witnesses
 */
export function* callsInRows(
  rows: NumberedRows,
  witnesses: readonly EventInLog[],
  silent: ReadonlySet<number>,
): Generator<void, ReadonlyMap<string, number>> {
  const wanted = new Set(witnesses.map(({ facts }) => requestKey(facts)));
  const wantedNames = new Set(witnesses.map(({ facts }) => facts.eventName));
  const calls = new Map<string, number>();
  const times = new Map<string, number>();
  for (const { piece, first } of witnesses.length === 0 ? [] : rows.pieces) {
    const { rows: columns, names, from, to } = piece;
    for (let row = from; row < to; row++) {
      const number = first + row - from;
      const service = columns.service(row);
      if (!isMailCall(service) || columns.isNetwork(row) || silent.has(number)) continue;
      const eventName = names.textOf(columns.eventName(row));
      if (!wantedNames.has(eventName)) continue;
      const eventSource = names.textOf(columns.eventSource(row));
      const request = requestKey({ service, eventName, eventSource, requestID: piece.requestID(row) });
      if (request === undefined || !wanted.has(request)) continue;
      const time = Number.isNaN(columns.time(row)) ? Number.POSITIVE_INFINITY : columns.time(row);
      const earliest = times.get(request);
      if (earliest !== undefined && earliest <= time) continue;
      times.set(request, time);
      calls.set(request, number);
    }
    yield;
  }
  return calls;
}
