import type { Target } from '../explain/targets';
import type { LearnedName } from '../investigate/learnedNames';
import { grownNumbers } from './grownNumbers';
import { PairNumbers } from './pairNumbers';
import type { RowChunk } from './rowChunk';
import type { StoredParticulars } from './storedParticulars';
import type { TextTable } from './texts';

/** What an event acts upon first, as its record says it: what is behind it, only all logs together tell. */
export interface FirstTarget {
  /** Undefined where the event acts upon nothing. */
  readonly target: Target | undefined;
  readonly organizationId: string;
  /** What the event itself teaches about ids. */
  readonly learned: readonly LearnedName[];
}

/** Numbers of what was said in one table of texts. */
interface Known {
  /** Of the parameter of a target with its kind, and the organization. */
  readonly asked: PairNumbers;
  /** Of the id, and of that pair. */
  readonly all: PairNumbers;
  /** By number of the second pair. */
  numbers: Uint32Array;
}

const NONE: readonly never[] = [];

/**
 * Numbers what rows act upon first, from 0 on. Rows with one number act upon the same; the same may have several numbers, one for each
 * table of texts and each event that teaches something of it.
 */
export class TargetNumbers {
  readonly #seed: number;
  readonly #told: FirstTarget[] = [{ target: undefined, organizationId: '', learned: NONE }];
  readonly #known = new WeakMap<TextTable, Known>();

  /** @param seed a number that nobody who writes logs can know */
  constructor(seed: number) {
    this.#seed = seed;
  }

  get size(): number {
    return this.#told.length;
  }

  told(number: number): FirstTarget {
    return this.#told[number] ?? { target: undefined, organizationId: '', learned: NONE };
  }

  /**
   * Writes the numbers of some rows that follow each other.
   *
   * @param to exclusive
   * @param into has room for all of them from `at` on
   */
  write(chunk: RowChunk, from: number, to: number, into: Int32Array, at: number): void {
    const { particulars } = chunk;
    let known = this.#known.get(particulars.texts);
    if (known === undefined) {
      known = { asked: new PairNumbers(this.#seed), all: new PairNumbers(this.#seed), numbers: new Uint32Array(256) };
      this.#known.set(particulars.texts, known);
    }
    const words = new Uint32Array(3);
    const [ids, asked, organizations] = [words.subarray(0, 1), words.subarray(1, 2), words.subarray(2, 3)];
    for (let row = from; row < to; row++) {
      const place = at + row - from;
      if (chunk.service(row) === 'other' || !particulars.targetNumbers(row, words)) into[place] = 0;
      else if (particulars.teaches(row)) into[place] = this.#add(particulars, row, particulars.learned(row));
      else {
        known.asked.combine(asked, organizations, 1, MANY);
        known.all.combine(ids, asked, 1, MANY);
        const pair = ids[0] ?? 0;
        known.numbers = grownNumbers(known.numbers, pair);
        if (known.numbers[pair] === 0) known.numbers[pair] = this.#add(particulars, row, NONE);
        into[place] = known.numbers[pair] ?? 0;
      }
    }
  }

  #add(particulars: StoredParticulars, row: number, learned: readonly LearnedName[]): number {
    const [target] = particulars.targets(row);
    return this.#told.push({ target, organizationId: particulars.organizationId(row), learned }) - 1;
  }
}

/** Numbers of texts may be any, so that pairs of them have no places of their own. */
const MANY = [2 ** 32, 2 ** 32] as const;
