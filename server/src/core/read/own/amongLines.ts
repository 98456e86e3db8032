import type { Span } from '../../record';
import type { FieldOrder } from './fieldOrder';
import type { OwnOutside } from './ownOutside';
import type { OwnPiece } from './ownPiece';
import { type OwnWay, ownPieces } from './ownPieces';
import { liesIn } from './spansInText';
import { valuesBeside } from './valuesBeside';

/** A header of lines, or a line outside of JSON that names an organization: a look at the text, before all of it is read in two ways. */
const MAY_HOLD_LINES = /^(?:#\s*Fields:|[^\s{}[\]"#][^\n{]*arn:aws[a-z-]*:workmail:)/im;

/**
 * All records of a text in its order: of JSON, and of lines of values among it, where logs were put together.
 *
 * @param orders of fields that calls have told, for lines of values without names
 */
export function* piecesAmongLines(
  text: string,
  how: OwnWay,
  orders: readonly FieldOrder[] = [],
): Generator<OwnPiece, OwnOutside> {
  const reading = ownPieces(text, how, orders);
  if ((how !== 'lines' && how !== 'inside') || !MAY_HOLD_LINES.test(text)) return yield* reading;
  const records: OwnPiece[] = [];
  let next = reading.next();
  for (; !next.done; next = reading.next()) records.push(next.value);
  const outside = next.value;
  const { pieces, lines, gaps, lacksNames } = valuesBeside(text, orders);
  yield* inOrderOfText(records, pieces, lines);
  const left = [...outside.gaps.filter(({ span }) => !liesIn(lines, span)), ...gaps];
  return {
    ...outside,
    gaps: left.sort((a, b) => a.span.start - b.span.start),
    ...(lacksNames && { lacksNames: true }),
  };
}

/** Records of JSON and of lines, without what is written in a value of a line. */
export function inOrderOfText(
  records: readonly OwnPiece[],
  ofLines: readonly OwnPiece[],
  lines: readonly Span[],
): readonly OwnPiece[] {
  if (lines.length === 0) return records;
  const known = new Set(ofLines.map(({ start }) => start));
  const others = records.filter((piece) => !known.has(piece.start) && !liesIn(lines, piece));
  return [...others, ...ofLines].sort((a, b) => a.start - b.start);
}
