import type { TextEdit } from '../../../record';
import type { Undoing } from '../layer';
import { type Line, linesOf } from '../lines';
import { characterAt } from './utf8';

const EQUALS = 0x3d;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** By code unit; what no letter of base64 has is 64. Those of URLs are letters too. */
const SIX_BITS: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  const letter = { '-': '+', _: '/' }[String.fromCharCode(code)] ?? String.fromCharCode(code);
  const six = ALPHABET.indexOf(letter);
  return six < 0 ? 64 : six;
});

/**
 * Lines that are JSON in base64, each on its own. One edit for each group of four characters, in which the first three
 * stand for one each, or for each character beyond ASCII.
 */
export function fromBase64(): Undoing {
  return { edits: inBase64 };
}

function inBase64(text: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const line of linesOf(text)) {
    const intro = /^data:[\w/+;=-]{0,80},/.exec(text.slice(line.start, line.start + 90))?.[0].length ?? 0;
    if (intro > 0) edits.push({ start: line.start, end: line.start + intro, text: '' });
    for (const edit of ofLine(text, { ...line, start: line.start + intro })) edits.push(edit);
  }
  return edits;
}

/** Nothing for a line with other characters. */
function* ofLine(text: string, { start, end }: Line): Generator<TextEdit> {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (let at = start; at < end && text.charCodeAt(at) !== EQUALS; at++) {
    const six = SIX_BITS[text.charCodeAt(at)] ?? 64;
    if (six === 64) return;
    held = ((held << 6) | six) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  // Three bytes stand in four characters: the third takes two of them.
  const place = (byte: number): number => (byte >= bytes.length ? end : start + 4 * Math.floor(byte / 3) + (byte % 3));
  for (let at = 0; at < bytes.length; ) {
    const group = at % 3 === 0 && at + 3 <= bytes.length ? asciiText(bytes, at) : undefined;
    const { code, length } = characterAt(bytes, at) ?? { code: 0xfffd, length: 1 };
    const next = at + (group === undefined ? length : 3);
    yield { start: place(at), end: place(next), text: group ?? String.fromCodePoint(code) };
    at = next;
  }
}

/** The text of three bytes, where each is a character. */
function asciiText(bytes: readonly number[], at: number): string | undefined {
  const [one = 0, two = 0, three = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  return (one | two | three) < 0x80 ? String.fromCharCode(one, two, three) : undefined;
}
