/** A number before every line of a log. */
import { crlf, layered, lines } from './form.mjs';
import { eachEvent, eachLine } from './linesOfLogs.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/** @returns {readonly Form[]} */
export function lineNumbers() {
  return [
    layered(
      'lines-cat-n.txt',
      'cat -n',
      'Six places and a tab before every line.',
      eachLine((line, n) => `${pad(n, 6)}\t${line}`),
    ),
    layered(
      'lines-nl-events.txt',
      'nl',
      'A number and a tab before each event on a line, an empty line without a number between them.',
      eachEvent((line, _, index) => `${pad(index + 1, 6)}\t${line}${index === 1 ? '\n       ' : ''}`),
    ),
    layered(
      'lines-grep-n.txt',
      'grep -n',
      'A number and a colon before every line.',
      eachLine((line, n) => `${n}:${line}`),
    ),
    layered(
      'lines-findstr-n.txt',
      'findstr /n of Windows',
      'A number and a colon before every line, CRLF.',
      crlf(eachLine((line, n) => `${n}:${line}`)),
    ),
    layered(
      'lines-less-numbers.txt',
      'less -N',
      'Seven places and a space before every line, `(END)` after the last.',
      `${eachLine((line, n) => `${pad(n, 7)} ${line}`)}(END)\n`,
    ),
    layered(
      'lines-vim-numbers.txt',
      'vim',
      'Three places and a space before every line.',
      eachLine((line, n) => `${pad(n, 3)} ${line}`),
    ),
    layered(
      'lines-bat.txt',
      'bat',
      'A frame: numbers, a drawn line before every line, a heading with the name of the file.',
      lines(['───────┬────────────────', '       │ File: trail.json', '───────┼────────────────']) +
        eachLine((line, n) => `${pad(n, 4)}   │ ${line}`) +
        lines(['───────┴────────────────']),
    ),
    layered(
      'lines-numbers-dot.txt',
      'a numbered list',
      'Each event on a line is an entry of a numbered list.',
      eachEvent((line, _, index) => `${index + 1}. ${line}`),
    ),
    layered(
      'lines-cat-a.txt',
      'cat -A',
      'A dollar sign at the end of every line.',
      eachLine((line) => `${line}$`),
    ),
  ];
}

/** @param {number} number @param {number} places */
const pad = (number, places) => String(number).padStart(places);
