import type { TextEdit } from '../../record';
import type { Layer } from './layer';

/**
 * Carries offsets through layers, each in logarithmic time: a text can have as many edits as it has quotes.
 * What was put in is the place where it was put in.
 */
export interface Offsets {
  /** Where an offset of the inner text lies in the outer one. */
  outward(offset: number): number;
  /** Where an offset of the outer text lies in the inner one; what was taken away is the place behind it. */
  inward(offset: number): number;
}

/** Offsets through all layers of a text, outermost first. */
export function offsetsThrough(layers: readonly Layer[]): Offsets {
  const each = layers.map(({ edits }) => offsetsOf(edits));
  const back = [...each].reverse();
  return {
    outward: (offset) => back.reduce((at, layer) => layer.outward(at), offset),
    inward: (offset) => each.reduce((at, layer) => layer.inward(at), offset),
  };
}

/** Offsets through edits that are in order and in offsets of the outer text. */
export function offsetsOf(edits: readonly TextEdit[]): Offsets {
  /** Where the text of each edit begins in the inner text. */
  const starts = new Float64Array(edits.length);
  let shift = 0;
  for (const [index, { start, end, text }] of edits.entries()) {
    starts[index] = start + shift;
    shift += text.length - (end - start);
  }
  const outer = (index: number): number => edits[index]?.start ?? 0;
  const inner = (index: number): number => starts[index] ?? 0;
  return {
    outward(offset) {
      const index = lastAt(edits.length, inner, offset);
      const edit = edits[index];
      if (edit === undefined) return offset;
      const within = offset - inner(index);
      return within < edit.text.length ? Math.min(edit.start + within, edit.end) : edit.end + within - edit.text.length;
    },
    inward(offset) {
      const index = lastAt(edits.length, outer, offset);
      const edit = edits[index];
      if (edit === undefined) return offset;
      const within = offset - edit.start;
      const isInside = offset < edit.end;
      return isInside
        ? inner(index) + Math.min(within, edit.text.length)
        : inner(index) + edit.text.length + offset - edit.end;
    },
  };
}

/** The last of `count` that does not begin behind an offset; -1 when all do. */
function lastAt(count: number, start: (index: number) => number, offset: number): number {
  let low = -1;
  let high = count - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (start(middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
