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

  /** @param numbers of texts of the table @param places where each goes @param into is given two numbers for each place */
  put(table: TextTable, numbers: Uint32Array, places: Uint32Array, into: Uint32Array): void {
    const marks = this.#isMarked ? table.marks?.numbers : undefined;
    if (marks === undefined) putNumbers(this.#texts.of(table, numbers), places, into);
    else putMarks(marks, numbers, places, into);
  }
}

function putNumbers(numbers: Uint32Array, places: Uint32Array, into: Uint32Array): void {
  for (let at = 0; at < numbers.length; at++) into[2 * (places[at] ?? 0)] = numbers[at] ?? 0;
}

function putMarks(marks: Uint32Array, numbers: Uint32Array, places: Uint32Array, into: Uint32Array): void {
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0;
    if (number === 0) continue;
    const to = 2 * (places[at] ?? 0);
    const one = marks[2 * number] ?? 0;
    const two = marks[2 * number + 1] ?? 0;
    into[to] = (one | two) === 0 ? 1 : one;
    into[to + 1] = two;
  }
}
