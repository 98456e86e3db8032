import type { TextEdit } from '../../../record';
import type { Replaced } from '../definition';
import type { Undoing } from '../layer';
import { decodings } from './decodings';

/** Characters that stand for others: one edit for each place. */
export function decoded(head: string, layer: Replaced): Undoing | undefined {
  const decode = decodings[layer.decoding];
  const edits = (text: string): readonly TextEdit[] => {
    const found: TextEdit[] = [];
    for (const match of text.matchAll(new RegExp(layer.pattern, 'gu'))) {
      const now = decode(match);
      const start = match.index;
      if (now !== match[0]) found.push({ start, end: start + match[0].length, text: now });
    }
    return found;
  };
  return edits(head).length > 0 ? { edits } : undefined;
}
