/** Marks before every line of a log: names of files, quotation, changes, lists, comments. */
import { events } from './events.mjs';
import { crlf, layered, lines, loose } from './form.mjs';
import { eachEvent, eachLine } from './linesOfLogs.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/** @returns {readonly Form[]} */
export function lineMarks() {
  const some = events();
  const whole = JSON.stringify({ Records: some }, null, 2).split('\n');
  const before = JSON.stringify({ Records: some.slice(0, 2) }, null, 2).split('\n');
  return [
    layered(
      'lines-grep-file.txt',
      'grep -H',
      'The name of a file and a colon before each event on a line.',
      eachEvent((line, _, index) => `logs/2026-05-18/part-${index}.json:${line}`),
    ),
    layered(
      'lines-grep-file-number.txt',
      'grep -rn',
      'Path, number and colons before every line of a pretty-printed log.',
      eachLine((line, n) => `./evidence/trail.json:${n}:${line}`),
    ),
    layered(
      'lines-mail-quote.txt',
      'a mail program',
      'Quoted: `> ` before every line, after a line that says who wrote.',
      `On Mon, 18 May 2026 at 14:20, Kim Lee <kim.lee@example.com> wrote:\n${eachLine((line) => `> ${line}`)}\nWhat is this?\n`,
    ),
    layered(
      'lines-mail-quote-twice.txt',
      'a mail program',
      'Quoted twice: `> > ` before every line, CRLF.',
      crlf(eachLine((line) => `> > ${line}`)),
    ),
    layered(
      'lines-mail-quote-tight.txt',
      'a mail program',
      '`>>` before every line, without a space.',
      eachLine((line) => `>>${line}`),
    ),
    layered(
      'lines-diff-added.diff',
      'git diff',
      'A plus sign before every line of a new file, after a heading.',
      lines([
        'diff --git a/trail.json b/trail.json',
        'new file mode 100644',
        'index 0000000..4b825dc',
        '--- /dev/null',
        '+++ b/trail.json',
        `@@ -0,0 +1,${whole.length} @@`,
      ]) + eachLine((line) => `+${line}`),
    ),
    loose(
      'lines-diff-context.diff',
      'diff -u',
      'Two events with a space before every line and one with plus signs; the one line with a minus sign is not of the log.',
      lines([
        '--- trail-old.json\t2026-05-18 14:04:00.000000000 +0000',
        '+++ trail.json\t2026-05-18 14:06:00.000000000 +0000',
        `@@ -1,${before.length} +1,${whole.length} @@`,
        ...before.slice(0, -3).map((line) => ` ${line}`),
        '-    }',
        '+    },',
        ...whole.slice(before.length - 2, -2).map((line) => `+${line}`),
        '   ]',
        ' }',
      ]),
    ),
    layered(
      'lines-bullets.md',
      'a note',
      'Each event on a line is an entry of a list, after a dash.',
      `# Events\n\n${eachEvent((line) => `- ${line}`)}`,
    ),
    loose(
      'lines-bullets-indented.md',
      'a note',
      'Entries of a list with a title; the pretty-printed event is indented below.',
      lines(
        some.flatMap((event) => [
          `* **${event.eventName}** at ${event.eventTime.slice(11, 16)}:`,
          '',
          ...JSON.stringify(event, null, 2)
            .split('\n')
            .map((line) => `      ${line}`),
          '',
        ]),
      ),
    ),
    layered(
      'lines-comment-hashes.txt',
      'a shell script that somebody kept',
      '`# ` before every line.',
      eachLine((line) => `# ${line}`),
    ),
  ];
}
