/** Something before or after every line of a log: numbers, marks of quotation, names, times. */
import { account, events, region } from './events.mjs';
import { crlf, json, layered, lines } from './form.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/** @returns {readonly Form[]} */
export function layersOfLines() {
  return [...numbers(), ...marks(), ...collectors(), ...streams()];
}

const log = () => JSON.stringify({ Records: events() }, null, 2).split('\n');

/**
 * The lines of a pretty-printed log, each changed.
 *
 * @param {(line: string, number: number) => string} change
 */
const each = (change) => lines(log().map((line, index) => change(line, index + 1)));

/**
 * One event a line, each changed.
 *
 * @param {(line: string, event: import('./events.mjs').Event, index: number) => string} change
 */
const eachEvent = (change) => lines(events().map((event, index) => change(json(event), event, index)));

/** @returns {Form[]} */
function numbers() {
  return [
    layered(
      'lines-cat-n.txt',
      'cat -n',
      'Six places and a tab before every line.',
      each((line, n) => `${pad(n, 6)}\t${line}`),
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
      each((line, n) => `${n}:${line}`),
    ),
    layered(
      'lines-findstr-n.txt',
      'findstr /n of Windows',
      'A number and a colon before every line, CRLF.',
      crlf(each((line, n) => `${n}:${line}`)),
    ),
    layered(
      'lines-less-numbers.txt',
      'less -N',
      'Seven places and a space before every line, `(END)` after the last.',
      `${each((line, n) => `${pad(n, 7)} ${line}`)}(END)\n`,
    ),
    layered(
      'lines-vim-numbers.txt',
      'vim',
      'Three places and a space before every line.',
      each((line, n) => `${pad(n, 3)} ${line}`),
    ),
    layered(
      'lines-bat.txt',
      'bat',
      'A frame: numbers, a drawn line before every line, a heading with the name of the file.',
      lines(['───────┬────────────────', '       │ File: trail.json', '───────┼────────────────']) +
        each((line, n) => `${pad(n, 4)}   │ ${line}`) +
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
      each((line) => `${line}$`),
    ),
  ];
}

/** @param {number} number @param {number} places */
const pad = (number, places) => String(number).padStart(places);

/** @returns {Form[]} */
function marks() {
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
      each((line, n) => `./evidence/trail.json:${n}:${line}`),
    ),
    layered(
      'lines-mail-quote.txt',
      'a mail program',
      'Quoted: `> ` before every line, after a line that says who wrote.',
      `On Mon, 18 May 2026 at 14:20, Kim Lee <kim.lee@example.com> wrote:\n${each((line) => `> ${line}`)}\nWhat is this?\n`,
    ),
    layered(
      'lines-mail-quote-twice.txt',
      'a mail program',
      'Quoted twice: `> > ` before every line, CRLF.',
      crlf(each((line) => `> > ${line}`)),
    ),
    layered(
      'lines-mail-quote-tight.txt',
      'a mail program',
      '`>>` before every line, without a space.',
      each((line) => `>>${line}`),
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
      ]) + each((line) => `+${line}`),
    ),
    layered(
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
    layered(
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
      each((line) => `# ${line}`),
    ),
  ];
}

