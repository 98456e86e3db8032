import type { SeenKind } from '../investigate/novelty/seen';
import { hourText, seenValues } from '../investigate/novelty/seenValues';
import { columns } from './columns';
import { isEarlier, type RowAt } from './earlierRow';
import { hourOf, type RowsOfPrincipals } from './principalTimes';
import type { RowChunk } from './rowChunk';
import type { RowTables } from './rowTables';
import { placelessRow } from './speakingRows';

/** The first row in which a principal is seen with something. */
export interface FirstPair extends RowAt {
  readonly principal: number;
  readonly kind: SeenKind;
  readonly value: string;
}

/** The columns that the kinds are read from: rows with the same number there say the same. */
const COLUMNS = [
  ['key', columns.accessKey],
  ['address', columns.address],
  ['program', columns.userAgent],
  ['action', columns.call],
  ['account', columns.call],
] as const satisfies readonly (readonly [keyof typeof seenValues, number])[];

/** A call as far as it is compared, and its earliest row. */
interface Doing {
  readonly principal: number;
  at: RowAt;
}

/** Doings that are told apart at a time: a power of two. What stands in the way of another one is begun once more, and is found to be the same later. */
const KEPT = 8192;

/**
 * The first row of all that principals were seen with, in no order.
 *
 * @param isAsked of which principals
 * @param hoursFrom of hours only rows of this time and later ones count; milliseconds since 1970
 */
export function firstPairs(
  rows: readonly RowsOfPrincipals[],
  isAsked: (principal: number) => boolean,
  hoursFrom: number,
): readonly FirstPair[] {
  const doings: Doing[] = [];
  const hours = new Map<number, FirstPair>();
  const kept = new Int32Array(KEPT).fill(-1);
  for (const { each, rows: some, principals } of rows) {
    const { chunk } = each;
    for (const [position, row] of some.entries()) {
      const principal = principals[position] ?? 0;
      if (!isAsked(principal)) continue;
      const at = { each, row };
      addHour(hours, principal, at, hoursFrom);
      const place = placeOf(chunk, row, principal);
      const doing = doings[kept[place] ?? -1];
      if (doing !== undefined && doing.principal === principal && isSame(doing.at, chunk, row)) {
        if (isEarlier(at, doing.at)) doing.at = at;
      } else {
        kept[place] = doings.push({ principal, at }) - 1;
      }
    }
  }
  return [...pairsOf(doings), ...hours.values()];
}

function addHour(hours: Map<number, FirstPair>, principal: number, at: RowAt, from: number): void {
  const time = at.each.chunk.time(at.row);
  if (time < from) return;
  const hour = hourOf(time);
  const known = hours.get(24 * principal + hour);
  if (known === undefined || isEarlier(at, known))
    hours.set(24 * principal + hour, { ...at, principal, kind: 'hour', value: hourText(hour) });
}

function placeOf(chunk: RowChunk, row: number, principal: number): number {
  let mixed = Math.imul(principal + 1, 0x9e3779b1);
  for (const [, column] of COLUMNS) mixed = Math.imul(mixed ^ chunk.number(row, column), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (KEPT - 1);
}

function isSame({ each, row: other }: RowAt, chunk: RowChunk, row: number): boolean {
  if (each.chunk.tables !== chunk.tables) return false;
  return COLUMNS.every(([, column]) => each.chunk.number(other, column) === chunk.number(row, column));
}

function pairsOf(doings: readonly Doing[]): readonly FirstPair[] {
  return COLUMNS.flatMap(([kind, column]) => {
    const values = new Values(kind, column);
    const found = new Map<number, Map<string, FirstPair>>();
    for (const { principal, at } of doings) {
      const value = values.of(at);
      if (value === '') continue;
      const ofPrincipal = found.get(principal) ?? new Map<string, FirstPair>();
      if (ofPrincipal.size === 0) found.set(principal, ofPrincipal);
      const known = ofPrincipal.get(value);
      if (known === undefined || isEarlier(at, known)) ofPrincipal.set(value, { ...at, principal, kind, value });
    }
    return Array.from(found.values()).flatMap((ofPrincipal) => Array.from(ofPrincipal.values()));
  });
}

/** The values of one kind, each read once. */
class Values {
  readonly #kind: keyof typeof seenValues;
  readonly #column: number;
  readonly #known = new Map<RowTables, Map<number, string>>();

  constructor(kind: keyof typeof seenValues, column: number) {
    this.#kind = kind;
    this.#column = column;
  }

  of({ each: { chunk }, row }: RowAt): string {
    // A session has no key that stays, and as many keys as there are sessions nobody wants to read.
    if (
      this.#kind === 'key' &&
      chunk.tables.identityText(chunk.number(row, columns.identity), 'type') === 'AssumedRole'
    )
      return '';
    const known = this.#known.get(chunk.tables) ?? new Map<number, string>();
    if (known.size === 0) this.#known.set(chunk.tables, known);
    const number = chunk.number(row, this.#column);
    const value = known.get(number) ?? seenValues[this.#kind](placelessRow(chunk, row));
    known.set(number, value);
    return value;
  }
}
