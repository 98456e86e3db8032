import type { Container } from '../record';
import { skipSpace } from './characters';
import { exactly } from './exactly';
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
  let given = 0;
  for (const piece of pieces(text, walk)) {
    if (accuses(piece) && walk.standsAsJson()) {
      yield* exactly(walk, given);
      break;
    }
    if ('record' in piece) given = piece.record.end;
    yield piece;
  }
  return walk.container();
}

/** What is no damage of JSON: it can be said of a log that is JSON. */
export const OF_THE_FORM: ReadonlySet<gaps.Gap['kind']> = new Set([
  'not-an-object',
  'records-not-a-list',
  'duplicate-records',
  'records-key',
]);

function accuses(piece: Piece): boolean {
  return 'gap' in piece ? !OF_THE_FORM.has(piece.gap.kind) : piece.record.damages.length > 0;
}

function* pieces(text: string, walk: Walk): Generator<Piece> {
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
}

/** Takes the next piece of the text, or pieces: a record may come with what is missing before it. */
function* step(walk: Walk): Generator<Piece> {
  const level = walk.open.at(-1);
  if (level === 'list') yield* inList(walk);
  else if (level === 'wrapper') yield* inWrapper(walk);
  else yield* atTop(walk);
  walk.at = skipSpace(walk.text, walk.at, walk.text.length);
}
