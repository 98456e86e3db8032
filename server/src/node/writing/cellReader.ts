const COLON = 0x3a;
const SEMICOLON = 0x3b;
const ZERO = 0x30;
/** Longer texts are not compared with the one before. */
const COMPARED = 512;

/** Reads cells of rows as `cellText` has them. */
export class CellReader {
  /** Of each column, the text that was read last, and its bytes: many rows say the same as the one before. */
  readonly #last: { text: string; bytes: Uint8Array; length: number }[];
  #row: Buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;

  constructor(columns: number) {
    this.#last = Array.from({ length: columns }, () => ({ text: '', bytes: new Uint8Array(COMPARED), length: 0 }));
  }

  begin(row: Buffer): void {
    this.#row = row;
    this.#end = 0;
  }

  /** Goes on to the next cell. @returns whether there is something in it */
  next(): boolean {
    const row = this.#row;
    const from = this.#end;
    let at = from;
    let length = 0;
    for (let byte = row[at]; byte !== undefined && byte < COLON; byte = row[++at]) length = 10 * length + byte - ZERO;
    this.#start = at + 1;
    this.#end = at + 1 + length;
    return at > from;
  }

  /** Whether the cell was cut, as `sheetCellText` tells it. */
  get isCut(): boolean {
    return this.#row[this.#start - 1] === SEMICOLON;
  }

  /** The cell as bytes, in the memory of the row. */
  bytes(): Uint8Array {
    const { buffer, byteOffset } = this.#row;
    return new Uint8Array(buffer, byteOffset + this.#start, this.#end - this.#start);
  }

  /** The cell as text. @param column its position */
  text(column: number): string {
    const [row, start, length] = [this.#row, this.#start, this.#end - this.#start];
    const last = this.#last[column];
    if (last === undefined || length > COMPARED) return row.toString('utf8', start, this.#end);
    let same = last.length === length ? 0 : -1;
    if (same === 0) while (same < length && last.bytes[same] === row[start + same]) same++;
    if (same === length) return last.text;
    last.text = row.toString('utf8', start, this.#end);
    for (let at = 0; at < length; at++) last.bytes[at] = row[start + at] ?? 0;
    last.length = length;
    return last.text;
  }
}
