import { encodingOf } from './encoding';

/** Genuine records have at most 256 KB, so the last one begins within this distance. Bytes. */
const NEAR = 300_000;
const FIRST_FIELD = Array.from('"eventVersion"', (letter) => letter.charCodeAt(0));
const [OPEN_BRACE, CLOSE_BRACE, COMMA, LINE_FEED] = [0x7b, 0x7d, 0x2c, 0x0a];

/**
 * The beginning of a text that goes on, without what was begun at its end: cut before a record if one can be seen, else
 * behind a line, else behind a character, so that a cut of ours doesn't look like damage.
 *
 * @param bytes the first bytes of a longer text
 */
export function wholeBeginning(bytes: Uint8Array): Uint8Array {
  if (encodingOf(bytes).name !== 'UTF-8') return bytes.subarray(0, bytes.length - (bytes.length % 2));
  const from = Math.max(0, bytes.length - NEAR);
  const key = lastKey(bytes, from);
  const brace = beforeSpace(bytes, key) - 1;
  if (bytes[brace] !== OPEN_BRACE) {
    const line = bytes.lastIndexOf(LINE_FEED);
    return bytes.subarray(0, line >= from ? line + 1 : wholeCharacters(bytes));
  }
  // Where each record has a line of its own, the last one may be whole.
  const line = bytes.indexOf(LINE_FEED, key);
  if (line >= 0 && bytes[beforeSpace(bytes, line) - 1] === CLOSE_BRACE) return bytes.subarray(0, line + 1);
  const end = beforeSpace(bytes, brace);
  return bytes.subarray(0, bytes[end - 1] === COMMA ? end - 1 : end);
}

/** Where the last first field of a record begins, at `from` or later; 0 when there is none. */
function lastKey(bytes: Uint8Array, from: number): number {
  const [quote = 0] = FIRST_FIELD;
  let at = bytes.lastIndexOf(quote);
  while (at >= from && at > 0 && !FIRST_FIELD.every((byte, index) => bytes[at + index] === byte)) {
    at = bytes.lastIndexOf(quote, at - 1);
  }
  return at >= from ? Math.max(0, at) : 0;
}

function beforeSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at > 0 && isSpace(bytes[at - 1])) at--;
  return at;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === LINE_FEED || byte === 0x0d || byte === 0x09;
}

/** The length without the bytes of a last character that is not complete. */
function wholeCharacters(bytes: Uint8Array): number {
  let start = bytes.length - 1;
  while (start > bytes.length - 4 && start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  const lead = bytes[start] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return start + length > bytes.length ? start : bytes.length;
}
