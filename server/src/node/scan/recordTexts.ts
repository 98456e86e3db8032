import { type EventRecord, wholeRecord } from '../../core';
import { type RangeOf, rangesIn, rangesInLine } from '../../documents/textRanges';

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** The records of a log that the extractor has taken, as text, one by one; the log itself only where that is needed. */
export class RecordTexts {
  readonly #bytes: Buffer;
  readonly #isAscii: boolean;
  #whole: string | undefined;
  #rangeOf: RangeOf | undefined;

  /** @param isAscii places in the text are places among the bytes */
  constructor(bytes: Buffer, isAscii: boolean) {
    this.#bytes = bytes;
    this.#isAscii = isAscii;
  }

  get whole(): string {
    this.#whole ??= this.#bytes.toString(this.#isAscii ? 'latin1' : 'utf8');
    return this.#whole;
  }

  /** Lines are counted when the first place is asked for. */
  readonly rangeOf: RangeOf = (span) => {
    this.#rangeOf ??= this.#isOneLine ? rangesInLine : rangesIn(this.whole);
    return this.#rangeOf(span);
  };

  /** A line break behind the log does not count. */
  get #isOneLine(): boolean {
    const last = this.#bytes.length - 1;
    return !this.#bytes.includes(RETURN) && (last < 1 || this.#bytes.lastIndexOf(LINE_FEED, last - 1) < 0);
  }

  text(start: number, end: number): string {
    return this.#isAscii ? this.#bytes.toString('latin1', start, end) : this.whole.slice(start, end);
  }

  /** The record that fills a stretch (UTF-16 units of the log); undefined when it is not whole. */
  record(start: number, end: number, index: number): EventRecord | undefined {
    const text = this.text(start, end);
    const record = wholeRecord(text, { start: 0, end: text.length }, index);
    return record && { ...record, start, end };
  }
}
