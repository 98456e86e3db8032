import { BYTE_ORDER_MARK, OPEN_BRACE, QUOTE } from './characters';
import { stringEnd } from './grammar';
import { nextSound } from './soundEvents';
import type { Piece, Walk } from './walk';
import { newEffort, parseObject } from './whole';

/** A look for the next event goes this far at once. */
const AT_ONCE = 1_000_000;

/**
 * The events of a text that is JSON, whatever holds them: nothing can be wrong with it, so that nothing is guessed. For what
 * the walk over the levels does not know, such as lists nested thousands of levels deep.
 *
 * @param from pieces that begin before this offset were given already
 */
export function* exactly({ text, effort }: Walk, from: number): Generator<Piece> {
  const own = newEffort(effort.left);
  let at = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = Math.max(at + 1, stringEnd(text, at, text.length));
      continue;
    }
    if (code !== OPEN_BRACE) {
      at++;
      continue;
    }
    const sound = nextSound(text, at, Math.min(text.length, at + AT_ONCE), own);
    if (sound?.start !== at) {
      at++;
      continue;
    }
    const { start, end } = sound;
    if (start >= from)
      yield { record: { start, end, value: parseObject(text.slice(start, end)), damages: [], edits: [] } };
    at = end;
  }
}
