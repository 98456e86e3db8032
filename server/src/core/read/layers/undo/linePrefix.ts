import type { TextEdit } from '../../../record';
import { isSpace } from '../../characters';
import type { LinePrefix } from '../definition';
import type { Undoing } from '../layer';
import { linesOf } from '../lines';

/** The part of the lines of a head that must have a prefix, where the layer says nothing else. */
const MOST = 0.51;
/** The part of the numbers that may be other than the next one: a line lost or put in, two files joined. */
const OUT_OF_TURN = 0.2;

/**
 * What stands before the text of every line. Lines without it stay as they are, as long as enough have it; blank ones are
 * not counted. Where a pattern that asks for less stands on more of the lines, it is another way: what is left tells.
 *
 * @param isCut whether the head ends in the middle of its last line
 */
export function offLines(head: string, layer: LinePrefix, isCut: boolean): readonly Undoing[] {
  const ways: Undoing[] = [];
  let most = 0;
  for (const pattern of layer.patterns) {
    const prefix = new RegExp(pattern, 'uy');
    const found = linesWith(head, prefix, layer, isCut);
    if (found <= most) continue;
    most = found;
    ways.push({ edits: (text) => prefixes(text, new RegExp(prefix)) });
  }
  return ways;
}

/** How many lines begin with a prefix; 0 where those are too few for a layer. */
function linesWith(head: string, prefix: RegExp, { share = MOST, counts }: LinePrefix, isCut: boolean): number {
  const numbers: number[] = [];
  let lines = 0;
  for (const { start, end, next } of linesOf(head)) {
    if (isCut && next === head.length && lines > 0) break;
    if (isBlank(head, start, end)) continue;
    lines++;
    const match = matchAt(prefix, head, start);
    if (match !== undefined && start + match[0].length <= next) numbers.push(Number(match[1]));
  }
  const isLayer = numbers.length >= share * lines && (counts === undefined || areInTurn(numbers, counts));
  return isLayer ? numbers.length : 0;
}

/** Whether numbers go on by one, or up. One may be out of turn, and few of many; that they begin again with 1 is none. */
function areInTurn(numbers: readonly number[], counts: 'by-one' | 'up'): boolean {
  let others = 0;
  for (const [index, number] of numbers.entries()) {
    const before = numbers[index - 1];
    if (before === undefined || number === 1) continue;
    if (counts === 'up' ? number <= before : number !== before + 1) others++;
  }
  return others <= Math.max(numbers.length > 2 ? 1 : 0, OUT_OF_TURN * numbers.length);
}

function prefixes(text: string, prefix: RegExp): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { start, next } of linesOf(text)) {
    prefix.lastIndex = start;
    const to = prefix.test(text) ? Math.min(prefix.lastIndex, next) : start;
    if (to > start) edits.push({ start, end: to, text: '' });
  }
  return edits;
}

function isBlank(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at === end;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
