import type { Span } from '../../record';
import { CLOSE_BRACE, CLOSE_BRACKET, OPEN_BRACE, QUOTE, skipSpace } from '../characters';
import { namesAnEvent } from '../evidence';
import type { Layer } from './layer';
import { isOfLines, stepsOver, type Uncovered, uncovering } from './layersOf';
import { type Line, linesOf } from './lines';

/**
 * Layers that lie over a part of a text only: a log was pasted behind another one, or before it, with what a tool has put before its
 * lines. What lies over all of a text is told by its beginning (`stepsOver`), which says nothing of such a part.
 */

/** Fewer lines are a remark, or what is left of some that were broken. */
const FEWEST = 8;
/** So many parts with layers of their own are looked at. */
const MOST_PARTS = 3;
/** A part is told by its beginning, like a text; the last character tells that it is longer. */
const HEAD = 20_001;

/**
 * Takes layers off the parts of a text that begin behind an offset; yields now and then, so that a caller may pause or give up.
 *
 * @param from nothing lies over what stands before
 * @returns undefined where there is none
 */
export function* uncoveringParts(text: string, from: number): Generator<undefined, Uncovered | undefined> {
  const layers: Layer[] = [];
  let inner = text;
  let at = text.lastIndexOf('\n', from - 1) + 1;
  for (let count = 0; count < MOST_PARTS; count++) {
    const part = nextPart(inner, at);
    if (part === undefined) break;
    at = part.start;
    const head = inner.slice(part.start, Math.min(part.end, part.start + HEAD));
    const steps = namesAnEvent(head) ? stepsOver(head) : undefined;
    if (steps === undefined || !steps.every(({ layer }) => isOfLines(layer))) {
      at = part.end;
      continue;
    }
    const uncovered = yield* uncovering(inner, steps, at);
    layers.push(...uncovered.layers);
    inner = uncovered.inner;
  }
  return layers.length === 0 ? undefined : { inner, layers };
}

/**
 * How a line of JSON begins, be it damaged: with a bracket or a text, or with a number or a word and nothing else. Tools that log put
 * times and names in brackets.
 */
const OF_JSON = /[ \t]*(?:[{}\]"]|\[(?![^[\]{}"\r\n]+\])|(?:-?\d[\d.eE+-]*|true|false|null)?[ \t]*,?[ \t\r]*(?:\n|$))/y;

function beginsLikeJson(text: string, { start, end }: Line): boolean {
  // Nearly all lines, so it goes before the expression.
  const code = text.charCodeAt(skipSpace(text, start, end));
  if (code === QUOTE || code === OPEN_BRACE || code === CLOSE_BRACE || code === CLOSE_BRACKET) return true;
  OF_JSON.lastIndex = start;
  return OF_JSON.test(text);
}

/** The next lines in a row that do not begin like JSON; blank ones between them belong to them. */
function nextPart(text: string, from: number): Span | undefined {
  let start = from;
  let lines = 0;
  for (const line of linesOf(text, from)) {
    if (!beginsLikeJson(text, line)) {
      if (lines === 0) start = line.start;
      lines++;
    } else if (lines > 0 && text.slice(line.start, line.end).trim() !== '') {
      if (lines >= FEWEST) return { start, end: line.start };
      lines = 0;
    }
  }
  return lines >= FEWEST ? { start, end: text.length } : undefined;
}
