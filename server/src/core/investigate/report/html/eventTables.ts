import { html } from '../../../explain/escape';
import type { ZoneClock } from '../../zoneClock';
import { AgentTexts } from '../handed/agentTexts';
import { idOf } from '../handed/appendix';
import { eventCells } from '../handed/eventCells';
import type { HandedEvent } from '../handed/handedEvent';
import type { Numbered } from '../handed/numbered';
import { numberText } from '../page';
import { chunkHtml } from './chunks';
import { type SharedColumn, sharedColumns } from './sharedColumns';

/** Rows of one table. */
export const ROWS = 100;
/** About how high a row is, in pixels. */
const ROW_HEIGHT = 46;

/** How wide the column of the numbers is. */
const NUMBER_WIDTH = 3.5;

/** Events as tables, one behind the other. @param keys the events in their order, by key */
export function eventTables(
  keys: readonly number[],
  handed: readonly HandedEvent[],
  logs: Numbered,
  agents: Numbered,
  zone: ZoneClock | undefined,
): string {
  const texts = new AgentTexts(agents);
  const columns = sharedColumns(zone);
  const tables: string[] = [];
  for (let from = 0; from < keys.length; from += ROWS) {
    const rows = keys.slice(from, from + ROWS).map((key, at) => {
      const event = handed[key];
      return event === undefined ? '' : rowHtml(eventCells(event, logs, texts, zone), columns, key, from + at + 1);
    });
    tables.push(tableHtml(rows, from, columns));
  }
  return tables.join('\n');
}

/** Tags that HTML does without are left out, a fifth of a row. A column of nothing but `th` is one of heads of rows, without a scope of its own. */
function rowHtml(facts: readonly string[], columns: readonly SharedColumn[], key: number, number: number): string {
  let row = `<tr id="${idOf(key)}"><th>${numberText(number)}`;
  for (const { at, below } of columns) {
    row += `<td>${html(facts[at] ?? '')}`;
    // The break stays where the upper fact is empty, so that each has its line.
    const lower = below === undefined ? '' : (facts[below] ?? '');
    if (lower !== '') row += `\n${html(lower)}`;
  }
  return row;
}

function tableHtml(rows: readonly string[], before: number, columns: readonly SharedColumn[]): string {
  const all = columns.reduce((sum, { width }) => sum + width, NUMBER_WIDTH);
  const widths = [NUMBER_WIDTH, ...columns.map(({ width }) => width)]
    .map((width) => `<col style="width:${Number(((100 * width) / all).toFixed(2))}%">`)
    .join('');
  const titles = ['No.', ...columns.map(({ title }) => title)]
    .map((title) => `<th scope="col">${html(title)}</th>`)
    .join('');
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
