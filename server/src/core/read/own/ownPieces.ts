import type { FieldOrder } from './fieldOrder';
import { piecesInside } from './ownInside';
import { piecesInMessages } from './ownMessages';
import type { OwnOutside } from './ownOutside';
import { ownPairsOf, piecesInPairs } from './ownPairs';
import type { OwnPiece } from './ownPiece';
import { piecesInLines } from './ownRecordLines';
import { ownTableOf, piecesInTable } from './ownTable';

/** How records stand in a text: a line of JSON each, a line of values each, inside other JSON, as lists of names and values or flat objects in JSON, or as lines of values in its strings. */
export type OwnWay = 'lines' | 'table' | 'inside' | 'pairs' | 'messages';

/** The form of lines of values. */
const TABLE = 'own-values';

/**
 * All records of a text in its order.
 *
 * @param orders of fields that calls have told, for lines of values without names
 */
export function* ownPieces(
  text: string,
  how: OwnWay,
  orders: readonly FieldOrder[] = [],
): Generator<OwnPiece, OwnOutside> {
  if (how === 'table') {
    const table = ownTableOf(text, orders);
    return { form: TABLE, ...(table === undefined ? { gaps: [] } : yield* piecesInTable(text, table)) };
  }
  if (how === 'messages') return yield* piecesInMessages(text, orders);
  const pairs = how === 'pairs' ? ownPairsOf(text) : undefined;
  if (pairs !== undefined) return { form: pairs.form, gaps: yield* piecesInPairs(text, pairs) };
  return how === 'lines' ? yield* piecesInLines(text) : yield* piecesInside(text);
}
