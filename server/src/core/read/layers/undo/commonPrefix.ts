import type { TextEdit } from '../../../record';
import type { Undoing } from '../layer';
import { linesOf } from '../lines';

/** Numbers change from line to line, and with them the spaces that pad them. */
const NUMBER = / *\d+/g;
/** The part of the lines behind it that must be pieces of JSON: tools that log print other things as well. */
const PIECES = 0.2;
/** Longer than this nothing is that stands before all lines. */
const LONGEST = 300;
/** The part of the lines that must begin alike. */
const SHARE = 0.6;
/** Fewer lines are alike by chance. */
const FEWEST = 8;
/** Where the text of a line begins: its indentation, and the quote before a key. */
const INDENTED_KEY = /\s*"?\s*$/;
/** A line of JSON that is laid out. */
const PIECE = /^\s*(?:"(?:[^"\\]|\\.)*"\s*(?:[:,]|$)|[{}[\]]{1,2},?\s*$|(?:-?\d[\d.eE+-]*|true|false|null),?\s*$)/;
/** Of those, one that holds nothing but a bracket. */
const BRACKET = /^\s*[{}[\]]{1,2},?\s*$/;

/**
 * What begins most lines alike, numbers aside, over JSON that is laid out: there each line by itself says little, and all of
 * them have been given the same by whatever printed them. A text in which lines hold whole events needs none of this.
 *
 * @param isCut whether the head ends in the middle of its last line
 */
export function offLaidOut(head: string, isCut: boolean): Undoing | undefined {
  const lines = [...linesOf(head)].map(({ start, end }) => head.slice(start, end));
  if (isCut) lines.pop();
  const written = lines.filter((line) => line.trim() !== '');
  const prefix = prefixOf(written);
  if (prefix === undefined) return undefined;
  const texts = written.flatMap((line) => {
    prefix.lastIndex = 0;
    return prefix.test(line) ? [line.slice(prefix.lastIndex)] : [];
  });
  const isLaidOut = texts.filter((text) => PIECE.test(text)).length >= PIECES * texts.length;
  const brackets = texts.filter((text) => BRACKET.test(text)).length;
  if (texts.length < SHARE * written.length || !isLaidOut || brackets < 2) return undefined;
  return { edits: (text) => prefixes(text, new RegExp(prefix)) };
}

/** What most lines begin with; undefined when that is nothing but what JSON itself is laid out with. */
function prefixOf(lines: readonly string[]): RegExp | undefined {
  if (lines.length < FEWEST) return undefined;
  const shapes = lines.map((line) => line.slice(0, LONGEST).replaceAll(NUMBER, '0'));
  const shape = commonBeginning(shapes, SHARE * lines.length).replace(INDENTED_KEY, '');
  if (shape === '') return undefined;
  const source = shape.replaceAll(/[^\w\s]/g, '\\$&').replaceAll('0', ' {0,20}\\d{1,20}');
  const behind = new RegExp(`^${source}(.?)`);
  const next = lines.map((line) => behind.exec(line)?.[1] ?? '');
  return new RegExp(next.every((unit) => unit.trim() === '') ? `${source}[ \\t]?` : source, 'y');
}

/** The longest beginning of at least so many texts, found by following the most frequent character. */
function commonBeginning(texts: readonly string[], least: number): string {
  let alike = texts;
  for (let at = 0; ; at++) {
    const counts = new Map<string, number>();
    for (const text of alike) {
      const unit = text.charAt(at);
      if (unit !== '') counts.set(unit, (counts.get(unit) ?? 0) + 1);
    }
    const [most, count] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one), ['', 0]);
    if (count < least) return alike[0]?.slice(0, at) ?? '';
    alike = alike.filter((text) => text.charAt(at) === most);
  }
}

function prefixes(text: string, prefix: RegExp): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { start, next } of linesOf(text)) {
    prefix.lastIndex = start;
    if (!prefix.test(text)) continue;
    edits.push({ start, end: Math.min(prefix.lastIndex, next), text: '' });
  }
  return edits;
}
