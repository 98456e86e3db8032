/** What a terminal shows around a log. */
import { events, host } from './events.mjs';
import { crlf, json, layered, lines } from './form.mjs';
import { prettyRecords, records } from './logs.mjs';
import { coloured } from './printers/texts.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/** @returns {readonly Form[]} */
export function terminals() {
  const some = events();
  const prompt = '[kim@bastion ~]$ ';
  return [
    layered(
      'terminal-jq-colours.txt',
      'jq -C',
      'Every mark and value between escape sequences of colours.',
      `${coloured({ Records: some })}\n`,
    ),
    layered(
      'terminal-grep-colours.txt',
      'grep --color=always',
      'The name of the service is coloured, also inside texts.',
      lines(some.map((event) => json(event).replaceAll('workmail', '\u001b[01;31m\u001b[Kworkmail\u001b[m\u001b[K'))),
    ),
    layered(
      'terminal-script.typescript',
      'script',
      'A recorded session: escape sequences, CRLF, a command, a log, a prompt.',
      `Script started on 2026-05-18 14:20:01+00:00 [TERM="xterm-256color" TTY="/dev/pts/0" COLUMNS="80" LINES="24"]\n${crlf(lines([`\u001b[?2004h${prompt}cat trail.json`, `\u001b[?2004l${prettyRecords()}`, `\u001b[?2004h${prompt}exit`]))}\nScript done on 2026-05-18 14:20:09+00:00 [COMMAND_EXIT_CODE="0"]\n`,
    ),
    layered(
      'terminal-prompt.txt',
      'a terminal that was copied',
      'A prompt and a command that names fields, then events, then a prompt.',
      lines([
        `${prompt}zcat *.json.gz | jq -c '.Records[] | select(.eventSource == "${host}")'`,
        ...some.map((event) => json(event)),
        prompt,
      ]),
    ),
    layered(
      'terminal-zsh-percent.txt',
      'zsh',
      'A percent sign of the shell after a log without a line end, and the next prompt.',
      `${records()}%\nkim@laptop ~ %\n`,
    ),
    layered(
      'terminal-curl-v.txt',
      'curl -v',
      'Lines with * > < before the answer, one after it.',
      lines([
        '*   Trying 203.0.113.80:443...',
        '* Connected to trail.example.com (203.0.113.80) port 443',
        '> GET /events?source=workmail HTTP/1.1',
        '> Host: trail.example.com',
        '>',
        '< HTTP/1.1 200 OK',
        '< Content-Type: application/json',
        '<',
        '{ [4711 bytes data]',
        prettyRecords(),
        '* Connection #0 to host trail.example.com left intact',
      ]),
    ),
    layered(
      'terminal-http-response.txt',
      'an HTTP client',
      'Status line and headers before the answer.',
      crlf(
        lines([
          'HTTP/2 200',
          'date: Mon, 18 May 2026 14:20:01 GMT',
          'content-type: application/x-amz-json-1.1',
          'x-amzn-requestid: 7d1c',
          '',
        ]),
      ) + json({ data: some }),
    ),
    layered(
      'terminal-jq-error.txt',
      'jq',
      'An error of the tool stands after events on lines.',
      `${lines(some.map((event) => json(event)))}jq: error (at <stdin>:4): Cannot iterate over null (null)\n`,
    ),
    layered(
      'terminal-powershell.txt',
      'a PowerShell console that was copied',
      'PS prompt with a command before a log; CRLF.',
      crlf(lines(['PS C:\\Users\\kim> Get-Content .\\trail.json', prettyRecords(), 'PS C:\\Users\\kim>'])),
    ),
  ];
}
