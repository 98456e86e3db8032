import { callTexts, identityTexts } from '../../server/src/core';
import type { TextTable, TupleTable } from '../../server/src/core/store/texts';
import type { ExtractedRows } from '../../server/src/extract/taken';

/** All texts and tuples that an extractor has given, one `take` after the other. */
export class ExtractedTables {
  readonly #texts: string[] = [''];
  readonly #calls: number[] = [];
  readonly #identities: number[] = [];
  readonly texts: TextTable;
  readonly calls: TupleTable;
  readonly identities: TupleTable;

  constructor() {
    const texts = this.#texts;
    this.texts = {
      get size() {
        return texts.length;
      },
      textOf: (number) => texts[number] ?? '',
      numbersLike: () => [],
    };
    this.calls = tuples(this.#calls, callTexts.length);
    this.identities = tuples(this.#identities, identityTexts.length);
  }

  add({ texts, calls, identities }: ExtractedRows): void {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    let start = 0;
    for (const end of texts.ends) {
      this.#texts.push(decoder.decode(texts.bytes.subarray(start, end)));
      start = end;
    }
    for (const number of calls) this.#calls.push(number);
    for (const number of identities) this.#identities.push(number);
  }
}

function tuples(numbers: readonly number[], width: number): TupleTable {
  return {
    get size() {
      return numbers.length / width;
    },
    at: (tuple, position) => numbers[tuple * width + position] ?? 0,
  };
}
