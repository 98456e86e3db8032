import type { CellsExports } from '../../cells/exports';
import { callTexts, identityTexts } from '../../core/store/columns';
import type { Tables } from '../../core/store/rowTables';
import type { TupleTable } from '../../core/store/texts';

/** Of the tables of the extractor. */
const [TEXTS, CALLS, IDENTITIES] = [0, 1, 2];

/** What numbers in rows of the extractor mean, read from its memory when somebody asks: good until it forgets its texts. */
export function liveTables(wasm: CellsExports): Tables {
  const memory = new Memory(wasm);
  return {
    texts: {
      get size() {
        return wasm.count(TEXTS);
      },
      textOf: (number) => memory.text(number),
      // Nobody asks for all texts that are alike.
      numbersLike: () => [],
    },
    calls: tuples(memory, wasm, CALLS, callTexts.length),
    identities: tuples(memory, wasm, IDENTITIES, identityTexts.length),
  };
}

function tuples(memory: Memory, wasm: CellsExports, table: number, width: number): TupleTable {
  return {
    get size() {
      return wasm.count(table);
    },
    at: (tuple, position) => memory.word((wasm.bytesAt(table) >> 2) + width * tuple + position),
  };
}

/** The memory of a module, which is another one when it has grown. */
class Memory {
  readonly #wasm: CellsExports;
  #bytes = Buffer.alloc(0);
  #words = new Uint32Array(0);

  constructor(wasm: CellsExports) {
    this.#wasm = wasm;
  }

  word(at: number): number {
    this.#look();
    return this.#words[at] ?? 0;
  }

  /** A text by its number; 0 is that of the empty text. */
  text(number: number): string {
    if (number === 0) return '';
    const ends = this.#wasm.endsAt(TEXTS) >> 2;
    const bytes = this.#wasm.bytesAt(TEXTS);
    const [start, end] = [this.word(ends + number - 1), this.word(ends + number)];
    return this.#bytes.toString('utf8', bytes + start, bytes + end);
  }

  #look(): void {
    const { buffer } = this.#wasm.memory;
    if (this.#words.buffer === buffer) return;
    this.#words = new Uint32Array(buffer);
    this.#bytes = Buffer.from(buffer);
  }
}
