import type { TextEdit } from '../../../record';
import type { WholeLines } from '../definition';
import type { Undoing } from '../layer';
import { linesOf } from '../lines';

/** Lines that are no part of the log at all: headers, prompts. */
export function withoutLines(head: string, layer: WholeLines): Undoing | undefined {
  const pattern = new RegExp(layer.pattern, 'uy');
  const edits = (text: string): readonly TextEdit[] => {
    const gone: TextEdit[] = [];
    for (const { start, end, next } of linesOf(text)) {
      pattern.lastIndex = start;
      if (pattern.test(text) && pattern.lastIndex === end) gone.push({ start, end: next, text: '' });
    }
    return gone;
  };
  return edits(head).length > 0 ? { edits } : undefined;
}
