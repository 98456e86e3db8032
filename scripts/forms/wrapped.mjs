/** Logs whose lines were broken by something that knows nothing of JSON. */
import { events } from './events.mjs';
import { crlf, json, lines, wrapped } from './form.mjs';
import { prettyRecords, records } from './logs.mjs';
import { folded, foldedAtSpaces } from './printers/texts.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/** @returns {readonly Form[]} */
export function wrappedForms() {
  const some = events();
  return [
    wrapped(
      'wrapped-72.txt',
      'a mail program',
      'A log on one line, broken every 72 characters.',
      folded(records(), 72),
    ),
    wrapped(
      'wrapped-80-lines.txt',
      'a terminal',
      'One event a line, each broken every 80 characters.',
      some.map((event) => folded(json(event), 80)).join(''),
    ),
    wrapped(
      'wrapped-120-crlf.txt',
      'a Windows console',
      'A log on one line, broken every 120 characters by CRLF.',
      crlf(folded(records(), 120)),
    ),
    wrapped(
      'wrapped-pretty-72.txt',
      'fold -w 72',
      'A pretty-printed log in which only long lines are broken.',
      prettyRecords()
        .split('\n')
        .map((line) => folded(line, 72))
        .join(''),
    ),
    wrapped(
      'wrapped-at-spaces.txt',
      'fold -s',
      'Broken behind spaces; a line without spaces in its first 80 characters is broken there.',
      foldedAtSpaces(records(), 80),
    ),
    wrapped(
      'wrapped-prefix.txt',
      'aws logs tail in a terminal of 80 columns',
      'A time and a stream before each event, then broken every 80 characters.',
      some
        .map((event) =>
          folded(
            `${event.eventTime.replace('Z', '.103000+00:00')} 444455556666_CloudTrail_us-west-2_3 ${json(event)}`,
            80,
          ),
        )
        .join(''),
    ),
    wrapped(
      'wrapped-quoted.txt',
      'a mail program that quotes',
      'Broken every 74 characters, with `> ` before every line.',
      lines(
        folded(records(), 74)
          .trimEnd()
          .split('\n')
          .map((line) => `> ${line}`),
      ),
    ),
    wrapped(
      'wrapped-numbered.txt',
      'a screen of vim',
      'A number before each event only; the lines that follow are indented in place of a number.',
      some
        .map((event, index) => {
          const [first = '', ...more] = folded(json(event), 76).trimEnd().split('\n');
          return lines([`  ${index + 1} ${first}`, ...more.map((line) => `    ${line}`)]);
        })
        .join(''),
    ),
  ];
}
