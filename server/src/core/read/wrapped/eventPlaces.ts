import type { Container } from '../../record';
import { closingBracket } from '../valueEnd';
import { carrierOf } from './carriers';
import { Keys } from './eventKeys';
import { type EventStart, EventStarts, type Level, quoteOf } from './eventStarts';
import { type Embedded, endOf, NOTHING, type Tail, tailOf } from './readEvent';

/** Where events stand that other JSON holds: told by how the first ones of a log do. */

/** Places that are looked at before a text is called something else. */
export const LOOKED_AT = 300;

/** Events that are asked where they stand: damage to one can make it look as if it stood elsewhere. */
export const VOTES = 3;

/** How the events of a log stand in it, all alike. */
export interface WrappedPlacement {
  readonly kind: 'held';
  readonly level: Level;
  readonly fills: boolean;
  /** What stands behind those that are objects, where that is known. */
  readonly tail: Tail | undefined;
}

export interface Place extends EventStart {
  readonly end: number;
  /** What it says, if that was found out when its end was looked for. */
  readonly read: Embedded | undefined;
}

/** All events of a text, and how they stand if they do all alike. */
export function placesOf(
  text: string,
  container: Container,
): { readonly places: readonly Place[]; readonly placement: WrappedPlacement | undefined } {
  const starts = new EventStarts(text);
  const keys = new Keys(text, container);
  const { kinds, tail } = usual(text);
  const places: Place[] = [];
  for (let at = 0; at < text.length; ) {
    const begun = nextPlace(text, at, starts, keys, kinds);
    if (begun === undefined) break;
    const found = endOf(text, begun, () => limitBehind(text, begun, starts, keys, kinds), tail);
    at = begun.start + 1;
    if (found === NOTHING) continue;
    const read = typeof found === 'number' ? undefined : found;
    const end = typeof found === 'number' ? found : found.end;
    places.push({ ...begun, end, read });
    at = Math.max(at, end);
  }
  return { places, placement: placementOf(kinds, tail) };
}

/** How events stand in this text, and what stands behind those that are objects: told by its first ones. */
function usual(text: string): { readonly kinds: Set<string>; readonly tail: Tail | undefined } {
  const starts = new EventStarts(text);
  const kinds = new Set<string>();
  const tails: Tail[] = [];
  let texts = 0;
  let begun = starts.next(0);
  for (let count = 0; begun !== undefined && count < LOOKED_AT && tails.length + texts < VOTES; count++) {
    const { start, level } = begun;
    const carrier = carrierOf(text, begun);
    let behind = start + 1;
    if (carrier !== undefined && carrier !== 'native') {
      kinds.add(kindOf(begun));
      const end = level === 0 ? closingBracket(text, start, text.length) : -1;
      if (level > 0) texts++;
      if (end >= 0) {
        tails.push(tailOf(text, end));
        behind = end;
      }
    } else if (kinds.size > 0) break;
    begun = starts.next(behind);
  }
  return { kinds, tail: tails.find((tail, index) => tails.indexOf(tail) < index) };
}

/** Where the next event begins at the latest. */
function limitBehind(text: string, begun: EventStart, starts: EventStarts, keys: Keys, kinds: Set<string>): number {
  return nextPlace(text, begun.start + 1, starts, keys, new Set([...kinds, kindOf(begun)]))?.start ?? text.length;
}

/** The next place in which events stand here: one that begins like an event, or else what stands behind a key for events. */
function nextPlace(
  text: string,
  from: number,
  starts: EventStarts,
  keys: Keys,
  kinds: Set<string>,
): EventStart | undefined {
  const begun = nextStart(text, from, starts, kinds);
  const keyed = keys.next(from);
  if (keyed === undefined || begun === undefined) return begun ?? keyed;
  const isOther = begun.fills || begun.level === 0 ? keyed.start < begun.start - 3 : keyed.end <= begun.start;
  return isOther ? keyed : begun;
}

function nextStart(text: string, from: number, starts: EventStarts, kinds: Set<string>): EventStart | undefined {
  for (let begun = starts.next(from); begun !== undefined; begun = starts.next(begun.start + 1)) {
    if (kinds.has(kindOf(begun))) return begun;
    const carrier = carrierOf(text, begun);
    if (carrier !== undefined && carrier !== 'native') {
      kinds.add(kindOf(begun));
      return begun;
    }
    const filling = { ...begun, fills: true };
    if (begun.level > 0 && kinds.has(kindOf(filling)) && mayFill(text, begun)) return filling;
  }
  return undefined;
}

/** The opening quote of the event's string is lost, or something stands between the two. */
function mayFill(text: string, { start, level }: EventStart): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  const quote = before.lastIndexOf(quoteOf(Math.max(0, level - 1)));
  return before.slice(quote + 1).replace(/\s/g, '').length <= 3;
}

function kindOf({ level, fills }: Pick<EventStart, 'level' | 'fills'>): string {
  return `${level}${fills ? ' fills' : ''}`;
}

/** How events stand in the beginning of a log, if they do all alike. */
export function placementIn(text: string): WrappedPlacement | undefined {
  const { kinds, tail } = usual(text);
  return placementOf(kinds, tail);
}

function placementOf(kinds: ReadonlySet<string>, tail: Tail | undefined): WrappedPlacement | undefined {
  const [kind] = kinds;
  const level = LEVELS.find((each) => kind?.startsWith(String(each)));
  if (kinds.size !== 1 || kind === undefined || level === undefined) return undefined;
  return { kind: 'held', level, fills: kind === kindOf({ level, fills: true }), tail };
}

const LEVELS: readonly Level[] = [0, 1, 2, 3];

/** The begun of an event once more, if it stands as before in a part of a log, where its beginning is the same. */
export function sameStart(beginning: string, start: number, placement: WrappedPlacement): EventStart | undefined {
  const begun = new EventStarts(beginning).next(start);
  return begun?.start === start && kindOf(begun) === kindOf(placement) ? begun : undefined;
}

/** Where an event ends in a part of a log that reaches beyond the beginning of the next one, or to its end; see `endOf`. */
export function endInPart(
  part: string,
  begun: EventStart,
  container: Container,
  { tail }: WrappedPlacement,
): number | Embedded {
  const [starts, keys] = [new EventStarts(part), new Keys(part, container)];
  return endOf(part, begun, () => limitBehind(part, begun, starts, keys, new Set()), tail);
}
