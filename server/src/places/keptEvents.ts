import { type EventFacts, isMailCall, type RowChunk, StoredFacts } from '../core/index';
import type { FileEvents, FileStretch, ServiceChoice, TextPosition } from '../host/logFiles';
import { type EventsTold, isWanted } from './wantedEvents';

/** The events of a file, made from its rows. */
export class KeptEvents implements FileEvents {
  readonly #uri: string;
  readonly #stretches: readonly FileStretch[];
  readonly #told: EventsTold;

  constructor(uri: string, stretches: readonly FileStretch[], told: EventsTold) {
    this.#uri = uri;
    this.#stretches = stretches;
    this.#told = told;
  }

  get length(): number {
    return this.#told.count;
  }

  *[Symbol.iterator](): Generator<EventFacts> {
    const { service } = this.#told;
    for (const { chunk, from, to, index } of this.#stretches) {
      for (let row = from; row < to; row++) {
        if (!mayBeWanted(service, chunk, row)) continue;
        const facts = new StoredFacts(chunk, row, { index: index + row - from, file: this.#uri, base: 0 });
        if (isWanted(service, facts)) yield facts;
      }
    }
  }

  start(position: number, facts: Pick<EventFacts, 'start'>): TextPosition {
    const { starts } = this.#told;
    if (starts === undefined) return { line: 0, character: facts.start };
    return { line: starts[2 * position] ?? 0, character: starts[2 * position + 1] ?? 0 };
  }
}

/** Nearly all rows are of other services than WorkMail. */
function mayBeWanted(service: ServiceChoice, chunk: RowChunk, row: number): boolean {
  return service !== 'workmail' || isMailCall(chunk.service(row)) || chunk.malformed(row) === 'syntax';
}
