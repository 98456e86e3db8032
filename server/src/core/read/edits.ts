import type { TextEdit } from '../record';
import { TextWriter } from './textWriter';

/** The text with all edits made. Edits are in order, do not overlap, and are offsets into `text`. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return edits.length === 0 ? text : withEdits(text, edits);
}

/** The same for edits that are made as they are asked for. */
export function withEdits(text: string, edits: Iterable<TextEdit>): string {
  const writer = new TextWriter();
  let from = 0;
  for (const { start, end, text: instead } of edits) {
    writer.copy(text, from, start);
    writer.put(instead);
    from = end;
  }
  writer.copy(text, from, text.length);
  return writer.text();
}

/** Edits of several origins in the order of the text; of two that overlap the later one is left out. */
export function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = edits
    .map((edit, position) => ({ edit, position }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.position - b.position);
  const kept: TextEdit[] = [];
  let end = 0;
  for (const { edit } of sorted) {
    if (edit.start < end) continue;
    kept.push(edit);
    end = edit.end;
  }
  return kept;
}

/** Edits moved by `distance`. */
export function moved(edits: readonly TextEdit[], distance: number): readonly TextEdit[] {
  return edits.map((edit) => ({ start: edit.start + distance, end: edit.end + distance, text: edit.text }));
}

/**
 * Where an offset of the mended text lies in the original. An offset inside inserted text is the place of the
 * insertion. `edits` are in order and in offsets of the original.
 */
export function toOriginal(edits: readonly TextEdit[], offset: number): number {
  let shift = 0;
  for (const edit of edits) {
    const start = edit.start + shift;
    if (offset < start) break;
    const length = edit.text.length;
    if (offset < start + length) return Math.min(edit.start + (offset - start), edit.end);
    shift += length - (edit.end - edit.start);
  }
  return offset - shift;
}

/** `toOriginal` for offsets that never go back: all of them together take no longer than the edits are many. */
export function toOriginalInOrder(edits: readonly TextEdit[]): (offset: number) => number {
  let shift = 0;
  let index = 0;
  return (offset) => {
    for (let edit = edits[index]; edit !== undefined; edit = edits[++index]) {
      const start = edit.start + shift;
      if (offset < start) break;
      const { length } = edit.text;
      if (offset < start + length) return Math.min(edit.start + (offset - start), edit.end);
      shift += length - (edit.end - edit.start);
    }
    return offset - shift;
  };
}

/** Where an offset of the original lies in the mended text. */
export function toMended(edits: readonly TextEdit[], offset: number): number {
  let shift = 0;
  for (const edit of edits) {
    if (offset < edit.start || (offset === edit.start && edit.start < edit.end)) break;
    if (offset < edit.end) return edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
  }
  return offset + shift;
}
