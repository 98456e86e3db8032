import {
  columns,
  contentsOf,
  type EventRecord,
  HANDED_OVER,
  type JsonObject,
  mayLieIn,
  thingsOf,
  type Window,
} from '../../core';
import { isPlainState, malformedNumber, outcomeIn } from '../../core/store/rowState';
import type { Extractor, Tally } from '../../extract/extractor';
import type { Asked } from '../../places/asked';
import { Found, type ScannedText, type SeenRecord, seenOf } from '../../places/scanText';
import type { KeptRows } from './keptRows';
import { RecordTexts } from './recordTexts';

/**
 * The fast way through a log that stands as CloudTrail writes it, on one line or on many. Nearly all records of a trail are of
 * other services: those are read by the extractor, and never become objects. Records of WorkMail, and what the extractor hands
 * over, are read as JSON. What it does not take is read in full, in TypeScript.
 */

/**
 * @param bytes of the log's text
 * @param rows where the rows of records are kept
 * @param extraction what has become of the log already, as the last one that was read; absent: it is to be read
 * @returns undefined where the log has to be read in full
 */
export function scanExtracted(
  bytes: Buffer,
  { service = 'workmail', window, answers }: Asked,
  extractor: Extractor,
  rows: KeptRows,
  extraction = extractor.extract(bytes),
): ScannedText | undefined {
  if ('surprise' in extraction) return undefined;
  const before = extractor.count - extraction.rows;
  const found = new Found(service);
  const texts = new RecordTexts(bytes, extraction.isAscii);
  const tally = extractor.tally();
  // A question may ask for anything in a record.
  const readsAll = service === 'all' || answers !== undefined;
  const keepsThings = rows.keepsAll && rows.keepsThings;
  const countsEach = readsAll || !isWhollyIn(window, tally) || namesService(tally, service, extractor);
  const learnsOrders = tally.others.some((call, at) => at % 2 === 0 && extractor.tellsOrders(call));
  const looksAtEach = countsEach || learnsOrders || (keepsThings && tellsThings(tally, extractor));
  const others = new CallCounts();
  if (!countsEach) {
    for (let at = 0; at < tally.others.length; at += 2) {
      found.count(extractor.sourceOf(tally.others[at] ?? 0), tally.others[at + 1] ?? 0);
    }
    for (const time of tally.times ?? []) found.widen(time);
  }
  // Rows before this one are told of.
  let told = before;
  const tellUpTo = (row: number): void => {
    if (row > told) rows.addRun(told, row - told, told - before);
    told = row;
  };
  let next = 0;
  for (const piece of looksAtEach || tally.special.length > 0 ? extractor.pieces(before) : []) {
    const [states, calls, times] = [
      piece.column(columns.state),
      piece.column(columns.call),
      piece.column(columns.time),
    ];
    const [starts, lengths] = [piece.column(columns.start), piece.column(columns.length)];
    for (let at = 0; at < piece.count; at++) {
      if (!looksAtEach) {
        const special = tally.special[next++];
        if (special === undefined || special >= piece.row + piece.count) {
          next--;
          break;
        }
        at = special - piece.row;
      }
      const state = states[at] ?? 0;
      const isPlain = isPlainState(state);
      const row = piece.row + at;
      const call = calls[at] ?? 0;
      if (isPlain && !readsAll && extractor.sourceOf(call) !== service) {
        const time = 1000 * (times[at] ?? 0);
        const object = (): JsonObject | undefined =>
          texts.object(starts[at] ?? 0, (starts[at] ?? 0) + (lengths[at] ?? 0));
        if (learnsOrders && extractor.tellsOrders(call)) found.learn(object());
        if (window === undefined || mayLieIn(window, { time })) {
          if (countsEach) {
            others.add(call);
            found.widen(time);
          }
          if (keepsThings && extractor.tellsThings(call)) {
            const told = { event: object(), action: undefined, service: 'other' } as const;
            const outcome = outcomeIn(state);
            rows.addThings(row, thingsOf(told, outcome), contentsOf(told, outcome));
          }
          continue;
        }
        found.outside++;
        tellUpTo(row);
        told++;
        continue;
      }
      tellUpTo(row);
      told++;
      const index = row - before;
      const start = starts[at] ?? 0;
      const end = start + (lengths[at] ?? 0);
      const isHandedOver = (state & HANDED_OVER) !== 0;
      const record = texts.record({ start, end }, index, !isHandedOver);
      if (record === undefined) {
        rows.endFile();
        return undefined;
      }
      found.learn(record.event);
      const seen = isHandedOver ? seenOf(record) : seenIn(record, extractor.sourceOf(call), times[at] ?? 0);
      if (window !== undefined && !mayLieIn(window, seen)) {
        found.outside++;
      } else if (answers?.(record, () => texts.text(start, end)) === false) {
        found.leave(seen);
      } else {
        const isWanted = found.add(seen);
        if (isHandedOver) rows.add(record, isWanted);
        else rows.addExtracted(row, record, outcomeIn(state), isWanted);
        states[at] = state | malformedNumber(record.malformed);
      }
    }
  }
  tellUpTo(before + extraction.rows);
  for (const [call, records] of others.all()) found.count(extractor.sourceOf(call), records);
  return { ...found.told(texts.positions), container: extraction.container, kind: undefined };
}

/** What is counted of a record whose row is at hand. @param seconds since 1970, 0 for a time that they can't tell */
function seenIn(record: EventRecord, eventSource: string, seconds: number): SeenRecord {
  if (seconds === 0) return seenOf(record);
  const { service, malformed, start } = record;
  return { service, malformed, eventSource, time: 1000 * seconds, start };
}

/** Whether no row that was read can lie outside of a window. */
function isWhollyIn(window: Window | undefined, { times }: Tally): boolean {
  return window === undefined || (times ?? []).every((time) => mayLieIn(window, { time }));
}

/** Whether records of the service that is asked for are among the other ones. */
function namesService({ others }: Tally, service: string, extractor: Extractor): boolean {
  return service !== 'workmail' && others.some((call, at) => at % 2 === 0 && extractor.sourceOf(call) === service);
}

/** Whether what records of other services make or are about is to be read, too. */
function tellsThings({ others }: Tally, extractor: Extractor): boolean {
  return others.some((call, at) => at % 2 === 0 && extractor.tellsThings(call));
}

/** How many records of a log are of each call. Records of one call often follow each other. */
class CallCounts {
  readonly #counts = new Map<number, number>();
  #call = -1;
  #run = 0;

  add(call: number): void {
    if (call !== this.#call) this.#close(call);
    this.#run++;
  }

  all(): ReadonlyMap<number, number> {
    this.#close(-1);
    return this.#counts;
  }

  #close(next: number): void {
    if (this.#run > 0) this.#counts.set(this.#call, (this.#counts.get(this.#call) ?? 0) + this.#run);
    this.#call = next;
    this.#run = 0;
  }
}
