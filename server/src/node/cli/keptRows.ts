import {
  DistinctRows,
  type EventRecord,
  type EventRow,
  eventRow,
  matches,
  type PickedRows,
  Picker,
  type Question,
  type QuestionRow,
  type RowChunk,
  RowWriter,
  type Stretch,
  Stretches,
} from '../../core';

/** Rows of a chunk: enough that many small logs share one. */
const ROWS_OF_CHUNK = 4096;
const LARGEST = 2 ** 32;

/**
 * The rows that answer a question, of logs that are read one after the other: in columns until all are read, since only then it is
 * known which copy speaks for an event. What asks the text of a record is asked while the text is at hand.
 */
export class KeptRows {
  /** Nobody who writes logs knows it. */
  readonly seed = Math.floor(Math.random() * LARGEST);
  readonly #writer = new RowWriter(ROWS_OF_CHUNK);
  readonly #distinct = new DistinctRows(this.seed);
  readonly #picker: Picker;
  readonly #test: ((row: QuestionRow) => boolean) | undefined;
  readonly #files: string[] = [];
  /** Of rows that are not in a chunk yet. */
  #pending: Omit<Stretch, 'chunk'>[] = [];
  /** Of the chunk that is asked. */
  #asked = new Stretches();

  constructor(question: Question) {
    this.#picker = new Picker(question, (chunk, row) =>
      Object.assign(this.#asked.row(chunk, row, this.#fileOf), { raw: () => '' }),
    );
    this.#test = this.#picker.readsRecords ? matches(question) : undefined;
  }

  /** The records that follow are of another log. */
  begin(file: string): void {
    this.#files.push(file);
  }

  /** @param text of the log, to which the record refers */
  add(record: EventRecord, text: string): void {
    const { index, start, end } = record;
    const at = this.#writer.count;
    const log = this.#files.length - 1;
    if (this.#test?.({ ...eventRow(record, this.#fileOf(log)), raw: () => text.slice(start, end) }) === false) return;
    const last = this.#pending.at(-1);
    if (last !== undefined && last.log === log && index === last.index + at - last.from)
      this.#pending[this.#pending.length - 1] = { ...last, to: at + 1 };
    else this.#pending.push({ from: at, to: at + 1, log, index, base: 0 });
    this.#writer.add(record);
    if (this.#writer.isFull) this.#take();
  }

  /** The rows that speak for the events that answer, when all are added. */
  *answering(): Generator<PickedRows> {
    if (this.#writer.count > 0) this.#take();
    for (const picked of this.#distinct.speaking()) if (picked.rows.length > 0) yield picked;
  }

  row(chunk: RowChunk, row: number): EventRow {
    return this.#distinct.stretches.row(chunk, row, this.#fileOf);
  }

  readonly #fileOf = (log: number): string => this.#files[log] ?? '';

  /** Keeps the rows of the chunk that is full if any of them answers. */
  #take(): void {
    const chunk = this.#writer.take();
    this.#asked = new Stretches();
    for (const each of this.#pending) this.#asked.add({ ...each, chunk });
    this.#pending = [];
    const answers = new Uint8Array(chunk.count);
    if (this.#test !== undefined) answers.fill(1);
    else for (const row of this.#picker.pickAll(chunk)) answers[row] = 1;
    for (const stretch of this.#asked) {
      for (let from = stretch.from; from < stretch.to; from++) {
        if (answers[from] === 0) continue;
        let to = from + 1;
        while (to < stretch.to && answers[to] === 1) to++;
        this.#distinct.add({ ...stretch, from, to, index: stretch.index + from - stretch.from });
        from = to;
      }
    }
  }
}
