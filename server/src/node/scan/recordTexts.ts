import { type EventRecord, type JsonObject, parseObject, type Span, wholeRecord } from '../../core';
import { type PositionOf, positionsIn } from '../../documents/textRanges';
import { Utf8Walk } from './utf8Walk';

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** The records of a log that the extractor has taken, as text, one by one; the log itself only where that is needed. */
export class RecordTexts {
  readonly #bytes: Buffer;
  readonly #isAscii: boolean;
  #whole: string | undefined;
  #walk: Utf8Walk | undefined;

  /** @param isAscii places in the text are places among the bytes */
  constructor(bytes: Buffer, isAscii: boolean) {
    this.#bytes = bytes;
    this.#isAscii = isAscii;
  }

  get whole(): string {
    this.#whole ??= this.#bytes.toString(this.#isAscii ? 'latin1' : 'utf8');
    return this.#whole;
  }

  /** Places in the log; undefined where it is one line. */
  get positions(): PositionOf | undefined {
    return this.#isOneLine ? undefined : positionsIn(this.whole);
  }

  /** A line break behind the log does not count. */
  get #isOneLine(): boolean {
    const last = this.#bytes.length - 1;
    return !this.#bytes.includes(RETURN) && (last < 1 || this.#bytes.lastIndexOf(LINE_FEED, last - 1) < 0);
  }

  /** The text of a record. Asked for in the order of the log, it costs no more than what it looks at. */
  text(start: number, end: number): string {
    if (this.#isAscii) return this.#bytes.toString('latin1', start, end);
    this.#walk ??= new Utf8Walk(this.#bytes);
    const span = this.#walk.span(start, end);
    if (span === undefined) return this.whole.slice(start, end);
    return this.#bytes.toString(span.isAscii ? 'latin1' : 'utf8', span.from, span.to);
  }

  /** A record as JSON gives it; undefined when it is not whole. */
  object(start: number, end: number): JsonObject | undefined {
    return parseObject(this.text(start, end));
  }

  /**
   * The record that fills a stretch (UTF-16 units of the log); undefined when it is not whole.
   *
   * @param isGenuine whether the extractor has read it: then it bears no marks of a tool
   */
  record({ start, end }: Span, index: number, isGenuine: boolean): EventRecord | undefined {
    const text = this.text(start, end);
    const record = wholeRecord(text, { start: 0, end: text.length }, index, isGenuine);
    return record && { ...record, start, end };
  }
}
