import { isAscii, isUtf8 } from 'node:buffer';
import { type Encoding, encodingOf } from '../../bytes/encoding';
import { replaced } from '../../bytes/notes';
import type { ReadNote } from '../../host/logFiles';

/** Text, and what was wrong with its bytes. */
export interface Decoded {
  readonly text: string;
  readonly notes: readonly ReadNote[];
}

/**
 * Bytes as text. The byte order mark is left out, as editors do. Bytes that are no text become U+FFFD, so that the rest
 * can be read.
 *
 * @param bytes no more than fit into one string
 */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  const content = Buffer.from(bytes.buffer, bytes.byteOffset + encoding.mark, bytes.length - encoding.mark);
  return encoding.name === 'UTF-8' ? decodeUtf8(content) : decodeUtf16(content, encoding.name);
}

function decodeUtf8(content: Buffer): Decoded {
  // One byte a character, in memory too, and much the fastest; nearly every log is so.
  if (isAscii(content)) return { text: content.toString('latin1'), notes: [] };
  const text = content.toString('utf8');
  return { text, notes: isUtf8(content) ? [] : [noteAt(text, firstReplaced(text, content), 'UTF-8')] };
}

/** The offset in `text` of the first U+FFFD that does not stand in the bytes as such. */
function firstReplaced(text: string, content: Buffer): number {
  let byte = 0;
  let from = 0;
  while (true) {
    const at = text.indexOf('\ufffd', from);
    byte += Buffer.byteLength(text.slice(from, at));
    if (content[byte] !== 0xef || content[byte + 1] !== 0xbf || content[byte + 2] !== 0xbd) return at;
    byte += 3;
    from = at + 1;
  }
}

function decodeUtf16(content: Buffer, name: Encoding['name']): Decoded {
  const whole = content.subarray(0, content.length - (content.length % 2));
  const text = (name === 'UTF-16BE' ? Buffer.from(whole).swap16() : whole).toString('utf16le');
  if (whole.length === content.length) return { text, notes: [] };
  return { text: `${text}\ufffd`, notes: [noteAt(text, text.length, 'UTF-16')] };
}

function noteAt(text: string, at: number, encoding: string): ReadNote {
  let line = 0;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return replaced(encoding, line, at - start);
}
