import type { TextEdit } from '../../record';
import { EditList } from './editList';
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
export function offsetsOf(given: EditList | readonly TextEdit[]): Offsets {
  const edits = given instanceof EditList ? given : EditList.of(given);
  /** Where the text of each edit begins in the inner text. */
  const starts = new Float64Array(edits.length);
  let shift = 0;
  for (let index = 0; index < edits.length; index++) {
    const start = edits.start(index);
    starts[index] = start + shift;
    shift += edits.text(index).length - (edits.end(index) - start);
  }
  const outer = (index: number): number => edits.start(index);
  const inner = (index: number): number => starts[index] ?? 0;
  return {
    outward(offset) {
      const index = lastAt(edits.length, inner, offset);
      if (index < 0) return offset;
      const within = offset - inner(index);
      const { length } = edits.text(index);
      return within < length ? Math.min(outer(index) + within, edits.end(index)) : edits.end(index) + within - length;
    },
    inward(offset) {
      const index = lastAt(edits.length, outer, offset);
      if (index < 0) return offset;
      const within = offset - outer(index);
      const { length } = edits.text(index);
      const isInside = offset < edits.end(index);
      return inner(index) + (isInside ? Math.min(within, length) : length + offset - edits.end(index));
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
