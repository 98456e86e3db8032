import { type Before, MOST_DAYS } from '../investigate/novelty/seen';
import { columns } from './columns';
import { isEarlier, type RowAt } from './earlierRow';
import type { Principals } from './principals';
import { first, type RowsOfPrincipals } from './rowsOfPrincipals';
import type { SpeakingRows } from './speakingRows';

const HOUR_MS = 3_600_000;
const HOURS = 24;

/** When some principals acted; rows whose time can't be read are left out. */
export class PrincipalTimes {
  readonly rows: readonly RowsOfPrincipals[];
  readonly #before: { readonly calls: Uint32Array; readonly days: Int32Array; readonly hours: Uint32Array };
  readonly #firsts: (RowAt | undefined)[];
  readonly #isAfter: Uint8Array;

  /** @param until the end of the time that is compared with, exclusive; milliseconds since 1970 */
  constructor(rows: readonly SpeakingRows[], principals: Principals, until: number) {
    const { size } = principals;
    this.#before = {
      calls: new Uint32Array(size),
      days: new Int32Array(MOST_DAYS * size),
      hours: new Uint32Array(size),
    };
    this.#firsts = new Array<RowAt | undefined>(size).fill(undefined);
    this.#isAfter = new Uint8Array(size);
    this.rows = rows.map((each) => this.#count(each, principals, until));
  }

  before(principal: number): Before {
    const { calls, days, hours } = this.#before;
    const at = MOST_DAYS * principal;
    return {
      calls: calls[principal] ?? 0,
      days: days.subarray(at, at + MOST_DAYS).filter((day) => day !== 0).length,
      hours: hours[principal] ?? 0,
    };
  }

  wasBefore(principal: number): boolean {
    return this.#before.calls[principal] !== 0;
  }

  /** By principal: 1 for those who acted both before the end of that time and after it. */
  beforeAndAfter(): Uint8Array {
    return this.#isAfter.map((isAfter, principal) => (this.wasBefore(principal) ? isAfter : 0));
  }

  /** The first rows of those who were not there before. */
  newcomers(): readonly (RowAt & { readonly principal: number })[] {
    return this.#firsts.flatMap((first, principal) => (first === undefined ? [] : { ...first, principal }));
  }

  #count(each: SpeakingRows, principals: Principals, until: number): RowsOfPrincipals {
    const { chunk } = each;
    const seconds = chunk.column(columns.time);
    const asked = principals.of(each);
    const rows = each.rows.slice();
    const numbers = new Uint32Array(rows.length);
    const times = new Float64Array(rows.length);
    let count = 0;
    for (let at = 0; at < rows.length; at++) {
      const principal = asked[at] ?? -1;
      if (principal < 0) continue;
      const row = rows[at] ?? 0;
      const second = seconds[row] ?? 0;
      const time = second === 0 ? chunk.time(row) : 1000 * second;
      if (Number.isNaN(time)) continue;
      rows[count] = row;
      numbers[count] = principal;
      times[count] = time;
      count++;
      if (time < until) this.#met(principal, time);
      else {
        this.#isAfter[principal] = 1;
        if (!this.wasBefore(principal)) this.#first(principal, { each, row });
      }
    }
    return first({ each, rows, principals: numbers, times }, count);
  }

  #met(principal: number, time: number): void {
    const { calls, days, hours } = this.#before;
    this.#firsts[principal] = undefined;
    calls[principal] = (calls[principal] ?? 0) + 1;
    hours[principal] = (hours[principal] ?? 0) | (1 << hourOf(time));
    // Of no day since 1970 but the first is the number 0.
    const day = Math.floor(time / (HOURS * HOUR_MS)) || 1;
    const from = MOST_DAYS * principal;
    for (let at = from; at < from + MOST_DAYS && days[at] !== day; at++)
      if (days[at] === 0) {
        days[at] = day;
        break;
      }
  }

  #first(principal: number, at: RowAt): void {
    const known = this.#firsts[principal];
    if (known === undefined || isEarlier(at, known)) this.#firsts[principal] = at;
  }
}

/** The hour of the day, in UTC. */
export function hourOf(time: number): number {
  const hour = Math.floor(time / HOUR_MS) % HOURS;
  return hour < 0 ? hour + HOURS : hour;
}
