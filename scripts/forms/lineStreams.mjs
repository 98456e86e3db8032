/** What the tools of log streams write before, behind and between events. */
import { account, events, region } from './events.mjs';
import { crlf, json, layered, lines } from './form.mjs';
import { eachEvent } from './linesOfLogs.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/** @returns {readonly Form[]} */
export function lineStreams() {
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
