import { html } from '../../../explain/escape';
import type { InputFile } from '../../inputFile';
import { inputCells, inputsChapter, inputsLead } from '../handed/inputs';
import { numberText } from '../page';
import { chunkHtml } from './chunks';

/** Rows of one table. */
const ROWS = 100;
/** About how high a row is, in pixels. */
const ROW_HEIGHT = 46;

/** Titles of the columns, and how wide each is, in percent. */
const columns = [
  ['No.', 3.5],
  ['File', 33],
  ['SHA-256', 27],
  ['Bytes', 7],
  ['Changed last (UTC)', 9.5],
  ['Read as', 20],
] as const;

/**
 * Every file that a report was made from, in its order, with its hash, so that somebody who has it can tell that it is the same.
 *
 * @param tool name and version of what read it
 */
export function inputsHtml(inputs: readonly InputFile[], tool: string): string {
  const tables: string[] = [];
  for (let from = 0; from < inputs.length; from += ROWS) tables.push(tableHtml(inputs.slice(from, from + ROWS), from));
  return [
    '<section class="events">',
    `<h2 id="${inputsChapter.id}">${inputsChapter.title}</h2>`,
    `<p>${html(inputsLead(inputs, tool))}</p>`,
    ...tables,
    '</section>',
  ].join('\n');
}

function tableHtml(inputs: readonly InputFile[], before: number): string {
  const widths = columns.map(([, width]) => `<col style="width:${width}%">`).join('');
  const titles = columns.map(([title]) => `<th scope="col">${title}</th>`).join('');
  const table = [
    '<table>',
    `<caption>Files ${numberText(before + 1)} to ${numberText(before + inputs.length)}</caption>`,
    `<colgroup>${widths}</colgroup><thead><tr>${titles}</tr></thead>`,
    '<tbody>',
    ...inputs.map((input, at) => rowHtml(input, before + at + 1)),
    '</table>',
  ].join('\n');
  return chunkHtml(table, (inputs.length + 2) * ROW_HEIGHT);
}

function rowHtml(input: InputFile, number: number): string {
  const tds = inputCells(input)
    .map((text) => `<td>${html(text)}`)
    .join('');
  return `<tr><th>${numberText(number)}${tds}`;
}
