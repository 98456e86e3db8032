import { skipSpace } from '../characters';
import { members } from '../members';
import { cellOf } from './jsonCells';
import type { Cell } from './rowView';

/** The cells of a row that is a list of values; the names of its columns stand elsewhere in the text. */
export function valueCells(source: string, columns: readonly string[]): readonly Cell[] {
  const root = { start: skipSpace(source, 0, source.length), end: source.length };
  const cells: Cell[] = [];
  for (const { value } of members(source, root)) {
    const column = columns[cells.length] ?? '';
    const [only] = source[value.start] === '{' ? Array.from(members(source, value)) : [];
    cells.push(cellOf(source, column, undefined, only?.value ?? value));
  }
  return cells;
}
