import type { TextEdit } from '../../../record';
import type { Undoing } from '../layer';
import { type Line, linesOf } from '../lines';

/** A name in front of its value, and what parts them. */
const NAMED = /\w{2,40} {0,40} : /y;
/** One can be chance. */
const FEWEST = 2;

/** Values that go on below their beginning, indented as far as that, in lists of names and values. */
export function unhung(head: string): Undoing | undefined {
  return breaks(head).length >= FEWEST ? { edits: breaks } : undefined;
}

function breaks(text: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const named = new RegExp(NAMED);
  let column = 0;
  let before: Line | undefined;
  for (const line of linesOf(text)) {
    named.lastIndex = line.start;
    if (named.test(text)) column = named.lastIndex - line.start;
    else if (before === undefined || column === 0 || !isIndented(text, line, column)) column = 0;
    else edits.push({ start: before.end, end: line.start + column, text: '' });
    before = line;
  }
  return edits;
}

function isIndented(text: string, { start, end }: Line, column: number): boolean {
  return end - start > column && text.slice(start, start + column).trim() === '';
}
