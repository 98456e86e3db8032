import type { TextEdit } from '../../../record';
import type { LinePrefix } from '../definition';
import type { Undoing } from '../layer';
import { linesOf } from '../lines';

/**
 * What stands before the text of every line. Lines without it stay as they are, as long as enough have it; blank ones are
 * not counted.
 *
 * @param isCut whether the head ends in the middle of its last line
 */
export function offLines(head: string, layer: LinePrefix, isCut: boolean): Undoing | undefined {
  for (const pattern of layer.patterns) {
    const prefix = new RegExp(pattern, 'uy');
    if (isOnLines(head, prefix, layer, isCut)) return { edits: (text) => prefixes(text, new RegExp(prefix)) };
  }
  return undefined;
}

function isOnLines(head: string, prefix: RegExp, { share = 1, counts }: LinePrefix, isCut: boolean): boolean {
  let before: number | undefined;
  let lines = 0;
  let found = 0;
  for (const { start, end, next } of linesOf(head)) {
    if (isCut && next === head.length && lines > 0) break;
    if (/^\s*$/.test(head.slice(start, end))) continue;
    lines++;
    const match = matchAt(prefix, head, start);
    if (match === undefined || start + match[0].length > next) continue;
    found++;
    if (counts === undefined) continue;
    const number = Number(match[1]);
    const isNext = before === undefined || (counts === 'up' ? number > before : number === before + 1);
    if (!isNext) return false;
    before = number;
  }
  return found > 0 && found >= share * lines;
}

function prefixes(text: string, prefix: RegExp): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { start, next } of linesOf(text)) {
    const match = matchAt(prefix, text, start);
    const to = Math.min(start + (match?.[0].length ?? 0), next);
    if (to > start) edits.push({ start, end: to, text: '' });
  }
  return edits;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
