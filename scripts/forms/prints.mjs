/** Events as languages and command line tools print values of theirs. */
import { inspect } from 'node:util';
import { account, events, names, region } from './events.mjs';
import { bent, crlf, json, layered, lines, named, whole } from './form.mjs';
import { awsTable } from './printers/awsTable.mjs';
import { goMap, goSdk, perlDumper, phpPrint, powerShell5 } from './printers/others.mjs';
import { pprint, repr, Source } from './printers/python.mjs';
import { inspected, pretty as rubyPretty } from './printers/ruby.mjs';
import { javaStruct } from './printers/structs.mjs';
import { yaml } from './printers/yaml.mjs';
import { looked } from './wrappers.mjs';

/** @typedef {import('./form.mjs').Form} Form */
/** @typedef {import('./events.mjs').Event} Event */

/** @returns {readonly Form[]} */
export function prints() {
  return [...python(), ...scripts(), ...compiled(), ...powerShell(), ...yamls(), ...cli()];
}

/** @param {Event} event */
const answered = (event) => {
  const [hour, minute, second] = event.eventTime.slice(11, 19).split(':').map(Number);
  const EventTime = new Source(`datetime.datetime(2026, 5, 18, ${hour}, ${minute}, ${second}, tzinfo=tzlocal())`);
  return { ...looked(event), EventTime };
};

/** @returns {Form[]} */
function python() {
  const some = events();
  const answer = {
    Events: some.map(answered),
    ResponseMetadata: { RequestId: '7d1c', HTTPStatusCode: 200, RetryAttempts: 0 },
  };
  return [
    layered(
      'print-boto3.txt',
      'print of a boto3 answer',
      'A Python dict: CloudTrailEvent is JSON in single quotes, EventTime a call of datetime.',
      `${repr(answer)}\n`,
    ),
    layered(
      'print-boto3-pprint.txt',
      'pprint of a boto3 answer',
      'Keys in the order of the alphabet; the JSON of CloudTrailEvent is cut into literals one below the other.',
      `${pprint(answer)}\n`,
    ),
    layered(
      'print-boto3-apostrophe.txt',
      'print of a boto3 answer',
      "As Python writes it when the JSON holds an apostrophe: \\' inside single quotes.",
      `${repr({ Events: some.map((event) => answered(withName(event, "Rosa O'Ortiz"))) })}\n`,
    ),
    bent(
      'print-python-dicts.txt',
      'print of parsed events in Python',
      'Events as dicts on lines: single quotes, True, None.',
      lines(some.map(repr)),
    ),
    bent(
      'print-python-pprint.txt',
      'pprint of parsed events in Python',
      'A list of dicts, sorted, with the user agent cut into literals.',
      `${pprint(some)}\n`,
    ),
    bent(
      'print-python-logging.log',
      'the logging module of Python',
      'A prefix before each event, which is a dict of Python.',
      lines(some.map((event) => `INFO:trail:{'detail-type': 'AWS API Call via CloudTrail', 'detail': ${repr(event)}}`)),
    ),
    layered(
      'print-python-bytes.txt',
      'print of bytes in Python',
      "Each event is JSON in b'...'.",
      lines(some.map((event) => `b'${json(event)}'`)),
    ),
  ];
}

/**
 * @param {Event} event
 * @param {string} displayName
 * @returns {Event}
 */
function withName(event, displayName) {
  if (event.eventName !== 'CreateUser') return event;
  return { ...event, requestParameters: { ...event.requestParameters, displayName } };
}

