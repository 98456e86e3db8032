import {
  DistinctRows,
  type EventRow,
  type PickedRows,
  type Question,
  type RowChunk,
  type SpeakingRows,
  type Stretch,
} from '../../core';
import type { FileStretch } from '../../host/logFiles';
import { AnsweringStretches } from '../writing/answeringStretches';

/** Where a log stands among those that were named: by what was named, and by its position below it. */
export interface LogOrder {
  readonly rank: number;
  readonly position: number;
}

/** @returns negative for what stands before the other */
export function byOrder(left: LogOrder, right: LogOrder): number {
  return left.rank - right.rank || left.position - right.position;
}

/** A log in which something answers. */
interface AnsweringLog {
  readonly order: LogOrder;
  readonly file: string;
  /** Of rows that answer. */
  readonly stretches: readonly FileStretch[];
}

/** A row, and where it stands. */
export interface RowInLog {
  readonly chunk: RowChunk;
  readonly row: number;
  /** Position among the records of its log. */
  readonly index: number;
  /** What its log is called. */
  readonly file: string;
}

const LARGEST = 2 ** 32;

/**
 * The rows that answer a question, of logs that come in any order: in columns until all are there, since only then it is known
 * which copy speaks for an event.
 */
export class AnsweringRows {
  /** Nobody who writes logs knows it. */
  readonly seed = Math.floor(Math.random() * LARGEST);
  readonly #picker: AnsweringStretches;
  readonly #logs: AnsweringLog[] = [];
  #distinct = new DistinctRows(this.seed, 0);

  constructor(question: Question) {
    this.#picker = new AnsweringStretches(question);
  }

  /** Whether the question asks the text of records: then only rows that answer may be added, for their texts are gone. */
  get asksTexts(): boolean {
    return this.#picker.readsRecords;
  }

  /** @param file the name of the log, as questions know it and as it is listed */
  add(order: LogOrder, file: string, stretches: readonly FileStretch[]): void {
    const answering = this.asksTexts ? stretches : this.#picker.pick(file, stretches);
    if (answering.length > 0) this.#logs.push({ order, file, stretches: answering });
  }

  /** How many rows `answering` told of when it was asked last: one for each event. */
  get events(): number {
    return this.#distinct.events;
  }

  /** The rows that speak for the events that answer, when all are added: in the order of the logs. */
  answering(): readonly PickedRows[] {
    this.#logs.sort((left, right) => byOrder(left.order, right.order));
    let rows = 0;
    for (const { stretches } of this.#logs) for (const { from, to } of stretches) rows += to - from;
    this.#distinct = new DistinctRows(this.seed, rows);
    for (const [log, { stretches }] of this.#logs.entries())
      for (const stretch of stretches) this.#distinct.add({ ...stretch, log, base: 0 });
    return [...this.#distinct.speaking()].filter((picked) => picked.rows.length > 0);
  }

  /** The same, with where they stand: a log by its position among those that answer. */
  speaking(): readonly SpeakingRows[] {
    return this.answering().map((picked) => this.#placed(picked));
  }

  /** Those that only repeat an event, in the same way; after `speaking`. */
  repeating(): readonly SpeakingRows[] {
    return Array.from(this.#distinct.silent(), (picked) => this.#placed(picked));
  }

  #placed({ chunk, rows }: PickedRows): SpeakingRows {
    return {
      chunk,
      rows,
      placeOf: (row) => {
        const { log, index, from, base } = this.#distinct.stretches.holding(chunk, row);
        return { log, index: index + row - from, file: this.#logs[log]?.file ?? '', base };
      },
    };
  }

  /** The same, log by log, with the order that each log was added with. Its rows are in the order of the log. */
  *byLog(): Generator<{ readonly order: LogOrder; readonly rows: readonly RowInLog[] }> {
    let last: number | undefined;
    let rows: RowInLog[] = [];
    const told = (): { readonly order: LogOrder; readonly rows: readonly RowInLog[] }[] => {
      const log = last === undefined ? undefined : this.#logs[last];
      return log === undefined ? [] : [{ order: log.order, rows }];
    };
    for (const { chunk, rows: picked } of this.answering()) {
      let stretch: Stretch | undefined;
      for (const row of picked) {
        if (stretch === undefined || row < stretch.from || row >= stretch.to)
          stretch = this.#distinct.stretches.holding(chunk, row);
        if (stretch.log !== last) {
          yield* told();
          last = stretch.log;
          rows = [];
        }
        rows.push({ chunk, row, index: stretch.index + row - stretch.from, file: this.#logs[last]?.file ?? '' });
      }
    }
    yield* told();
  }

  /** One of the rows that `answering` told of. */
  row(chunk: RowChunk, row: number): EventRow {
    return this.#distinct.stretches.row(chunk, row, (log) => this.#logs[log]?.file ?? '');
  }
}
