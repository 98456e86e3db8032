import { callTexts, identityTexts, WIDTH } from '../core';
import type { ExtractorExports } from './exports';

/** What is new since the last time, as arrays that can be handed to another thread. */
export interface ExtractedRows {
  readonly count: number;
  /** `numbers[column * count + row]`, see `columns`; a record that was handed over has its place and its state alone. */
  readonly numbers: Uint32Array<ArrayBuffer>;
  /** New texts, in UTF-8, one behind the other, and where each ends. Their numbers go on from the last one; the first of all is 1. */
  readonly texts: TextsTold;
  /** New tuples, as many numbers each as `callTexts` and `identityTexts` name. Their numbers go on from the last one; the first is 0. */
  readonly calls: Uint32Array<ArrayBuffer>;
  readonly identities: Uint32Array<ArrayBuffer>;
}

/** New texts of a table, in UTF-8, one behind the other, and where each ends. */
export interface TextsTold {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
  /** Two numbers for each, where the reader makes them: see `TextMarks`. */
  readonly marks?: Uint32Array<ArrayBuffer>;
}

/** What looks like a mark of byte order belongs to the text. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const TEXTS = 0;
const CALLS = 1;
const IDENTITIES = 2;

/** Copies what is new, and begins anew. */
export function takeRows(wasm: ExtractorExports): ExtractedRows {
  const taken = {
    count: wasm.rows(),
    numbers: numbersOf(wasm),
    texts: takeTexts(wasm),
    calls: tuplesOf(wasm, CALLS, callTexts.length),
    identities: tuplesOf(wasm, IDENTITIES, identityTexts.length),
  };
  wasm.taken();
  return taken;
}

/** A text of a call. @param position in `callTexts` */
export function callText(wasm: ExtractorExports, call: number, position: number): string {
  const place = wasm.bytesAt(CALLS) + 4 * (callTexts.length * call + position);
  const [number = 0] = new Uint32Array(wasm.memory.buffer, place, 1);
  return textOf(wasm, number);
}

/** A text by its number; 0 is that of the empty text. */
export function textOf(wasm: ExtractorExports, number: number): string {
  if (number === 0) return '';
  const { buffer } = wasm.memory;
  const [start = 0, end = 0] = new Uint32Array(buffer, wasm.endsAt(TEXTS) + 4 * (number - 1), 2);
  return utf8.decode(new Uint8Array(buffer, wasm.bytesAt(TEXTS) + start, end - start));
}

function numbersOf(wasm: ExtractorExports): Uint32Array<ArrayBuffer> {
  const count = wasm.rows();
  const rows = wasm.rowsOfBlock();
  const stride = wasm.stride();
  const numbers = new Uint32Array(WIDTH * count);
  for (let from = 0; from < count; from += rows) {
    const block = wasm.blockAt(from / rows);
    const length = Math.min(rows, count - from);
    for (let column = 0; column < WIDTH; column++) {
      const values = new Uint32Array(wasm.memory.buffer, block + column * stride, length);
      numbers.set(values, column * count + from);
    }
  }
  return numbers;
}

/** Copies the texts that are new. */
export function takeTexts(wasm: ExtractorExports): TextsTold {
  const given = wasm.given(TEXTS);
  const start = wasm.givenBytes(TEXTS);
  const { buffer } = wasm.memory;
  const bytes = new Uint8Array(buffer, wasm.bytesAt(TEXTS) + start, wasm.usedBytes(TEXTS) - start).slice();
  const ends = new Uint32Array(buffer, wasm.endsAt(TEXTS) + 4 * given, wasm.count(TEXTS) - given).slice();
  for (let index = 0; index < ends.length; index++) ends[index] = (ends[index] ?? 0) - start;
  const marks = wasm.marksAt();
  if (marks === 0) return { bytes, ends };
  return { bytes, ends, marks: new Uint32Array(buffer, marks + 8 * given, 2 * ends.length).slice() };
}

function tuplesOf(wasm: ExtractorExports, table: number, width: number): Uint32Array<ArrayBuffer> {
  const given = wasm.given(table);
  const at = wasm.bytesAt(table) + 4 * width * given;
  return new Uint32Array(wasm.memory.buffer, at, width * (wasm.count(table) - given)).slice();
}
