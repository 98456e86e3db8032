/** What mail, chats, wikis and terminals do to a log that is pasted into them. */
import { events, host, permission } from './events.mjs';
import { bent, crlf, found, json, layered, lines, named, wrapped } from './form.mjs';
import { coloured, folded, foldedAtSpaces, gzipped, quotedPrintable } from './printers/texts.mjs';
import { subscription } from './wrappers.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/** @returns {readonly Form[]} */
export function layersOfPaste() {
  return [...wraps(), ...mails(), ...links(), ...markup(), ...terminals()];
}

const records = () => json({ Records: events() });
const prettyRecords = () => JSON.stringify({ Records: events() }, null, 2);

/** @returns {Form[]} */
function wraps() {
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

/** @returns {Form[]} */
function mails() {
  const head = ['From: trail@example.com', 'To: kim.lee@example.com', 'Subject: Events', 'MIME-Version: 1.0'];
  return [
    layered(
      'mail-quoted-printable.eml',
      'a mail program',
      'Quoted-printable: lines end with =, an equals sign is =3D.',
      crlf(
        `${lines([...head, 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable', ''])}${quotedPrintable(`${prettyRecords().replace('Rosa Ortiz', 'Rosa = Ortiz é')}\n`)}`,
      ),
    ),
    layered(
      'mail-quoted-printable-body.txt',
      'a mail program',
      'The body alone of a quoted-printable mail with a log on one line.',
      quotedPrintable(`${records().replace('Rosa Ortiz', 'Rosa = Ortiz')}\n`),
    ),
    named(
      'mail-base64.eml',
      'a mail program',
      'A mail whose body is base64.',
      crlf(
        lines([
          ...head,
          'Content-Type: text/plain; charset=utf-8',
          'Content-Transfer-Encoding: base64',
          '',
          ...folded(Buffer.from(records()).toString('base64'), 76).trimEnd().split('\n'),
        ]),
      ),
    ),
    named(
      'packed-awslogs-data.json',
      'a CloudWatch Logs subscription',
      'awslogs.data is base64 of gzip.',
      json({ awslogs: { data: gzipped(json(subscription(events()))) } }),
    ),
    named(
      'packed-kinesis-records.json',
      'Lambda with a Kinesis trigger',
      'Records[].kinesis.data is base64 of gzip of what a subscription sends.',
      JSON.stringify(
        {
          Records: [
            {
              kinesis: {
                kinesisSchemaVersion: '1.0',
                partitionKey: '5f1a',
                sequenceNumber: '49652',
                data: gzipped(json(subscription(events()))),
                approximateArrivalTimestamp: 1779113120.31,
              },
              eventSource: 'aws:kinesis',
              eventVersion: '1.0',
              eventID: 'shardId-000000000000:49652',
              eventName: 'aws:kinesis:record',
              awsRegion: 'us-west-2',
              eventSourceARN: 'arn:aws:kinesis:us-west-2:444455556666:stream/trail',
            },
          ],
        },
        null,
        2,
      ),
    ),
    named(
      'packed-get-records.json',
      'aws kinesis get-records',
      'Data is base64 of the event, one record each.',
      JSON.stringify(
        {
          Records: events().map((event, index) => ({
            SequenceNumber: `4965${index}`,
            ApproximateArrivalTimestamp: '2026-05-18T14:05:20.118000+00:00',
            Data: Buffer.from(json(event)).toString('base64'),
            PartitionKey: '5f1a',
          })),
          MillisBehindLatest: 0,
        },
        null,
        4,
      ),
    ),
    named(
      'packed-base64.txt',
      'base64',
      'A whole log as base64, broken every 76 characters.',
      folded(Buffer.from(records()).toString('base64'), 76),
    ),
  ];
}

/** @returns {Form[]} */
function links() {
  return [
    layered(
      'linked-defanged.json',
      'a threat report',
      'Dots of host names and addresses stand in brackets: workmail[.]amazonaws[.]com.',
      `${prettyRecords().replaceAll('.amazonaws.com', '[.]amazonaws[.]com').replaceAll('203.0.113.45', '203[.]0[.]113[.]45')}\n`,
    ),
    layered(
      'linked-defanged-hxxp.txt',
      'a threat report',
      'Prose with hxxps links around events whose hosts have (dot) for dots.',
      lines([
        'See hxxps://example[.]com/report for the rest.',
        '',
        ...events().map((event) => json(event).replaceAll('workmail.amazonaws.com', 'workmail(dot)amazonaws(dot)com')),
        '',
        'End of list.',
      ]),
    ),
    layered(
      'linked-markdown.json',
      'an editor that links hosts',
      'Every host is a Markdown link to itself.',
      `${prettyRecords().replace(/"([a-z0-9.-]+\.amazonaws\.com)"/g, '"[$1](http://$1)"')}\n`,
    ),
    layered(
      'linked-slack.txt',
      'Slack',
      'Every host is a link in angle brackets with a bar.',
      lines(events().map((event) => json(event).replace(/"([a-z0-9.-]+\.amazonaws\.com)"/g, '"<http://$1|$1>"'))),
    ),
    layered(
      'linked-outlook.txt',
      'Outlook',
      'Behind every host and address the link stands in angle brackets.',
      `${prettyRecords()
        .replace(/"([a-z0-9.-]+\.amazonaws\.com)"/g, '"$1<http://$1/>"')
        .replace('board@example.org', 'board@example.org<mailto:board@example.org>')}\n`,
    ),
  ];
}

/** @param {string} text */
const html = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** @returns {Form[]} */
function markup() {
  const some = events();
  return [
    layered(
      'markup-pre.html',
      'a web page',
      'A log in <pre>, every quote an entity.',
      lines([
        '<!DOCTYPE html>',
        '<html><head><title>Trail</title></head><body>',
        '<h1>Events</h1>',
        `<pre><code>${html(prettyRecords())}</code></pre>`,
        '</body></html>',
      ]),
    ),
    layered(
      'markup-entities.txt',
      'a form that escapes twice',
      'Events on lines, every quote &#34;.',
      lines(some.map((event) => json(event).replaceAll('"', '&#34;'))),
    ),
    layered(
      'markup-entities-key.json',
      'a web service',
      'Texts under a key, in which every quote is &quot;.',
      `${JSON.stringify({ items: some.map((event) => ({ body: html(json(event)) })) }, null, 2)}\n`,
    ),
    named(
      'markup-highlighted.html',
      'a highlighter of code',
      'Every key and value of the event is an element of its own.',
      `<div class="highlight"><pre>${JSON.stringify(permission(), null, 2)
        .split('\n')
        .map((line) => html(line).replace(/&quot;(.*?)&quot;(:?)/g, '<span class="s2">&quot;$1&quot;</span>$2'))
        .join('\n')}</pre></div>\n`,
      found([1]),
    ),
    layered(
      'markup-fence.md',
      'a person who asks for help',
      'Prose, then a log in a Markdown fence, then prose with a brace.',
      lines([
        'Hi all,',
        '',
        'we found this in the trail, is {anything} wrong?',
        '',
        '```json',
        prettyRecords(),
        '```',
        '',
        'Thanks! [1]',
      ]),
    ),
    layered(
      'markup-two-fences.md',
      'a person who asks for help',
      'One event in the first fence, a list of two in the second.',
      lines([
        'First:',
        '```',
        JSON.stringify(some[0], null, 2),
        '```',
        'and a minute later:',
        '~~~json',
        JSON.stringify(some.slice(1)),
        '~~~',
      ]),
    ),
    layered(
      'markup-jira.txt',
      'Jira',
      'Events in {code:json} blocks.',
      lines(
        some.flatMap((event) => [
          `h3. ${event.eventName}`,
          '{code:json}',
          JSON.stringify(event, null, 2),
          '{code}',
          '',
        ]),
      ),
    ),
    layered(
      'markup-bbcode.txt',
      'a forum',
      'A log in [code] and [/code].',
      lines(['[b]Trail[/b]', `[code]${prettyRecords()}[/code]`]),
    ),
    layered(
      'markup-rst.rst',
      'documentation in reStructuredText',
      'A log indented below a directive.',
      lines([
        'Trail',
        '=====',
        '',
        '.. code-block:: json',
        '',
        ...prettyRecords()
          .split('\n')
          .map((line) => `   ${line}`),
        '',
        'The end.',
      ]),
    ),
    bent(
      'markup-smart-quotes.txt',
      'a word processor',
      'Every straight quote became a typographic one.',
      `${prettyRecords().replace(/"([^"]*)"/g, '“$1”')}\n`,
    ),
    bent(
      'markup-nbsp.txt',
      'a web page that was copied',
      'Indented by no-break spaces, one after every colon.',
      `${prettyRecords()
        .replace(/^ +/gm, (run) => '\u00a0'.repeat(run.length))
        .replaceAll('": ', '":\u00a0')}\n`,
    ),
    layered(
      'markup-splunk-results.xml',
      'Splunk, output as XML',
      'Results with the event in a <v> element, quotes as entities.',
      lines([
        "<?xml version='1.0' encoding='UTF-8'?>",
        "<results preview='0'>",
        ...some.flatMap((event, index) => [
          `<result offset='${index}'>`,
          "<field k='_raw'>",
          `<v xml:space='preserve' trim='0'>${html(json(event))}</v>`,
          '</field>',
          '</result>',
        ]),
        '</results>',
      ]),
    ),
    layered(
      'markup-cdata.xml',
      'a test report',
      'Events in CDATA sections.',
      lines([
        '<?xml version="1.0"?>',
        '<testsuite name="trail" tests="3">',
        ...some.map(
          (event) =>
            `<testcase name="${event.eventName}"><system-out><![CDATA[${json(event)}]]></system-out></testcase>`,
        ),
        '</testsuite>',
      ]),
    ),
    named(
      'markup-elements.xml',
      'a converter to XML',
      'Every field an element.',
      lines([
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<Records>',
        ...some.map((event) => `  <Record>${elements(event)}</Record>`),
        '</Records>',
      ]),
    ),
  ];
}

/**
 * @param {unknown} value
 * @returns {string}
 */
function elements(value) {
  if (Array.isArray(value)) return value.map((each) => `<item>${elements(each)}</item>`).join('');
  if (typeof value !== 'object' || value === null) return html(String(value ?? ''));
  return Object.entries(value)
    .map(([name, member]) => `<${name}>${elements(member)}</${name}>`)
    .join('');
}

/** @returns {Form[]} */
function terminals() {
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
