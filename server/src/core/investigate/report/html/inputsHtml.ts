import { html } from '../../../explain/escape';
import type { InputFile } from '../../inputFile';
import { countText, numberText } from '../page';

/** The chapter on what was read, behind the others of the appendix. */
export const inputsChapter = { id: 'inputs', title: 'Appendix D: what was read, file by file' } as const;

/** Rows of one table: a browser draws those in sight, and leaves the rest until somebody comes there. */
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
  const hashed = inputs.filter(({ sha256 }) => sha256 !== null).length;
  const left = inputs.length - hashed;
  const missing = left === 0 ? '' : ` Of ${numberText(left)} there is no hash: the last column says why.`;
  return [
    '<section class="events">',
    `<h2 id="${inputsChapter.id}">${inputsChapter.title}</h2>`,
    `<p>${countText(inputs.length, 'file')}, read with ${html(tool)}. A hash is of the bytes as they lay on the disk when this report was made, and proves nothing about the time before.${missing}</p>`,
    ...tables,
    '</section>',
  ].join('\n');
}

function tableHtml(inputs: readonly InputFile[], before: number): string {
  const widths = columns.map(([, width]) => `<col style="width:${width}%">`).join('');
  const titles = columns.map(([title]) => `<th scope="col">${title}</th>`).join('');
  return [
    `<div class="chunk" style="contain-intrinsic-size:auto ${(inputs.length + 2) * ROW_HEIGHT}px"><table>`,
    `<caption>Files ${numberText(before + 1)} to ${numberText(before + inputs.length)}</caption>`,
    `<colgroup>${widths}</colgroup><thead><tr>${titles}</tr></thead>`,
    '<tbody>',
    ...inputs.map((input, at) => rowHtml(input, before + at + 1)),
    '</tbody></table></div>',
  ].join('\n');
}

function rowHtml({ file, sha256, size, modified, read }: InputFile, number: number): string {
  const cells = [
    file,
    sha256 ?? 'none',
    size === null ? '' : numberText(size),
    (modified ?? '').replace('T', ' ').replace('Z', ''),
    readText(read),
  ];
  const tds = cells.map((text) => `<td>${html(text)}</td>`).join('');
  return `<tr><th scope="row">${numberText(number)}</th>${tds}</tr>`;
}

function readText({ outcome, form, records, reasons }: InputFile['read']): string {
  const why = reasons.join(' ');
  if (outcome === 'skipped') return `skipped${why === '' ? '' : `: ${why}`}`;
  const what = `${form}, ${countText(records, 'record')}`;
  return `${what}${outcome === 'partly' ? ', partly read' : ''}${why === '' ? '' : `: ${why}`}`;
}
