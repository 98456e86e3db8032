import type { Span } from '../../record';
import type { Embedded } from '../wrapped/embedded';
import { isSound } from '../wrapped/textEvents';
import { lineEnd, lineStart } from './csv';
import { csvRows } from './csvRows';
import { DOUBLED } from './doubledQuotes';
import { lateTableOf } from './lateTable';

/** A table of events that was put between or behind other events. */
export interface TableBetween extends Span {
  /** The whole events in its cells, with offsets of the log. */
  readonly events: readonly Embedded[];
}

/** The table in a stretch of a log; undefined where none with a whole event stands there. */
export function tableBetween(text: string, { start, end }: Span): TableBetween | undefined {
  const stretch = text.slice(start, end);
  const table = lateTableOf(stretch);
  if (table === undefined) return undefined;
  const events = Array.from(csvRows(stretch, table)).filter(isSound);
  const [first] = events;
  const last = events.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const { header } = table;
  const head = header.end > header.start ? header.start : lineBegin(stretch, first.start);
  return {
    start: start + head,
    end: start + lineEnd(stretch, last.end),
    events: events.map((event) => ({ ...event, start: start + event.start, end: start + event.end })),
  };
}

/**
 * The tables between the events of a log and behind them, by the number of the event before which they stand. A table begins with
 * a line of its own.
 *
 * @param places of the events, in the order of the text
 */
export function tablesBetween(text: string, places: readonly Span[]): ReadonlyMap<number, TableBetween> {
  const found = new Map<number, TableBetween>();
  if (!DOUBLED.test(text)) return found;
  let behind = 0;
  for (let index = 0; index <= places.length; index++) {
    const place = places[index];
    const from = index === 0 ? 0 : lineStart(text, lineEnd(text, behind));
    const to = place?.start ?? text.length;
    const table =
      from < to && DOUBLED.test(text.slice(from, to)) ? tableBetween(text, { start: from, end: to }) : undefined;
    if (table !== undefined) found.set(index, table);
    behind = Math.max(behind, place?.end ?? behind);
  }
  return found;
}

/** Where the line with an offset begins. */
function lineBegin(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at)) + 1;
}
