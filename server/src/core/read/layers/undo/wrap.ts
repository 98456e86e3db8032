import type { TextEdit } from '../../../record';
import { BACKSLASH, QUOTE, SPACE, TAB } from '../../characters';
import type { Wrap } from '../definition';
import type { Undoing } from '../layer';
import { type Line, linesOf } from '../lines';

/** Narrower or wider than this nobody breaks lines. */
const NARROWEST = 20;
const WIDEST = 1000;
/** One break can be chance; a column takes several lines that end there. */
const FULL_LINES = 2;

/**
 * Lines broken at a column. A break is taken back behind a line that reaches the column, unless the next line is indented,
 * in a text that is, or begins another object: those breaks were there before. Taking away one between tokens does no harm.
 */
export function unwrapped(head: string, layer: Wrap, isCut: boolean): Undoing | undefined {
  const lines = [...linesOf(head)];
  if (isCut) lines.pop();
  const column = lines.reduce((widest, line) => Math.max(widest, line.end - line.start), 0);
  if (column < NARROWEST || column > WIDEST || lines.length < FULL_LINES) return undefined;
  const isIndented = lines.some(({ end, start, next }) => end - start < column && isIndent(head, next));
  const first = beginningOf(head, lines[0]?.start ?? 0);
  const edits = (text: string): readonly TextEdit[] => breaks(text, layer, { column, isIndented, first });
  return edits(head).length >= FULL_LINES ? { edits, detail: String(column) } : undefined;
}

/** What the head says of the lines. */
interface Lines {
  readonly column: number;
  /** Some lines were indented before lines were broken. */
  readonly isIndented: boolean;
  /** How the first line begins. */
  readonly first: string;
}

function breaks(text: string, { at }: Wrap, { column, isIndented, first }: Lines): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let ending: Ending = 'outside';
  for (const line of linesOf(text)) {
    const { start, end, next } = line;
    if (isIndented) ending = endingOf(text, line, ending);
    const isFull = end - start === column;
    const isSoft = at === 'space' && end > start && end - start < column && text.charCodeAt(end - 1) === SPACE;
    const stays = begins(text, line, first) || (isIndented && isIndent(text, next) && ending === 'outside');
    if ((isFull || isSoft) && !stays && next < text.length) edits.push({ start: end, end: next, text: '' });
    else ending = 'outside';
  }
  return edits;
}

/** Where a line ends: outside of strings, inside one, or inside one behind a backslash. */
type Ending = 'outside' | 'inside' | 'behind a backslash';

/**
 * How a line ends, in a text that is laid out: there no string goes over a break that was there before.
 *
 * @param before how the line before it ended, where both are one
 */
function endingOf(text: string, { start, end }: Line, before: Ending): Ending {
  let isInside = before !== 'outside';
  let at = before === 'behind a backslash' ? start + 1 : start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) isInside = !isInside;
  }
  if (!isInside) return 'outside';
  return at > end ? 'behind a backslash' : 'inside';
}

/** Whether the next line has always been one: another object begins there, or what began the first line too. */
function begins(text: string, { end, next }: Line, first: string): boolean {
  return (text[end - 1] === '}' && text[next] === '{') || beginningOf(text, next) === first;
}

/** A few characters, in which all digits are alike: times and numbers change from line to line. */
function beginningOf(text: string, at: number): string {
  return text.slice(at, at + 10).replaceAll(/\d/g, '0');
}

function isIndent(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === TAB || (code === SPACE && text.charCodeAt(at + 1) === SPACE);
}
