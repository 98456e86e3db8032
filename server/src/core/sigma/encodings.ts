/** Texts as bytes, and bytes as texts, as rules look for them inside other text. */

export type Encoding = 'utf8' | 'utf16le' | 'utf16be' | 'utf16';

/** @returns numbers from 0 to 255; `utf16` begins with the mark of its order */
export function bytesOf(text: string, encoding: Encoding): readonly number[] {
  if (encoding === 'utf8') return utf8(text);
  const bytes: number[] = encoding === 'utf16' ? [0xff, 0xfe] : [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (encoding === 'utf16be') bytes.push(unit >> 8, unit & 0xff);
    else bytes.push(unit & 0xff, unit >> 8);
  }
  return bytes;
}

function utf8(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    bytes.push(more === 0 ? code : ([0, 0xc0, 0xe0, 0xf0][more] ?? 0) | (code >> (6 * more)));
    for (let left = more - 1; left >= 0; left--) bytes.push(0x80 | ((code >> (6 * left)) & 0x3f));
  }
  return bytes;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function base64(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const digits = Math.min(4, bytes.length - at + 1);
    for (let digit = 0; digit < 4; digit++)
      text += digit < digits ? (DIGITS[(group >> (18 - 6 * digit)) & 0x3f] ?? '') : '=';
  }
  return text;
}

/** Digits at the beginning that tell of bytes before, by how many there are; and the same at the end. */
const BEFORE = [0, 2, 3];
const BEHIND = [0, -3, -2];

/** What base64 makes of bytes that stand somewhere in others: only the digits that these bytes alone decide, for each of three places. */
export function base64Inside(bytes: readonly number[]): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const digits = base64([...new Array<number>(offset).fill(0x20), ...bytes]);
    const end = BEHIND[(bytes.length + offset) % 3] ?? 0;
    return digits.slice(BEFORE[offset] ?? 0, digits.length + end);
  });
}
