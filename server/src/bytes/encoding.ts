/** How the bytes of a text are to be read. */
export interface Encoding {
  readonly name: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE';
  /** Bytes of the byte order mark, which is no part of the text. */
  readonly mark: number;
}

/**
 * Told by the byte order mark, and without one by the zeros that UTF-16 puts beside every character of ASCII: PowerShell's
 * `>` writes such logs, and other tools then drop the mark.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second, third] = [bytes[0], bytes[1], bytes[2]];
  if (first === 0xef && second === 0xbb && third === 0xbf) return { name: 'UTF-8', mark: 3 };
  if (first === 0xff && second === 0xfe) return { name: 'UTF-16LE', mark: 2 };
  if (first === 0xfe && second === 0xff) return { name: 'UTF-16BE', mark: 2 };
  if (first !== 0 && second !== 0) return { name: 'UTF-8', mark: 0 };
  const [even, odd] = [zerosAt(0, bytes), zerosAt(1, bytes)];
  if (odd > 0.5 && even < 0.1) return { name: 'UTF-16LE', mark: 0 };
  return { name: even > 0.5 && odd < 0.1 ? 'UTF-16BE' : 'UTF-8', mark: 0 };
}

/** Bytes at the beginning that speak for the rest. */
const LOOKED_AT = 512;

/** The share of zeros among every second byte, from `offset`. */
function zerosAt(offset: number, bytes: Uint8Array): number {
  let zeros = 0;
  let seen = 0;
  for (let at = offset; at < Math.min(bytes.length, LOOKED_AT); at += 2) {
    seen++;
    if (bytes[at] === 0) zeros++;
  }
  return seen === 0 ? 0 : zeros / seen;
}

/** Whether these bytes may be text, so far as their beginning tells: no control characters but those of texts. */
export function looksLikeText(bytes: Uint8Array): boolean {
  if (encodingOf(bytes).name !== 'UTF-8') return true;
  for (let at = 0; at < Math.min(bytes.length, LOOKED_AT); at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80 && !isAsciiText(byte)) return false;
  }
  return true;
}

/** How much of the beginning is ASCII text, from 0 to 1: of JSON nearly all, of what is compressed a third. */
export function textShare(bytes: Uint8Array): number {
  const beginning = bytes.subarray(0, LOOKED_AT);
  return beginning.filter(isAsciiText).length / Math.max(1, beginning.length);
}

function isAsciiText(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b;
}
