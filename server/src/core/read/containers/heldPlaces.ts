import type { Container } from '../../record';
import { closingBracket } from '../valueEnd';
import { carrierOf } from './carriers';
import { type Embedded, endOf, NOTHING, type Tail, tailOf } from './embedded';
import { Keys } from './keys';
import { type Level, quoteOf, type Spot, Spots } from './spots';

/** Where events stand that other JSON holds: told by how the first ones of a log do. */

/** Places that are looked at before a text is called something else. */
export const LOOKED_AT = 300;

/** Events that are asked where they stand: damage to one can make it look as if it stood elsewhere. */
export const VOTES = 3;

/** How the events of a log stand in it, all alike. */
export interface HeldManner {
  readonly kind: 'held';
  readonly level: Level;
  readonly fills: boolean;
  /** What stands behind those that are objects, where that is known. */
  readonly tail: Tail | undefined;
}

export interface Place extends Spot {
  readonly end: number;
  /** What it says, if that was found out when its end was looked for. */
  readonly read: Embedded | undefined;
}

/** All events of a text, and how they stand if they do all alike. */
export function placesOf(
  text: string,
  container: Container,
): { readonly places: readonly Place[]; readonly manner: HeldManner | undefined } {
  const spots = new Spots(text);
  const keys = new Keys(text, container);
  const { kinds, tail } = usual(text);
  const places: Place[] = [];
  for (let at = 0; at < text.length; ) {
    const spot = nextPlace(text, at, spots, keys, kinds);
    if (spot === undefined) break;
    const found = endOf(text, spot, () => limitBehind(text, spot, spots, keys, kinds), tail);
    at = spot.start + 1;
    if (found === NOTHING) continue;
    const read = typeof found === 'number' ? undefined : found;
    const end = typeof found === 'number' ? found : found.end;
    places.push({ ...spot, end, read });
    at = Math.max(at, end);
  }
  return { places, manner: mannerOf(kinds, tail) };
}

/** How events stand in this text, and what stands behind those that are objects: told by its first ones. */
function usual(text: string): { readonly kinds: Set<string>; readonly tail: Tail | undefined } {
  const spots = new Spots(text);
  const kinds = new Set<string>();
  const tails: Tail[] = [];
  let texts = 0;
  let spot = spots.next(0);
  for (let count = 0; spot !== undefined && count < LOOKED_AT && tails.length + texts < VOTES; count++) {
    const { start, level } = spot;
    const carrier = carrierOf(text, spot);
    let behind = start + 1;
    if (carrier !== undefined && carrier !== 'native') {
      kinds.add(kindOf(spot));
      const end = level === 0 ? closingBracket(text, start, text.length) : -1;
      if (level > 0) texts++;
      if (end >= 0) {
        tails.push(tailOf(text, end));
        behind = end;
      }
    } else if (kinds.size > 0) break;
    spot = spots.next(behind);
  }
  return { kinds, tail: tails.find((tail, index) => tails.indexOf(tail) < index) };
}

/** Where the next event begins at the latest. */
function limitBehind(text: string, spot: Spot, spots: Spots, keys: Keys, kinds: Set<string>): number {
  return nextPlace(text, spot.start + 1, spots, keys, new Set([...kinds, kindOf(spot)]))?.start ?? text.length;
}

/** The next place in which events stand here: one that begins like an event, or else what stands behind a key for events. */
function nextPlace(text: string, from: number, spots: Spots, keys: Keys, kinds: Set<string>): Spot | undefined {
  const spot = nextSpot(text, from, spots, kinds);
  const keyed = keys.next(from);
  if (keyed === undefined || spot === undefined) return spot ?? keyed;
  const isOther = spot.fills || spot.level === 0 ? keyed.start < spot.start - 3 : keyed.end <= spot.start;
  return isOther ? keyed : spot;
}

function nextSpot(text: string, from: number, spots: Spots, kinds: Set<string>): Spot | undefined {
  for (let spot = spots.next(from); spot !== undefined; spot = spots.next(spot.start + 1)) {
    if (kinds.has(kindOf(spot))) return spot;
    const carrier = carrierOf(text, spot);
    if (carrier !== undefined && carrier !== 'native') {
      kinds.add(kindOf(spot));
      return spot;
    }
    const filling = { ...spot, fills: true };
    if (spot.level > 0 && kinds.has(kindOf(filling)) && mayFill(text, spot)) return filling;
  }
  return undefined;
}

/** The opening quote of the event's string is lost, or something stands between the two. */
function mayFill(text: string, { start, level }: Spot): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  const quote = before.lastIndexOf(quoteOf(Math.max(0, level - 1)));
  return before.slice(quote + 1).replace(/\s/g, '').length <= 3;
}

function kindOf({ level, fills }: Pick<Spot, 'level' | 'fills'>): string {
  return `${level}${fills ? ' fills' : ''}`;
}

/** How events stand in the beginning of a log, if they do all alike. */
export function heldMannerIn(text: string): HeldManner | undefined {
  const { kinds, tail } = usual(text);
  return mannerOf(kinds, tail);
}

function mannerOf(kinds: ReadonlySet<string>, tail: Tail | undefined): HeldManner | undefined {
  const [kind] = kinds;
  const level = LEVELS.find((each) => kind?.startsWith(String(each)));
  if (kinds.size !== 1 || kind === undefined || level === undefined) return undefined;
  return { kind: 'held', level, fills: kind === kindOf({ level, fills: true }), tail };
}

const LEVELS: readonly Level[] = [0, 1, 2, 3];

/** The spot of an event once more, if it stands as before in a part of a log, where its beginning is the same. */
export function sameSpot(beginning: string, start: number, manner: HeldManner): Spot | undefined {
  const spot = new Spots(beginning).next(start);
  return spot?.start === start && kindOf(spot) === kindOf(manner) ? spot : undefined;
}

/** Where an event ends in a part of a log that reaches beyond the beginning of the next one, or to its end; see `endOf`. */
export function endInPart(part: string, spot: Spot, container: Container, { tail }: HeldManner): number | Embedded {
  const [spots, keys] = [new Spots(part), new Keys(part, container)];
  return endOf(part, spot, () => limitBehind(part, spot, spots, keys, new Set()), tail);
}
