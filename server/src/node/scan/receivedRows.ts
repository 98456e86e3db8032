import { callTexts, identityTexts } from '../../core/store/columns';
import { RowChunk } from '../../core/store/rowChunk';
import { RowTables } from '../../core/store/rowTables';
import type { TextTable, TupleTable } from '../../core/store/texts';
import type { FileStretch } from '../../host/logFiles';
import type { RowsTold, StretchTold } from './rowMessages';

/** The rows of one thread, as they come. */
export class ReceivedRows {
  readonly #texts = new ReceivedTexts();
  readonly #calls = new ReceivedTuples(callTexts.length);
  readonly #identities = new ReceivedTuples(identityTexts.length);
  readonly #tables = new RowTables({ texts: this.#texts, calls: this.#calls, identities: this.#identities });

  /** @returns the chunks, in the order in which they were told of */
  take({ chunks, written }: RowsTold): readonly RowChunk[] {
    this.#texts.add(written.texts);
    this.#calls.add(written.calls);
    this.#identities.add(written.identities);
    return chunks.map(({ numbers, count, notes }) => new RowChunk(this.#tables, numbers, count, notes));
  }
}

/** @param chunks those that came with the stretches */
export function stretchesIn(chunks: readonly RowChunk[], told: readonly StretchTold[]): readonly FileStretch[] {
  return told.flatMap(({ chunk, ...place }) => {
    const found = chunks[chunk];
    return found === undefined ? [] : [{ chunk: found, ...place }];
  });
}

class ReceivedTexts implements TextTable {
  readonly #texts: string[] = [''];

  get size(): number {
    return this.#texts.length;
  }

  textOf(number: number): string {
    return this.#texts[number] ?? '';
  }

  add(texts: readonly string[]): void {
    for (const text of texts) this.#texts.push(text);
  }
}

class ReceivedTuples implements TupleTable {
  readonly #width: number;
  readonly #members: number[] = [];

  constructor(width: number) {
    this.#width = width;
  }

  get size(): number {
    return this.#members.length / this.#width;
  }

  at(tuple: number, position: number): number {
    return this.#members[tuple * this.#width + position] ?? 0;
  }

  add(members: readonly number[]): void {
    for (const member of members) this.#members.push(member);
  }
}
