/** What collectors write before each event: times, hosts, names. */
import { layered } from './form.mjs';
import { eachEvent, eachLine } from './linesOfLogs.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/** @returns {readonly Form[]} */
export function lineHeaders() {
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
      eachLine((line) => `trail-reader-1  | ${line}`),
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
