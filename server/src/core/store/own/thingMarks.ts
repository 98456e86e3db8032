import type { TextTable } from '../texts';
import { areMarkedAlike } from './numbersByMark';
import type { SameNumbers } from './sameNumbers';

/**
 * Two numbers by which things are told apart, whichever of some tables their texts are of; both are 0 for what is not said. Where all tables
 * have marks by one secret, it is these, and no text is looked at; else what `SameNumbers` gives.
 */
export class ThingMarks {
  readonly #texts: SameNumbers;
  readonly #isMarked: boolean;

  /** @param tables those of `texts` */
  constructor(tables: ReadonlySet<TextTable>, texts: SameNumbers) {
    this.#texts = texts;
    this.#isMarked = areMarkedAlike(tables);
  }

  /** @param numbers of texts of the table @param into is given two numbers for each, from the place `at` on */
  put(table: TextTable, numbers: Uint32Array, into: Uint32Array, at: number): void {
    const marks = this.#isMarked ? table.marks?.numbers : undefined;
    if (marks === undefined) {
      const same = this.#texts.of(table, numbers);
      for (let each = 0; each < same.length; each++) into[at + 2 * each] = same[each] ?? 0;
      return;
    }
    for (let each = 0; each < numbers.length; each++) {
      const number = numbers[each] ?? 0;
      if (number === 0) continue;
      const one = marks[2 * number] ?? 0;
      const two = marks[2 * number + 1] ?? 0;
      into[at + 2 * each] = (one | two) === 0 ? 1 : one;
      into[at + 2 * each + 1] = two;
    }
  }
}