/** @returns {Form[]} */
function scripts() {
  const some = events();
  return [
    bent(
      'print-ruby-inspect.txt',
      'p in Ruby',
      'Hashes with => and nil, one event a line.',
      lines(some.map(inspected)),
    ),
    bent(
      'print-ruby-pp.txt',
      'pp in Ruby',
      'A list of hashes, broken in 80 columns, also behind =>.',
      `${rubyPretty(some)}\n`,
    ),
    bent(
      'print-node-inspect.txt',
      'console.dir with depth null in Node.js',
      'Keys without quotes, texts in single ones, a list on one line where it fits.',
      `${inspect({ Records: some }, { depth: null })}\n`,
    ),
    named(
      'print-node-console.txt',
      'console.log in Node.js',
      'As before, but what is deeper than two levels is [Object].',
      `${inspect({ Records: some })}\n`,
    ),
    layered(
      'print-node-console-text.txt',
      'console.log in Node.js',
      'An object whose member is JSON in single quotes.',
      lines(some.map((event) => inspect({ level: 'info', body: json(event) }, { breakLength: Infinity }))),
    ),
    named(
      'print-perl-dumper.txt',
      'Data::Dumper of Perl',
      '$VAR1 = { ... } with =>, undef and blessed Booleans.',
      lines(some.map((event) => `$VAR1 = ${perlDumper(event)};`)),
    ),
    named(
      'print-php-print-r.txt',
      'print_r of PHP',
      'Array ( [eventVersion] => 1.11 ... ).',
      phpPrint({ Records: some }),
    ),
  ];
}

/** @returns {Form[]} */
function compiled() {
  const some = events();
  return [
    named(
      'print-go-map.txt',
      '%+v in Go',
      'map[...] without quotes, keys in the order of the alphabet.',
      lines(some.map(goMap)),
    ),
    layered(
      'print-go-sdk.txt',
      'fmt.Println of an answer of the AWS SDK for Go',
      'Names without quotes, CloudTrailEvent as escaped text.',
      `${goSdk({
        Events: some.map((event) => ({
          AccessKeyId: event.userIdentity.accessKeyId,
          CloudTrailEvent: json(event),
          EventId: event.eventID,
          EventName: event.eventName,
          EventSource: event.eventSource,
          EventTime: `${event.eventTime.replace('T', ' ').replace('Z', '')} +0000 UTC`,
          ReadOnly: 'false',
          Username: event.userIdentity.userName ?? 'kim.lee',
        })),
      })}\n`,
    ),
    layered(
      'print-java-sdk.txt',
      'toString of an answer of the AWS SDK for Java',
      'Event(EventId=..., CloudTrailEvent={...}): JSON without quotes around it among names and parentheses.',
      `LookupEventsResponse(Events=[${some.map((event) => `Event(EventId=${event.eventID}, EventName=${event.eventName}, ReadOnly=false, EventTime=${event.eventTime}, EventSource=${event.eventSource}, Resources=[], CloudTrailEvent=${json(event)})`).join(', ')}])\n`,
    ),
    named(
      'print-java-map.txt',
      'toString of a map in Java',
      '{eventVersion=1.11, userIdentity={type=IAMUser, ...}}, one event a line.',
      lines(some.map((event) => javaStruct(event))),
    ),
    layered(
      'print-csharp-verbatim.txt',
      'a verbatim string of C#',
      'The JSON stands in @"..." with every quote doubled.',
      lines(some.map((event, index) => `var event${index} = @"${json(event).replaceAll('"', '""')}";`)),
    ),
    layered(
      'print-java-concatenated.txt',
      'a string in Java',
      'The event is a literal of many pieces joined by +, each quote escaped.',
      some
        .map((event, index) => `String event${index} =\n        ${pieces(event).map(json).join('\n            + ')};\n`)
        .join(''),
    ),
    layered(
      'print-javascript-concatenated.txt',
      'a string in JavaScript',
      'Pieces in single quotes joined by + at the ends of lines.',
      some
        .map(
          (event, index) =>
            `const event${index} =\n${pieces(event)
              .map((piece) => `  '${piece}'`)
              .join(' +\n')};\n`,
        )
        .join(''),
    ),
    layered(
      'print-python-literals.txt',
      'a string in Python',
      'Pieces in single quotes inside parentheses, one below the other.',
      some
        .map(
          (event, index) =>
            `event_${index} = (\n${pieces(event)
              .map((piece) => `    '${piece}'`)
              .join('\n')}\n)\n`,
        )
        .join(''),
    ),
    layered(
      'print-escaped-lines.txt',
      'a string that was copied out of JSON',
      'Events on lines, a backslash before every quote, no quotes around.',
      lines(some.map((event) => json(json(event)).slice(1, -1))),
    ),
    layered(
      'print-escaped-twice.txt',
      'a string that was copied out of a log',
      'Events on lines, every quote escaped twice.',
      lines(some.map((event) => json(json(json(event)).slice(1, -1)).slice(1, -1))),
    ),
    layered(
      'print-escaped-pretty.txt',
      'a string that was copied out of JSON',
      'A pretty-printed log on one line, with \\n and \\" in it and quotes around.',
      `"message": ${json(JSON.stringify({ Records: some }, null, 2))},\n`,
    ),
    layered(
      'print-shell-quoted.sh.txt',
      'a command with data',
      'curl -d with a log in single quotes, after a backslash at the end of a line.',
      `curl -X POST https://trail.example.com/ingest \\\n  -H 'Content-Type: application/json' \\\n  -d '${json({ Records: some })}'\n`,
    ),
  ];
}

