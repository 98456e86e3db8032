import { isAscii } from 'node:buffer';
import { type EventFacts, type EventRecord, factsOf, type Intern, wholeRecord } from '../../core';

/** A whole record, by itself: its own places begin with its text, those of its facts with the log. */
export interface ReadRecord {
  readonly record: EventRecord;
  readonly text: string;
  readonly facts: EventFacts;
}

/** Reads single records of a log, from the first to the last. */
export class RecordReader {
  /** Whether any was asked for. */
  isUsed = false;
  readonly #bytes: Buffer;
  readonly #intern: Intern;
  readonly #isAscii: boolean;
  /** How far the log has been decoded: in bytes, and in UTF-16 units of its text. */
  #decoded = 0;
  #units = 0;

  constructor(bytes: Buffer, intern: Intern) {
    this.#bytes = bytes;
    this.#intern = intern;
    this.#isAscii = isAscii(bytes);
  }

  /** The record that fills a stretch; undefined when it is not whole, or not all there is in it. */
  recordIn(start: number, end: number, index: number): ReadRecord | undefined {
    this.isUsed = true;
    const text = this.#bytes.toString(this.#isAscii ? 'latin1' : 'utf8', start, end);
    const record = wholeRecord(text, { start: 0, end: text.length }, index);
    if (record === undefined) return undefined;
    const from = this.#isAscii ? start : this.#unitsBefore(start);
    const facts = { ...factsOf(record, this.#intern), start: from, end: from + text.length };
    return { record, text, facts };
  }

  /** @param start not before that of the call before */
  #unitsBefore(start: number): number {
    this.#units += this.#bytes.toString('utf8', this.#decoded, start).length;
    this.#decoded = start;
    return this.#units;
  }
}
