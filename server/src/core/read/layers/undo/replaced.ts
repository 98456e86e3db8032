import type { TextEdit } from '../../../record';
import type { Replaced } from '../definition';
import type { Undoing } from '../layer';
import { decodings } from './decodings';

/** Characters that stand for others: one edit for each place. */
export function decoded(head: string, layer: Replaced): Undoing | undefined {
  const decode = decodings[layer.decoding];
  function* edits(text: string): Generator<TextEdit> {
    for (const match of text.matchAll(new RegExp(layer.pattern, 'gu'))) {
      const now = decode(match);
      const start = match.index;
      if (now !== match[0]) yield { start, end: start + match[0].length, text: now };
    }
  }
  return edits(head).next().done === true ? undefined : { edits };
}