/** @param {Event} event */
const pieces = (event) => json(event).match(/.{1,70}/g) ?? [];

/** @returns {Form[]} */
function powerShell() {
  const some = events();
  const entries = some.map(looked);
  return [
    whole(
      'print-powershell-json.json',
      'ConvertTo-Json of Windows PowerShell',
      'Two spaces behind colons, values indented below their beginning, apostrophes as \\u0027; CRLF.',
      crlf(`${powerShell5({ Records: some.map((event) => withName(event, "Rosa O'Ortiz")) })}\n`),
    ),
    named(
      'print-powershell-depth.json',
      'ConvertTo-Json without -Depth',
      'Objects deeper than two levels are texts such as @{type=Role; userName=MailSupport}.',
      `${JSON.stringify({ Records: some.map(cutDeep) }, null, 2)}\n`,
    ),
    named(
      'print-powershell-list.txt',
      'Get-CTEvent | Format-List',
      'Names, colons and values; a value goes on below itself after 120 columns.',
      crlf(
        lines([
          '',
          ...entries.flatMap((entry) => [
            ...Object.entries({ ...entry, Resources: '{}' }).flatMap(([name, value]) => listed(name, String(value))),
            '',
          ]),
        ]),
      ),
    ),
    named(
      'print-powershell-clixml.xml',
      'Export-Clixml',
      'Elements S with attributes N; CloudTrailEvent is JSON in which only & and < are entities.',
      crlf(
        lines([
          '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">',
          ...entries.flatMap((entry, index) => [
            `  <Obj RefId="${index}">`,
            '    <TN RefId="0">',
            '      <T>Amazon.CloudTrail.Model.Event</T>',
            '      <T>System.Object</T>',
            '    </TN>',
            '    <Props>',
            ...Object.entries(entry)
              .filter(([name]) => name !== 'Resources')
              .map(([name, value]) => `      <S N="${name}">${value}</S>`),
            '    </Props>',
            '  </Obj>',
          ]),
          '</Objs>',
        ]),
      ),
    ),
  ];
}

/**
 * What a depth of two below Records leaves of an event: lists joined by spaces, objects as text in which inner ones are empty.
 *
 * @param {Event} event
 */
function cutDeep(event) {
  const { sessionContext, ...identity } = event.userIdentity;
  const { permissionValues, ...request } = event.requestParameters ?? {};
  return {
    ...event,
    userIdentity: sessionContext ? { ...identity, sessionContext: '@{sessionIssuer=; attributes=}' } : identity,
    requestParameters: permissionValues ? { ...request, permissionValues: 'FULL_ACCESS SEND_AS' } : request,
  };
}

/** @param {string} name @param {string} value */
function listed(name, value) {
  const parts = value.match(/.{1,101}/g) ?? [''];
  return parts.map((part, index) => (index === 0 ? `${name.padEnd(15)} : ${part}` : `${' '.repeat(18)}${part}`));
}