/** @returns {Form[]} */
function collectors() {
  return [
    layered(
      'lines-syslog-3164.log',
      'syslog (RFC 3164)',
      'Month, day, time, host and tag before each event.',
      eachEvent((line) => `May 18 14:05:14 collector trail-reader[811]: ${line}`),
    ),
    layered(
      'lines-syslog-5424.log',
      'syslog (RFC 5424)',
      'Priority, version, time, host, structured data and a byte order mark before each event.',
      eachEvent(
        (line, event) =>
          `<134>1 ${event.eventTime.replace('Z', '.815Z')} collector trail-reader 811 ID47 [origin ip="203.0.113.9"] \uFEFF${line}`,
      ),
    ),
    layered(
      'lines-syslog-cee.log',
      'rsyslog',
      'The cookie @cee: stands before each event, after host and tag.',
      eachEvent((line) => `2026-05-18T14:05:14.815231+00:00 collector trail: @cee: ${line}`),
    ),
    layered(
      'lines-journalctl.txt',
      'journalctl -o short-iso',
      'A time with a zone, host and tag before each event, and a line of the journal itself first.',
      `-- Journal begins at Mon 2026-05-18 00:00:01 UTC. --\n${eachEvent((line) => `2026-05-18T14:05:14+0000 collector trail-reader[811]: ${line}`)}`,
    ),
    layered(
      'lines-cri.log',
      'containerd',
      'Time, stream and flag before each event.',
      eachEvent((line) => `2026-05-18T14:05:14.815231907Z stdout F ${line}`),
    ),
    layered(
      'lines-kubectl-prefix.txt',
      'kubectl logs --prefix --timestamps',
      'Pod and container in brackets and a time before each event.',
      eachEvent((line) => `[pod/trail-reader-5d8c7/reader] 2026-05-18T14:05:14.815231907Z ${line}`),
    ),
    layered(
      'lines-compose-pretty.txt',
      'docker compose logs',
      'The name of the container and a bar before every line of a pretty-printed log.',
      each((line) => `trail-reader-1  | ${line}`),
    ),
    layered(
      'lines-logger-json-tail.log',
      'a Python program with the logging module',
      'Time, level and logger before each event, and words behind it.',
      eachEvent(
        (line, event) => `2026-05-18 14:05:14,815 INFO trail: event ${line} (account ${event.recipientAccountId})`,
      ),
    ),
  ];
}

/** @returns {Form[]} */
function streams() {
  const stream = `${account}_CloudTrail_${region}_3`;
  const some = events();
  return [
    layered(
      'lines-awslogs-get.txt',
      'awslogs get --timestamp',
      'Group, stream and time before each event.',
      eachEvent((line, event) => `trail/mail ${stream} ${event.eventTime.replace('Z', '.000Z')} ${line}`),
    ),
    layered(
      'lines-aws-logs-tail.txt',
      'aws logs tail',
      'A time with microseconds and a zone and the stream before each event.',
      eachEvent((line, event) => `${event.eventTime.replace('Z', '.103000+00:00')} ${stream} ${line}`),
    ),
    layered(
      'lines-aws-logs-tail-short.txt',
      'aws logs tail --format short',
      'A time without a zone before each event.',
      eachEvent((line, event) => `${event.eventTime.slice(0, 19)} ${line}`),
    ),
    layered(
      'lines-aws-logs-tail-json.txt',
      'aws logs tail --format json',
      'A time and the stream before each pretty-printed event.',
      lines(some.map((event) => `${event.eventTime.slice(0, 19)} ${stream} ${JSON.stringify(event, null, 4)}`)),
    ),
    layered(
      'lines-lambda-report.log',
      'sam logs',
      'Stream and time before every line; lines START, END and REPORT without an event stand between.',
      lines(
        some.flatMap((event, index) => [
          `2026/05/18/[$LATEST]0f1e ${event.eventTime.slice(0, 19)}.001000 START RequestId: 4d1f-${index} Version: $LATEST`,
          `2026/05/18/[$LATEST]0f1e ${event.eventTime.slice(0, 19)}.002000 ${json(event)}`,
          `2026/05/18/[$LATEST]0f1e ${event.eventTime.slice(0, 19)}.003000 END RequestId: 4d1f-${index}`,
          `2026/05/18/[$LATEST]0f1e ${event.eventTime.slice(0, 19)}.003000 REPORT RequestId: 4d1f-${index}\tDuration: 2.01 ms\tMemory Size: 128 MB`,
        ]),
      ),
    ),
    layered(
      'lines-head-names.txt',
      'head of several files',
      'A heading ==> name <== before each event, and an empty line after it.',
      lines(some.flatMap((event, index) => [`==> part-${index}.json <==`, json(event), ''])),
    ),
    layered(
      'lines-chat-copied.txt',
      'a chat that was copied',
      'A name and a time on a line of their own before each event; CRLF.',
      crlf(lines(some.flatMap((event) => ['Kim Lee  4:05 PM', json(event)]))),
    ),
  ];
}
