import { type Before, MOST_DAYS } from '../investigate/novelty/seen';
import { isEarlier, type RowAt } from './earlierRow';
import type { Principals } from './principals';
import type { RowsOfPrincipals } from './rowsOfPrincipals';
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

  isAfter(principal: number): boolean {
    return this.#isAfter[principal] === 1;
  }

  /** The first rows of those who were not there before. */
  newcomers(): readonly (RowAt & { readonly principal: number })[] {
    return this.#firsts.flatMap((first, principal) => (first === undefined ? [] : { ...first, principal }));
  }

  #count(each: SpeakingRows, principals: Principals, until: number): RowsOfPrincipals {
    const { chunk } = each;
    const [rows, numbers]: [number[], number[]] = [[], []];
    for (const row of each.rows) {
      const principal = principals.of(chunk, row);
      if (principal < 0) continue;
      const time = chunk.time(row);
      if (Number.isNaN(time)) continue;
      rows.push(row);
      numbers.push(principal);
      if (time < until) this.#met(principal, time);
      else {
        this.#isAfter[principal] = 1;
        if (!this.wasBefore(principal)) this.#first(principal, { each, row });
      }
    }
    return { each, rows: Uint32Array.from(rows), principals: Uint32Array.from(numbers) };
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
