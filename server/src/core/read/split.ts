import type { Container } from '../record';
import { skipSpace } from './characters';
import { exactly } from './exactly';
import * as gaps from './gaps';
import { inList, nextInList } from './listLevel';
import type { SoundDocuments } from './soundDocuments';
import { atTop } from './topLevel';
import { type Piece, Walk } from './walk';
import { inWrapper } from './wrapperLevel';

/**
 * Cuts a log into its records and what is wrong between them, in the order of the text. Nothing is skipped in silence:
 * every character belongs to a record, to the wrapping, to white space or to a gap, or is what other programs put into a list or beside it.
 *
 * @param walk where to go on, in a text that was cut up to there
 * @returns the container, told from all that was seen
 */
export function* split(text: string, walk = new Walk(text)): Generator<Piece, Container> {
  /** A run of brackets or commas is one damage, be it a million characters long. */
  let open: gaps.Run | undefined;
  let given = 0;
  while (!walk.atEnd()) {
    const next = nextInList(walk);
    if (next !== undefined) walk.at = skipSpace(text, walk.at, text.length);
    if (next !== undefined && open === undefined && !accuses(next)) {
      // Nearly all records of nearly all logs.
      given = endOf(next, given);
      yield next;
      continue;
    }
    for (const piece of next === undefined ? step(walk) : [next]) {
      const gap = next === undefined && 'gap' in piece ? piece.gap : undefined;
      if (open !== undefined && gap !== undefined && gaps.areOne(text, open.last, gap)) {
        open.last = gap;
        open.safe &&= gap.safe;
        continue;
      }
      const ready: Piece[] = open === undefined ? [] : [{ gap: gaps.joined(text, open) }];
      if (gap === undefined) ready.push(piece);
      open = gap && { first: gap, last: gap, safe: gap.safe };
      for (const each of ready) {
        const sound = accuses(each) ? walk.asJson() : undefined;
        if (sound !== undefined) return yield* asJson(walk, given, sound);
        given = endOf(each, given);
        yield each;
      }
    }
  }
  for (const gap of [open && gaps.joined(text, open), walk.finish()]) {
    if (gap === undefined) continue;
    const sound = accuses({ gap }) ? walk.asJson() : undefined;
    if (sound !== undefined) return yield* asJson(walk, given, sound);
    yield { gap };
  }
  return walk.container();
}

function* asJson(walk: Walk, given: number, documents: SoundDocuments): Generator<Piece, Container> {
  yield* exactly(walk, given);
  return documents === 'one' ? walk.container() : documents;
}

function endOf(piece: Piece, given: number): number {
  return 'record' in piece ? piece.record.end : given;
}

/** What is no damage of JSON: it can be said of a log that is JSON. */
const OF_THE_FORM: ReadonlySet<gaps.Gap['kind']> = new Set([
  'not-an-object',
  'records-not-a-list',
  'duplicate-records',
  'records-key',
]);

/** Whether something is wrong with a piece that is no JSON. */
export function accuses(piece: Piece): boolean {
  return 'gap' in piece ? !OF_THE_FORM.has(piece.gap.kind) : piece.record.damages.length > 0;
}

/** Takes the next piece of the text, or pieces: a record may come with what is missing before it. */
function* step(walk: Walk): Generator<Piece> {
  const level = walk.open.at(-1);
  if (level === 'list') yield* inList(walk);
  else if (level === 'wrapper') yield* inWrapper(walk);
  else yield* atTop(walk);
  walk.at = skipSpace(walk.text, walk.at, walk.text.length);
}