/** @returns {Form[]} */
function yamls() {
  const some = events();
  const page = { Events: some.map((event) => looked(withName(event, "Rosa O'Ortiz"))).map(sortedKeys) };
  return [
    layered(
      'print-aws-yaml.yaml',
      'aws --output yaml',
      'CloudTrailEvent is JSON in single quotes, an apostrophe doubled, broken at spaces behind 80 columns.',
      yaml(page),
    ),
    layered('print-aws-yaml-stream.yaml', 'aws --output yaml-stream', 'As before, but a list of pages.', yaml([page])),
    bent(
      'print-yaml-records.yaml',
      'PyYAML',
      'Whole events as YAML in block style, without braces.',
      yaml({ Records: some }),
    ),
    bent(
      'print-yaml-documents.yaml',
      'yq -P',
      'One YAML document for each event, after ---.',
      some.map((event) => `---\n${yaml(event)}`).join(''),
    ),
    layered(
      'print-yaml-literal.yaml',
      'a ConfigMap',
      'A pretty-printed log as a literal block of YAML.',
      lines([
        'apiVersion: v1',
        'kind: ConfigMap',
        'metadata:',
        '  name: trail',
        'data:',
        '  trail.json: |',
        ...JSON.stringify({ Records: some }, null, 2)
          .split('\n')
          .map((line) => `    ${line}`),
      ]),
    ),
    layered(
      'print-yaml-folded.yaml',
      'a test file of YAML',
      'Each event is a folded block >-, broken at spaces.',
      lines(
        some.flatMap((event) => [
          `- name: ${event.eventName}`,
          '  event: >-',
          ...json(event)
            .split(/ (?=lang|md\/command)/)
            .map((line) => `    ${line}`),
        ]),
      ),
    ),
  ];
}

/** @param {Record<string, unknown>} entry */
const sortedKeys = (entry) => Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));

/** @returns {Form[]} */
function cli() {
  const some = events();
  const entries = some.map(looked);
  return [
    layered(
      'print-aws-text.txt',
      'aws --output text',
      'Tabs between columns in the order of the alphabet, the event in the third without quotes.',
      lines(
        entries.map((entry) =>
          [
            'EVENTS',
            entry.AccessKeyId,
            entry.CloudTrailEvent,
            entry.EventId,
            entry.EventName,
            entry.EventSource,
            entry.EventTime,
            entry.ReadOnly,
            entry.Username,
          ].join('\t'),
        ),
      ),
    ),
    layered(
      'print-aws-table.txt',
      'aws --output table',
      'A drawn table for each entry, with the event in one line of it.',
      awsTable(
        'LookupEvents',
        'Events',
        entries.map(({ Resources, ...entry }) => entry),
      ),
    ),
    layered(
      'print-aws-query-text.txt',
      'aws --query Events[].CloudTrailEvent --output text',
      'Events on one line, tabs between them.',
      `${entries.map((entry) => entry.CloudTrailEvent).join('\t')}\n`,
    ),
    bent(
      'print-json5.json5',
      'a person who likes JSON5',
      'Keys without quotes, single quotes, commas at the end, comments.',
      `// copied from the trail of ${account}\n${inspect({ Records: some }, { depth: null, breakLength: 100 }).replace(/\n( *)([}\]])/g, ',\n$1$2')}\n`,
    ),
    layered(
      'print-json-comments.jsonc',
      'an editor that allows comments',
      'Line comments before each event, a block comment before the list, a comma behind the last event.',
      `{\n  /* ${region}, "Records" of one day */\n  "Records": [\n${some.map((event, index) => `    // ${index + 1}: ${names[index]} {\n    ${JSON.stringify(event, null, 2).replaceAll('\n', '\n    ')},\n`).join('')}  ]\n}\n`,
    ),
    layered(
      'print-json-lines-commas.txt',
      'a list that lost its brackets',
      'Events on lines, a comma at the end of each.',
      lines(some.map((event) => `${json(event)},`)),
    ),
    layered(
      'print-json-sequence.json-seq',
      'jq --seq',
      'A record separator (RFC 7464) before each event.',
      lines(some.map((event) => `\u001e${json(event)}`)),
    ),
  ];
}
