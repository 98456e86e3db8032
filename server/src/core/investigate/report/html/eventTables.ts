import { html } from '../../../explain/escape';
import { programOf } from '../../../explain/program';
import { numberText } from '../page';
import { idOf } from './appendix';
import type { HandedEvent } from './handedEvent';
import type { Numbered } from './numbered';

/** Rows of one table: a browser draws those in sight, and leaves the rest until somebody comes there. */
const ROWS = 100;
/** About how high a row is, in pixels. */
const ROW_HEIGHT = 46;

/** Titles of the columns, and how wide each is, in percent: one fact each. */
const columns = [
  ['No.', 3.5],
  ['Time (UTC)', 8],
  ['Action', 12],
  ['Outcome', 8],
  ['Who', 11],
  ['Access key', 11.5],
  ['Address', 8],
  ['Program', 7],
  ['On', 13],
  ['Record', 4],
  ['eventID', 14],
] as const;

/** Events as tables, one behind the other. @param keys the events in their order, by key */
export function eventTables(
  keys: readonly number[],
  handed: readonly HandedEvent[],
  logs: Numbered,
  agents: Numbered,
): string {
  const tables: string[] = [];
  for (let from = 0; from < keys.length; from += ROWS) {
    const rows = keys.slice(from, from + ROWS).map((key, at) => {
      const event = handed[key];
      return event === undefined ? '' : rowHtml(event, key, from + at + 1, logs, agents);
    });
    tables.push(tableHtml(rows, from));
  }
  return tables.join('\n');
}

function rowHtml(event: HandedEvent, key: number, number: number, logs: Numbered, agents: Numbered): string {
  const { when, action, outcome, who, key: accessKey, address, userAgent, on, file, index, eventID } = event;
  const agent = userAgent === '' ? '' : `${programOf(userAgent) ?? 'User agent'} (${agents.numberOf(userAgent)})`;
  const record = `${logs.numberOf(file)} #${index}`;
  const cells = [when, action, outcome, who, accessKey, address, agent, on, record, eventID];
  const tds = cells.map((text) => `<td>${html(text)}</td>`).join('');
  return `<tr id="${idOf(key)}"><th scope="row">${numberText(number)}</th>${tds}</tr>`;
}

function tableHtml(rows: readonly string[], before: number): string {
  const widths = columns.map(([, width]) => `<col style="width:${width}%">`).join('');
  const titles = columns.map(([title]) => `<th scope="col">${title}</th>`).join('');
  return [
    `<div class="chunk" style="contain-intrinsic-size:auto ${(rows.length + 2) * ROW_HEIGHT}px"><table>`,
    `<caption>Events ${numberText(before + 1)} to ${numberText(before + rows.length)}</caption>`,
    `<colgroup>${widths}</colgroup><thead><tr>${titles}</tr></thead>`,
    '<tbody>',
    ...rows,
    '</tbody></table></div>',
  ].join('\n');
}
