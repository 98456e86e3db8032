/** What is done to a text as a whole. */
import { gzipSync } from 'node:zlib';

/**
 * Broken after so many characters, wherever that is.
 *
 * @param {string} text
 * @param {number} width
 */
export function folded(text, width) {
  return (text.match(new RegExp(`.{1,${width}}`, 'gs')) ?? []).map((line) => `${line}\n`).join('');
}

/**
 * Broken behind the last space that fits, else after so many characters.
 *
 * @param {string} text
 * @param {number} width
 */
export function foldedAtSpaces(text, width) {
  let rest = text;
  let result = '';
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width - 1);
    const end = space < 0 ? width : space + 1;
    result += `${rest.slice(0, end)}\n`;
    rest = rest.slice(end);
  }
  return `${result}${rest}\n`;
}

/**
 * Quoted-printable (RFC 2045): lines of 76 characters at most, which end with `=` where they were broken.
 *
 * @param {string} text
 */
export function quotedPrintable(text) {
  return text
    .split('\n')
    .map((line) => {
      const marks = [...Buffer.from(line)].map((byte) =>
        byte === 61 || byte > 126 || byte < 32
          ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
          : String.fromCharCode(byte),
      );
      let result = '';
      let room = 75;
      for (const mark of marks) {
        if (room < mark.length) {
          result += '=\n';
          room = 75;
        }
        result += mark;
        room -= mark.length;
      }
      return result;
    })
    .join('\n');
}

/**
 * gzip as base64, without the name of the system it was made on.
 *
 * @param {string} text
 */
export function gzipped(text) {
  const bytes = gzipSync(text, { level: 9 });
  bytes.writeUInt8(0xff, 9);
  return bytes.toString('base64');
}

const KEY = '\u001b[34;1m';
const TEXT = '\u001b[0;32m';
const PUNCTUATION = '\u001b[1;39m';
const OTHER = '\u001b[0;39m';
const NULL = '\u001b[1;30m';
const END = '\u001b[0m';

/**
 * JSON in the colours of jq 1.6.
 *
 * @param {unknown} value
 * @param {string} [indent]
 * @returns {string}
 */
export function coloured(value, indent = '') {
  const inner = `${indent}  `;
  if (typeof value === 'string') return `${TEXT}${JSON.stringify(value)}${END}`;
  if (typeof value !== 'object' || value === null) return `${value === null ? NULL : OTHER}${value}${END}`;
  const isList = Array.isArray(value);
  const [open, close] = isList ? '[]' : '{}';
  const members = Object.entries(value).map(([key, member]) =>
    isList
      ? coloured(member, inner)
      : `${END}${KEY}${JSON.stringify(key)}${END}${PUNCTUATION}:${` ${END}`}${coloured(member, inner)}`,
  );
  return `${PUNCTUATION}${open}\n${inner}${members.join(`${PUNCTUATION},\n${inner}`)}${PUNCTUATION}\n${indent}${PUNCTUATION}${close}${END}`;
}
