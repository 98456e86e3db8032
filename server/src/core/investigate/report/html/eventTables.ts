import { html } from '../../../explain/escape';
import type { ZoneClock } from '../../zoneClock';
import { AgentTexts } from '../handed/agentTexts';
import { type EventColumn, eventCells, eventColumns } from '../handed/eventCells';
import type { HandedEvent } from '../handed/handedEvent';
import type { Numbered } from '../handed/numbered';
import { numberText } from '../page';
import { chunkHtml } from './chunks';
import type { LinkedEvents } from './linkedEvents';

/** Rows of one table. */
export const ROWS = 100;
/** About how high a row is, in pixels. */
const ROW_HEIGHT = 46;

/** The column of the numbers. */
const NUMBER: EventColumn = ['No.', 3.5];

/** Events as tables, one behind the other. @param keys the events in their order, by key @param linked those that the page leads to */
export function eventTables(
  keys: readonly number[],
  handed: readonly HandedEvent[],
  logs: Numbered,
  agents: Numbered,
  zone: ZoneClock | undefined,
  linked: LinkedEvents,
): string {
  const texts = new AgentTexts(agents);
  const tables: string[] = [];
  for (let from = 0; from < keys.length; from += ROWS) {
    const rows = keys.slice(from, from + ROWS).map((key, at) => {
      const event = handed[key];
      return event === undefined ? '' : rowHtml(eventCells(event, logs, texts, zone), from + at + 1, linked.idOf(key));
    });
    tables.push(tableHtml(rows, from, [NUMBER, ...eventColumns(zone)]));
  }
  return tables.join('\n');
}

/** Tags that HTML does without are left out, a fifth of a row. A column of nothing but `th` is one of heads of rows, without a scope of its own. */
function rowHtml(cells: readonly string[], number: number, id: string | undefined): string {
  let row = `<tr${id === undefined ? '' : ` id="${id}"`}><th>${numberText(number)}`;
  for (const text of cells) row += `<td>${html(text)}`;
  return row;
}

function tableHtml(rows: readonly string[], before: number, columns: readonly EventColumn[]): string {
  const all = columns.reduce((sum, [, width]) => sum + width, 0);
  const widths = columns
    .map(([, width]) => `<col style="width:${Number(((100 * width) / all).toFixed(2))}%">`)
    .join('');
  const titles = columns.map(([title]) => `<th scope="col">${html(title)}</th>`).join('');
  const table = [
    '<table>',
    `<caption>Events ${numberText(before + 1)} to ${numberText(before + rows.length)}</caption>`,
    `<colgroup>${widths}</colgroup><thead><tr>${titles}</tr></thead>`,
    '<tbody>',
    ...rows,
    '</table>',
  ].join('\n');
  return chunkHtml(table, (rows.length + 2) * ROW_HEIGHT);
}
