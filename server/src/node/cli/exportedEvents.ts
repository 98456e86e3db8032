import { type ExportedEvent, type ExportedEvents, type FieldOrder, oneLine, StoredRow } from '../../core';
import { textsAgain } from '../scan/textsAgain';
import type { AnsweringRows, LogOrder } from './answeringRows';

/** A log that is read again. */
export interface LogAgain {
  readonly name: string;
  readonly text: () => Promise<string | undefined>;
  /** That it was read with; absent: none. */
  readonly orders?: readonly FieldOrder[] | undefined;
}

/** What came of reading the events again. */
export interface ReadAgain {
  /** Events that were handed on. */
  events: number;
  /** Those among them whose JSON had to be made. */
  made: number;
  /** Those that stood on several lines. */
  laidOut: number;
  /** Those whose JSON is not as it stands there: see `strictJson`. */
  mended: number;
  /** By log, events that could not be read. */
  readonly lost: Map<string, number>;
}

/** Events that are handed on at once. */
const SOME = 500;

/**
 * The events that answer, with their JSON, in the order of their logs. Every log is read once more.
 *
 * @param logs by the order that each was added with
 * @param read is filled on the way
 * @param isStopped then nothing more is read
 */
export async function* exportedEvents(
  rows: AnsweringRows,
  logs: ReadonlyMap<LogOrder, LogAgain>,
  read: ReadAgain,
  isStopped: () => boolean,
): ExportedEvents & AsyncGenerator<readonly ExportedEvent[]> {
  for (const { order, rows: wanted } of rows.byLog()) {
    if (isStopped()) return;
    const log = logs.get(order);
    const name = log?.name ?? '';
    const text = await log?.text();
    const texts = text === undefined ? [] : textsAgain(text, wanted, log?.orders);
    for (let from = 0; from < wanted.length; from += SOME) {
      const some: ExportedEvent[] = [];
      for (let at = from; at < Math.min(from + SOME, wanted.length); at++) {
        const [row, again] = [wanted[at], texts[at]];
        if (row === undefined) continue;
        if (again === undefined) {
          read.lost.set(name, (read.lost.get(name) ?? 0) + 1);
          continue;
        }
        const json = oneLine(again.json);
        if (again.isMade) read.made++;
        if (json !== again.json) read.laidOut++;
        some.push({ row: new StoredRow(row.chunk, row.row, { index: row.index, file: row.file, base: 0 }), json });
      }
      read.events += some.length;
      if (some.length > 0) yield some;
    }
  }
}
