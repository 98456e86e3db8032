import type { Span } from '../../record';
import type { RowView } from '../tables/rowView';
import { type NamedCell, viewOfNamed } from './ownView';

/** Stands for the name of a part of a value that belongs to the one before: the value holds what stands between values. */
export const CONTINUES = '+';

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
 * A line of values as an object of texts, with the place of each value.
 *
 * @param columns what stands between the values, then the names of the values; see `CONTINUES`
 */
export function ownRowView(line: string, [delimiter = '', ...names]: readonly string[]): RowView {
  const cells = delimiter === '' ? [] : cellsOfLine(line, delimiter);
  const named: NamedCell[] = [];
  for (const [at, cell] of cells.entries()) {
    const last = names[at] === CONTINUES ? named.pop() : undefined;
    if (last === undefined) named.push({ ...cell, name: names[at] ?? '' });
    else named.push({ ...last, end: cell.end, text: line.slice(last.start, cell.end) });
  }
  return viewOfNamed(named);
}
