import type { HandedList } from './handedLists';

/** How a list differs from one that is told in full: numbers of events, in their order. */
export interface Near {
  readonly list: HandedList;
  /** What the other has and this one has not; and what this one has beside. */
  readonly without: readonly number[];
  readonly also: readonly number[];
}

/** Of as many events a list differs in one at most: else it is told in full. Of what moves along by a few events a list that is about the shortest. */
const SHARE = 8;
/** Where among a list another one is looked for that has the same events. */
const PROBES = [0.1, 0.3, 0.5, 0.7, 0.9];

/** Lists that were told in full, looked for by those that are nearly the same: what led to each of many exports of one hand, say. */
export class NearLists {
  /** By number of an event the latest list that has it, by position among all, from 1 on. */
  readonly #latest: Uint32Array;
  readonly #told: { readonly list: HandedList; readonly numbers: Uint32Array }[] = [];

  /** @param last number of an event */
  constructor(last: number) {
    this.#latest = new Uint32Array(last + 1);
  }

  /** The nearest of those that were told, if one is near. @param numbers of the events, in their order */
  nearest(numbers: Uint32Array): Near | undefined {
    let most = Math.floor(numbers.length / SHARE);
    let found: Near | undefined;
    for (const at of this.#candidates(numbers)) {
      const told = this.#told[at - 1];
      const near = told && difference(told.numbers, numbers, most);
      if (told === undefined || near === undefined) continue;
      found = { list: told.list, ...near };
      most = near.without.length + near.also.length - 1;
    }
    return found;
  }

  /** @param numbers of the events, in their order */
  tell(list: HandedList, numbers: Uint32Array): void {
    this.#told.push({ list, numbers });
    for (const number of numbers) this.#latest[number] = this.#told.length;
  }

  #candidates(numbers: Uint32Array): ReadonlySet<number> {
    return new Set(PROBES.map((share) => this.#latest[numbers[Math.floor(share * numbers.length)] ?? 0] ?? 0));
  }
}

/** Beyond all numbers of events. */
const NO_NUMBER = 2 ** 32;

/** What one has and not the other; undefined where that is more than so many. */
function difference(told: Uint32Array, numbers: Uint32Array, most: number): Omit<Near, 'list'> | undefined {
  if (Math.abs(told.length - numbers.length) > most) return undefined;
  const [without, also]: [number[], number[]] = [[], []];
  let one = 0;
  let other = 0;
  while (one < told.length || other < numbers.length) {
    const left = one < told.length ? (told[one] ?? 0) : NO_NUMBER;
    const right = other < numbers.length ? (numbers[other] ?? 0) : NO_NUMBER;
    if (left === right) {
      one += 1;
      other += 1;
      continue;
    }
    if (left < right) {
      without.push(left);
      one += 1;
    } else {
      also.push(right);
      other += 1;
    }
    if (without.length + also.length > most) return undefined;
  }
  return { without, also };
}
