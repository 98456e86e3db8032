import { skipSpace } from '../characters';
import { members } from '../members';
import { cellOf } from './jsonCells';
import type { Cell } from './rowView';

/** How a row begins that is a list of values, or of objects with one value each. */
export const VALUES =
  '\\[\\s*(?:["\\d-]|null|true|false|\\{\\s*(?:\\}|"\\w{1,40}"\\s*:\\s*(?:["\\d-]|null|true|false)))';

/** The cells of a row that is a list of values; the names of its columns stand elsewhere in the text. */
export function valueCells(source: string, columns: readonly string[]): readonly Cell[] {
  const root = { start: skipSpace(source, 0, source.length), end: source.length };
  const cells: Cell[] = [];
  for (const { value } of members(source, root)) {
    const column = columns[cells.length] ?? '';
    const inside = source[value.start] === '{' ? Array.from(members(source, value)) : [];
    const [only] = inside;
    // An object of nothing is how a value is told that is absent.
    const isAbsent = source[value.start] === '{' && only === undefined;
    const says = isAbsent ? undefined : ((inside.length === 1 ? only?.value : undefined) ?? value);
    cells.push(
      says === undefined
        ? { column, key: undefined, value, says: { text: '' } }
        : cellOf(source, column, undefined, says),
    );
  }
  return cells;
}
