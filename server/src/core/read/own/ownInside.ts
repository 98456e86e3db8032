import { formUnder } from '../forms/nameForm';
import { ofRecord } from '../repairs/proposal';
import { cutAtEnd } from '../wrapped/cutAtEnd';
import { outerTextOf } from '../wrapped/outerText';
import { isLast } from './lastOfText';
import { type Found, OwnFinder, piecesFrom } from './ownFinder';
import { LINES, type OwnOutside, SINGLE } from './ownOutside';
import type { OwnPiece } from './ownPiece';
import { timeAround } from './timeAround';

/** Records inside other JSON, as objects or in strings. */
export function* piecesInside(text: string): Generator<OwnPiece, OwnOutside> {
  const finder = new OwnFinder(text, firstKeysIn(text));
  const found: Found[] = [];
  for (let at = 0; ; ) {
    const piece = finder.next(at);
    if (piece === undefined) break;
    found.push(piece);
    at = piece.end;
  }
  const last = found.length - 1;
  for (const [index, piece] of found.entries()) {
    if (piece.damages.length > 0 && (index < last || !isLast(text, piece.end)))
      found[index] = { ...piece, damages: piece.damages.map(ofRecord) };
  }
  const places = found.map((piece) => ({ start: piece.start, end: piece.end, fills: piece.fills }));
  const { gaps, around, way } = outerTextOf(text, places);
  const cut = found[last] && gaps[0]?.kind === 'cut-off' ? cutAtEnd(text, found[last], gaps) : undefined;
  if (cut !== undefined) found[last] = cut;
  for (const [index, { fills: _fills, ...piece }] of found.entries()) {
    const time = timeAround(around.get(index));
    yield time === undefined ? piece : { ...piece, around: time };
  }
  const { form } = formUnder(way);
  return { form: form === LINES && found.length === 1 ? SINGLE : form, gaps: cut === undefined ? gaps : [] };
}

/** So many sound records are asked what they begin with. */
const RECORDS_ASKED = 3;

/** What records of a text begin with: the order of fields is the customer's, and it tells where the next one begins behind a damaged one. */
function firstKeysIn(text: string): readonly string[] {
  const keys = new Set<string>();
  let asked = 0;
  for (const { damages, value } of piecesFrom(new OwnFinder(text))) {
    const [key] = damages.length === 0 ? Object.keys(value ?? {}) : [];
    if (key !== undefined) keys.add(key);
    if (++asked === RECORDS_ASKED) break;
  }
  return Array.from(keys);
}
