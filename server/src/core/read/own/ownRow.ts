import type { Span } from '../../record';
import type { Piece, RowView } from '../tables/rowView';
import { mailCell, mailName } from './mailCell';

/** A value of a line, without the quotes around it. Offsets count from the beginning of the line. */
export interface OwnCell extends Span {
  readonly text: string;
}

/** The values of a line. Quotes count only where they stand around all of a value. @param delimiter not empty */
export function cellsOfLine(line: string, delimiter: string): readonly OwnCell[] {
  const cells: OwnCell[] = [];
  for (let at = 0; ; ) {
    const quoted = line.charCodeAt(at) === 0x22 ? quotedEnd(line, at, delimiter) : -1;
    const end = quoted >= 0 ? quoted : nextOf(line, delimiter, at);
    cells.push(quoted >= 0 ? quotedCell(line, at, end) : plainCell(line, at, end));
    if (end >= line.length) return cells;
    at = end + delimiter.length;
  }
}

function nextOf(line: string, delimiter: string, from: number): number {
  const found = line.indexOf(delimiter, from);
  return found < 0 ? line.length : found;
}

/** Behind the closing quote of a value in quotes, if the value ends there; else -1. */
function quotedEnd(line: string, at: number, delimiter: string): number {
  let quote = line.indexOf('"', at + 1);
  while (quote >= 0 && line[quote + 1] === '"') quote = line.indexOf('"', quote + 2);
  const end = quote + 1;
  return quote >= 0 && (end === line.length || line.startsWith(delimiter, end)) ? end : -1;
}

function quotedCell(line: string, at: number, end: number): OwnCell {
  const text = line.slice(at + 1, end - 1).replaceAll('""', '"');
  return { start: at + 1, end: end - 1, text };
}

function plainCell(line: string, at: number, end: number): OwnCell {
  const written = line.slice(at, end);
  const text = written.trim();
  const start = at + (text === '' ? 0 : written.indexOf(text));
  return { start, end: start + text.length, text };
}

/**
 * A line of values as an object of texts, with the place of each value. Dots in names are objects; what stands for nothing is left out.
 *
 * @param columns what stands between the values, then the names of the values
 */
export function ownRowView(line: string, [delimiter = '', ...names]: readonly string[]): RowView {
  const pieces: Piece[] = [];
  const open = new Map<string, string[]>();
  const cells = delimiter === '' ? [] : cellsOfLine(line, delimiter);
  const said = cells.flatMap((cell, at) => {
    const name = (names[at] ?? '').split('.').map(mailName).join('.');
    return name === '' || isNothing(cell.text) ? [] : { name, cell };
  });
  for (const { name } of said) {
    const dot = name.indexOf('.');
    if (dot > 0) open.set(name.slice(0, dot), [...(open.get(name.slice(0, dot)) ?? []), name]);
  }
  let source = '{';
  const write = (key: string, cell: OwnCell): void => {
    source += `${source.endsWith('{') ? '' : ','}${JSON.stringify(key)}:`;
    const json =
      (key === 'event' && cell.text.startsWith('{') ? mailCell(cell.text) : undefined) ?? JSON.stringify(cell.text);
    pieces.push({ source: { start: source.length, end: source.length + json.length }, row: cell, isVerbatim: false });
    source += json;
  };
  for (const { name, cell } of said) if (!name.includes('.')) write(name, cell);
  for (const [holder, members] of open) {
    source += `${source.endsWith('{') ? '' : ','}${JSON.stringify(holder)}:{`;
    for (const { name, cell } of said) if (members.includes(name)) write(name.slice(holder.length + 1), cell);
    source += '}';
  }
  return { source: `${source}}`, pieces };
}

/** Marks of what is not there. */
export function isNothing(text: string): boolean {
  return text === '' || text === '-' || text === 'null';
}
