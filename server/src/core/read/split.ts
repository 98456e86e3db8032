import type { Container } from '../record';
import { skipSpace } from './characters';
import * as gaps from './gaps';
import { inList, nextInList } from './listLevel';
import { atTop } from './topLevel';
import { type Piece, Walk } from './walk';
import { inWrapper } from './wrapperLevel';

/**
 * Cuts a log into its records and what is wrong between them, in the order of the text. Nothing is skipped in silence:
 * every character belongs to a record, to the wrapping, to white space or to a gap.
 *
 * @param walk where to go on, in a text that was cut up to there
 * @returns the container, told from all that was seen
 */
export function* split(text: string, walk = new Walk(text)): Generator<Piece, Container> {
  let open: gaps.Gap | undefined;
  while (!walk.atEnd()) {
    const next = nextInList(walk);
    if (next !== undefined) {
      if (open !== undefined) yield { gap: open };
      open = undefined;
      walk.at = skipSpace(text, walk.at, text.length);
      yield next;
      continue;
    }
    for (const piece of step(walk)) {
      // A run of brackets or commas is one damage, be it a million characters long.
      const longer = open !== undefined && 'gap' in piece ? gaps.joined(text, open, piece.gap) : undefined;
      if (longer === undefined && open !== undefined) yield { gap: open };
      open = longer ?? ('gap' in piece ? piece.gap : undefined);
      if ('record' in piece) yield piece;
    }
  }
  if (open !== undefined) yield { gap: open };
  const missing = walk.finish();
  if (missing !== undefined) yield { gap: missing };
  return walk.container();
}

/** Takes the next piece of the text, or pieces: a record may come with what is missing before it. */
function* step(walk: Walk): Generator<Piece> {
  const level = walk.open.at(-1);
  if (level === 'list') yield* inList(walk);
  else if (level === 'wrapper') yield* inWrapper(walk);
  else yield* atTop(walk);
  walk.at = skipSpace(walk.text, walk.at, walk.text.length);
}
