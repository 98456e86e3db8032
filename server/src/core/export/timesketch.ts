import { csv, strictJson } from '../explain/escape';
import type { EventRow } from '../investigate/eventRow';
import { eventLines, headLine, linesOf } from './delimited';
import { cellsOf, type ExportedEvent, type ExportedEvents, timesketchColumns } from './exportedEvent';

/** What Timesketch asks of every event: https://timesketch.org/guides/user/import-from-json-csv/ */
const OWN = ['message', 'datetime', 'timestamp_desc'] as const;
const DESCRIPTION = 'Event Time';

/** Whether Timesketch can take an event: one whose time can't be read has no place on its time line. */
export function hasTimesketchTime({ row }: Pick<ExportedEvent, 'row'>): boolean {
  return !Number.isNaN(row.time);
}

/** Events as a CSV file for Timesketch. @param events all of which have a time that can be read */
export async function* timesketchCsv(events: ExportedEvents): AsyncGenerator<string> {
  const columns = timesketchColumns();
  yield headLine([...OWN, ...columns.map(({ name }) => name)], ',');
  const lineOfEvent = eventLines(columns, ',');
  for await (const some of events) {
    yield linesOf(some.map((event) => `${own(event.row).map(csv).join(',')},${lineOfEvent(event)}`));
  }
}

/** The same as lines of JSON, which leave out what an event does not say. */
export async function* timesketchLines(events: ExportedEvents): AsyncGenerator<string> {
  const columns = timesketchColumns();
  const cells = cellsOf(columns);
  for await (const some of events) {
    let text = '';
    for (const event of some) {
      const [message, datetime, description] = own(event.row);
      const told: Record<string, unknown> = { message, datetime, timestamp_desc: description };
      for (const [at, cell] of cells(event).entries()) told[columns[at]?.name ?? ''] = cell;
      text += `${strictJson(JSON.stringify(told))}\n`;
    }
    yield text;
  }
}

/** In the order of `OWN`. */
function own(row: EventRow): readonly [string, string, string] {
  return [messageOf(row), new Date(row.time).toISOString().replace('Z', '+00:00'), DESCRIPTION];
}

/** What happened in one line. */
function messageOf({ service, action, actor, targets, address, outcome, errorCode }: EventRow): string {
  const on = targets.length === 0 ? '' : ` on ${targets.join(' ')}`;
  const from = address === '' ? '' : ` from ${address}`;
  const failed = outcome === 'failed' ? ` failed${errorCode === '' ? '' : ` with ${errorCode}`}` : '';
  return `${service} ${action}${failed}${on} by ${actor === '' ? 'somebody' : actor}${from}`;
}
