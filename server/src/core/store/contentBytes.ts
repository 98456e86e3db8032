/**
 * Contents of calls (see `contentsOf`) of some rows, one behind the other: as JSON of ASCII alone, so that each character is a byte. They
 * are no texts by number, since no two calls say the same and nobody looks for one.
 */
export interface ContentBytes {
  /** In ascending order. */
  readonly rows: Uint32Array<ArrayBuffer>;
  /** Where the bytes of each of these rows end. */
  readonly ends: Uint32Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export const noContentBytes: ContentBytes = {
  rows: new Uint32Array(0),
  ends: new Uint32Array(0),
  bytes: new Uint8Array(0),
};

const FIRST_ROOM = 4096;
const BEYOND_ASCII = /[\u0080-\uffff]/g;

/** Writes contents as bytes. */
export class ContentsWriter {
  #rows: number[] = [];
  #ends: number[] = [];
  #bytes = new Uint8Array(FIRST_ROOM);
  #length = 0;

  /** @param json empty for a row of which nothing is kept; rows are added in ascending order */
  add(row: number, json: string): void {
    if (json === '') return;
    const text = json.replace(BEYOND_ASCII, escaped);
    if (this.#length + text.length > this.#bytes.length) {
      const more = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + text.length));
      more.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = more;
    }
    for (let at = 0; at < text.length; at++) this.#bytes[this.#length + at] = text.charCodeAt(at);
    this.#length += text.length;
    this.#rows.push(row);
    this.#ends.push(this.#length);
  }

  /** Those since the last time. */
  take(): ContentBytes {
    const taken = {
      rows: Uint32Array.from(this.#rows),
      ends: Uint32Array.from(this.#ends),
      bytes: this.#bytes.slice(0, this.#length),
    };
    this.#rows = [];
    this.#ends = [];
    this.#length = 0;
    return taken;
  }
}

/** As JSON has it. */
function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** So many characters are made at once: an argument each. */
const AT_ONCE = 4096;

/** The JSON of the contents at a place of `rows`. */
export function contentAt({ ends, bytes }: ContentBytes, place: number): string {
  const end = ends[place] ?? 0;
  let text = '';
  for (let at = place === 0 ? 0 : (ends[place - 1] ?? 0); at < end; at += AT_ONCE)
    text += textOfAscii(bytes.subarray(at, Math.min(end, at + AT_ONCE)));
  return text;
}

/** Spread into arguments, bytes would be read one by one, which takes ten times as long. */
function textOfAscii(bytes: Uint8Array): string {
  const text: unknown = Reflect.apply(String.fromCharCode, undefined, bytes);
  return String(text);
}
