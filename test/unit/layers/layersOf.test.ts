/** Each layer: what it is told as, and the very text that lies under it. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { layersOf } from '../../../server/src/core/read/layers/layersOf';
import { offsetsThrough } from '../../../server/src/core/read/layers/offsets';
import { layers } from '../../../server/src/generated/layers';
import { EVENT, LINES, ONE_LINE, PRETTY } from './event';

const lines = (text: string, write: (line: string, index: number) => string): string =>
  text
    .split('\n')
    .map((line, index) => (line === '' ? '' : write(line, index)))
    .join('\n');
const entities = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);
const pieces = (text: string, length: number): readonly string[] =>
  text.match(new RegExp(`.{1,${length}}`, 'gu')) ?? [];
const short = ONE_LINE.replace(' "quoted"', '').replace('\\"quoted\\"', '');
const plain = short.replace("o'neil", 'oneil');

interface Case {
  readonly ids: readonly string[];
  readonly outer: string;
  readonly inner: string;
}
const one = (id: string, outer: string, inner: string): Case => ({ ids: [id], outer, inner });

const CASES: Readonly<Record<string, Case>> = {
  'colours of jq': one(
    'terminal-colours',
    ONE_LINE.replaceAll(/"\w+":/g, (key) => `\u001b[34;1m${key}\u001b[0m`),
    ONE_LINE,
  ),
  'colours that lost their escape character': one(
    'terminal-colours',
    ONE_LINE.replaceAll(/"\w+":/g, (key) => `[34;1m${key}[0m`),
    ONE_LINE,
  ),
  'Markdown fences in prose': one(
    'fence',
    `Two calls:\n\n\`\`\`json\n${PRETTY}\n\`\`\`\n\nand {\n\n~~~\n${ONE_LINE}\n~~~\nBye.\n`,
    `${PRETTY}\n${ONE_LINE}`,
  ),
  'a fence that never ends': one('fence', `\`\`\`\n${PRETTY}`, PRETTY),
  Jira: one('wiki-block', `See:\n{code:json|title=log}\n${PRETTY}\n{code}\nThanks`, PRETTY),
  noformat: one('wiki-block', `{noformat}\n${ONE_LINE}\n{noformat}`, ONE_LINE),
  'a page with pre': {
    ids: ['html-block', 'character-references'],
    outer: `<p>Log:</p>\n<pre class="x">${entities(PRETTY)}</pre>\n`,
    inner: PRETTY,
  },
  CDATA: one('character-data', `<a><![CDATA[${ONE_LINE}]]></a>`, ONE_LINE),
  'a directive': one(
    'directive',
    `Log\n===\n\n.. code-block:: json\n\n${lines(PRETTY, (line) => `   ${line}`)}\n\nEnd.\n`,
    `\n${lines(PRETTY, (line) => `   ${line}`)}\n`,
  ),
  'an INSERT': one('sql-texts', `INSERT INTO t VALUES (1,'${plain}'),(2,'${plain}');`, `${plain}\n${plain}`),
  'a copied request': one('request-data', `curl -X POST https://x.example \\\n -d '${plain}'`, plain),
  'text of the AWS CLI': one(
    'text-columns',
    `EVENTS\tAKIA\t${ONE_LINE}\t1\tx\nEVENTS\tAKIA\t${ONE_LINE}\t2\ty\n`,
    `${ONE_LINE}\n${ONE_LINE}`,
  ),
  'an answer of the SDK for Java': one(
    'java-sdk',
    `LookupEventsResponse(Events=[Event(EventId=1, CloudTrailEvent=${ONE_LINE})])`,
    ONE_LINE,
  ),
  'entities of every kind': one(
    'character-references',
    ONE_LINE.replace('&', '&amp;').replaceAll('"', '&#x22;').replaceAll('<', '&lt;').replaceAll('>', '&#62;'),
    ONE_LINE,
  ),
  'entities of entities': {
    ids: ['character-references', 'character-references'],
    outer: entities(entities(ONE_LINE)),
    inner: ONE_LINE,
  },
  'headings of tail': one(
    'headings',
    `==> a.json <==\n${ONE_LINE}\n\n==> b.json <==\n${ONE_LINE}\n`,
    `${ONE_LINE}\n\n${ONE_LINE}\n`,
  ),
  'a quoted mail': {
    ids: ['mail-headers', 'mail-quote'],
    outer: `On Mon, 18 May 2026 at 14:20, Kim <k@example.com> wrote:\n${lines(PRETTY, (line) => `> ${line}`)}\n`,
    inner: `${PRETTY}\n`,
  },
  'quoted thrice': one(
    'mail-quote',
    lines(PRETTY, (line) => `> >> ${line}`),
    PRETTY,
  ),
  comments: one(
    'comment-marks',
    lines(PRETTY, (line) => `# ${line}`),
    PRETTY,
  ),
  'cat -A': one(
    'line-end-marks',
    lines(`${PRETTY}\n`, (line) => `${line}$`),
    `${PRETTY}\n`,
  ),
  'a JSON sequence': one(
    'record-separators',
    lines(LINES, (line) => `\u001e${line}`),
    LINES,
  ),
  'cat -n': one(
    'line-numbers',
    lines(PRETTY, (line, at) => `${String(at + 1).padStart(6)}\t${line}`),
    PRETTY,
  ),
  'a review': one(
    'line-numbers',
    lines(PRETTY, (line, at) => `${at + 37} | ${line}`),
    PRETTY,
  ),
  'findstr /n': one(
    'numbered-matches',
    lines(PRETTY, (line, at) => `${3 * at + 4}:${line}`),
    PRETTY,
  ),
  'grep with the lines around': one(
    'file-names',
    lines(PRETTY, (line, at) => `logs/a b.json${at % 3 ? '-' : ':'}${at + 1}${at % 3 ? '-' : ':'}${line}`),
    PRETTY,
  ),
  bullets: one(
    'bullets',
    lines(LINES, (line) => `- ${line}`),
    LINES,
  ),
  'a diff': one(
    'diff',
    `diff --git a/x b/x\nindex 0a1b2c3..4d5e6f7 100644\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-${ONE_LINE}\n+${ONE_LINE}\n`,
    `${ONE_LINE}\n${ONE_LINE}\n`,
  ),
  'CRI lines': one(
    'container-log',
    lines(LINES, (line) => `2026-05-18T14:02:51.815231907Z stdout F ${line}`),
    LINES,
  ),
  'a list of PowerShell in a window of 80 columns': one(
    'hanging-values',
    `EventId         : 9f2f09c5\nCloudTrailEvent : ${ONE_LINE.replaceAll(/.{60}(?=.)/g, `$&\n${' '.repeat(18)}`)}\n`,
    `EventId         : 9f2f09c5\nCloudTrailEvent : ${ONE_LINE}\n`,
  ),
  'Fluent Bit': one(
    'records-of-fluent-bit',
    lines(LINES, (line, at) => `[${at}] trail: [1779112971.12, ${line}]`),
    LINES,
  ),
  'Fluent Bit, version 2': one(
    'records-of-fluent-bit',
    lines(LINES, (line, at) => `[${at}] trail: [[1779112971.12, {}], ${line}]`),
    LINES,
  ),
  'a variable of a script': one('script-around', `const log = ${PRETTY};\n`, PRETTY),
  'a call of a script': one('script-around', `callback(${ONE_LINE});`, ONE_LINE),
  'guarded JSON': one('script-around', `)]}',\n${ONE_LINE}`, ONE_LINE),
  'the frame of a window': one(
    'line-end-marks',
    lines(PRETTY, (line) => `${line.padEnd(60)}│`),
    PRETTY,
  ),
  'a block comment': one('comment-marks', `/*\n${lines(PRETTY, (line) => ` * ${line}`)}\n */`, `\n${PRETTY}\n`),
  'GitHub Actions': one(
    'lines-of-a-log',
    lines(PRETTY, (line, at) => `2026-05-18T14:02:51.${1234567 + 131 * at}Z ${line}`),
    PRETTY,
  ),
  'a step of a build, with quotes and brackets': one(
    'lines-of-a-log',
    lines(PRETTY, (line) => `[build] Step #1 - "inspect": ${line}`),
    PRETTY,
  ),
  'lines of a program, and what else it says': one(
    'lines-of-a-log',
    lines(`Run jq . {0}\n${PRETTY}\nDone [1]`, (line) => `09:14:02 ${line}`),
    `Run jq . {0}\n${PRETTY}\nDone [1]`,
  ),
  'events over several lines of a program': one(
    'log-of-laid-out-events',
    `09:14:02 INFO got ${PRETTY}\n09:14:03 INFO got ${PRETTY}\n`,
    `${PRETTY}\n${PRETTY}\n`,
  ),
  'awslogs get': one(
    'awslogs-get',
    lines(LINES, (line) => `Trail/Default 1_CloudTrail_us 2026-05-18T14:02:51.001Z ${line}`),
    LINES,
  ),
  'aws logs tail': one(
    'logs-tail',
    lines(LINES, (line) => `2026-05-18T14:02:51.001000+00:00 1_CloudTrail_us ${line}`),
    LINES,
  ),
  'RFC 5424': one(
    'syslog',
    lines(LINES, (line) => `<13>1 2026-05-18T14:02:51Z h app 1 ID [a b="c"] ${line}`),
    LINES,
  ),
  'a logger': one(
    'program-log',
    lines(LINES, (line) => `2026-05-18 14:02:51,001 INFO [main] trail - ${line}`),
    LINES,
  ),
  'numbers and breaks': {
    ids: ['numbered-and-wrapped', 'wrapped'],
    outer: lines(LINES, (line, at) => `  ${at + 1} ${pieces(line, 60).join('\n    ')}`),
    inner: LINES,
  },
  'a table of Markdown': one(
    'cells',
    `| When | Event |\n| --- | --- |\n| 14:02 | \`${ONE_LINE}\` |\n`,
    `| When | Event |\n${ONE_LINE}\` |\n`,
  ),
  'quoted-printable': one(
    'quoted-printable',
    pieces(ONE_LINE.replaceAll('ü', '=C3=BC').replace('1.11', '1=2E11'), 60).join('=\r\n'),
    ONE_LINE,
  ),
  'an answer with its headers': one(
    'http-headers',
    `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n${ONE_LINE}`,
    `\r\n${ONE_LINE}`,
  ),
  'a session': one('shell-prompts', `$ cat log.json | jq -c .\n${ONE_LINE}\n$ \n`, `${ONE_LINE}\n`),
  PowerShell: one(
    'shell-prompts',
    `PS C:\\logs> Get-Content log.json\r\n${ONE_LINE}\r\nPS C:\\logs>`,
    `${ONE_LINE}\r\n`,
  ),
  'column 72': one('wrapped', pieces(`${ONE_LINE}${ONE_LINE}`, 72).join('\n'), `${ONE_LINE}${ONE_LINE}`),
  'broken lines in a quote': {
    ids: ['mail-quote', 'wrapped'],
    outer: lines(pieces(ONE_LINE, 60).join('\n'), (line) => `> ${line}`),
    inner: ONE_LINE,
  },
  'fold -s': one(
    'wrapped-at-spaces',
    ONE_LINE.replace('aws-cli/2.27 ', 'aws-cli/2.27 \n').replace('<x> ', '<x> \n'),
    ONE_LINE,
  ),
  encodeURIComponent: one('url-encoding', encodeURIComponent(ONE_LINE), ONE_LINE),
  'a form': one('form-encoding', `${encodeURIComponent(ONE_LINE).replaceAll('%20', '+')}`, ONE_LINE),
  'escaped, quotes lost': one('escaped', escaped(ONE_LINE), ONE_LINE),
  'escaped, one quote lost': one('escaped', `${escaped(ONE_LINE)}"`, ONE_LINE),
  'escaped thrice': {
    ids: ['escaped', 'escaped', 'escaped'],
    outer: escaped(escaped(escaped(ONE_LINE))),
    inner: ONE_LINE,
  },
  'a string of C#': {
    ids: ['assigned', 'doubled-quotes'],
    outer: `var e = @"${ONE_LINE.replaceAll('"', '""')}";`,
    inner: ONE_LINE,
  },
  'strings of Java': {
    ids: ['assigned', 'joined-strings'],
    outer: `String e =\n  ${pieces(plain, 50)
      .map((piece) => `"${escaped(piece)}"`)
      .join('\n    + ')};`,
    inner: JSON.stringify(plain),
  },
  'a dictionary of Python': one(
    'python',
    `[{'Events': u'x', 'eventName': 'a"b', 'eventSource': None, 'at': datetime.datetime(2026, 3, 1, 9, 30, tzinfo=tzutc()), 'pair': (1, True,), 'eventTime': 'it\\'s', "awsRegion": b'\\x41'}]`,
    `[{"Events": "x", "eventName": "a\\"b", "eventSource": null, "at": "2026-03-01T09:30:00Z", "pair": [1, true], "eventTime": "it's", "awsRegion": "A"}]`,
  ),
  'texts of pprint': one(
    'python',
    `{'CloudTrailEvent': '{"eventVersion":"1.11",'\n                    '"eventName":"CreateUser"}'}`,
    `{"CloudTrailEvent": "{\\"eventVersion\\":\\"1.11\\",\\"eventName\\":\\"CreateUser\\"}"}`,
  ),
  'a hash of Ruby': one(
    'ruby',
    `{"eventVersion"=>"1.11", :eventName=>"x", "eventTime" => nil, "awsRegion"=>"a\\#b"}`,
    `{"eventVersion":"1.11", "eventName":"x", "eventTime" : null, "awsRegion":"a#b"}`,
  ),
  'an object of Node': one(
    'node',
    `{\n  eventVersion: '1.11',\n  userIdentity: { type: 'IAMUser' },\n  eventName: 'a' +\n    'b',\n  at: 2026-05-18T14:02:51.000Z, // seen\n  eventTime: undefined,\n}`,
    `{\n  "eventVersion": "1.11",\n  "userIdentity": { "type": "IAMUser" },\n  "eventName": "ab",\n  "at": "2026-05-18T14:02:51.000Z", \n  "eventTime": null\n}`,
  ),
  'a struct of DuckDB': one(
    'duckdb',
    `{'eventversion': 1.11, 'useridentity': {'type': IAMUser, 'arn': 'arn:aws:x'}, 'eventname': CreateUser, 'errorcode': NULL}`,
    `{"eventversion": 1.11, "useridentity": {"type": "IAMUser", "arn": "arn:aws:x"}, "eventname": "CreateUser", "errorcode": null}`,
  ),
  YAML: one(
    'yaml',
    `Events:\n- CloudTrailEvent: '{"eventVersion":"1.11","eventName":"o''neil","eventTime":"x","awsRegion":"y",\n    "eventSource":"z"}'\n  Resources: []\n  Username:\n- EventName: a "b"\n`,
    `{"Events":\n[{"CloudTrailEvent": "{\\"eventVersion\\":\\"1.11\\",\\"eventName\\":\\"o'neil\\",\\"eventTime\\":\\"x\\",\\"awsRegion\\":\\"y\\", \\"eventSource\\":\\"z\\"}"\n  ,"Resources": []\n  ,"Username": null}\n,{"EventName": "a \\"b\\""}]}\n`,
  ),
  base64: one('base64', Buffer.from(ONE_LINE, 'utf8').toString('base64'), ONE_LINE),
  'base64 on lines': {
    ids: ['wrapped', 'base64'],
    outer: pieces(Buffer.from(LINES, 'utf8').toString('base64'), 76).join('\n'),
    inner: LINES,
  },
  'HTML in JSON': one(
    'references-in-strings',
    `{"id":1,"text":"${entities(plain)}"}`,
    `{"id":1,"text":"${escaped(plain)}"}`,
  ),
  'quotes as code points': one(
    'quotes-as-code-points',
    `{"id":1,"text":"${escaped(plain).replaceAll('\\"', '\\u0022')}"}`,
    `{"id":1,"text":"${escaped(plain)}"}`,
  ),
  'names that nobody can click': one(
    'defanged',
    ONE_LINE.replace('workmail.amazonaws.com', 'workmail[.]amazonaws[.]com').replace('aws-cli', 'hxxps://a(dot)b'),
    ONE_LINE.replace('aws-cli', 'https://a.b'),
  ),
  'links of Markdown': one(
    'linked',
    ONE_LINE.replace('workmail.amazonaws.com', '[workmail.amazonaws.com](http://workmail.amazonaws.com)'),
    ONE_LINE,
  ),
  'links of Slack': one(
    'linked',
    ONE_LINE.replace('workmail.amazonaws.com', '<http://workmail.amazonaws.com|workmail.amazonaws.com>'),
    ONE_LINE,
  ),
  'links of Outlook': one(
    'links-behind',
    ONE_LINE.replace('workmail.amazonaws.com', 'workmail.amazonaws.com<http://workmail.amazonaws.com>'),
    ONE_LINE,
  ),
};

suite('layersOf', () => {
  for (const [name, { ids, outer, inner }] of Object.entries(CASES)) {
    test(name, () => {
      const found = layersOf(outer);
      assert.deepEqual({ ids: found?.layers.map(({ id }) => id), inner: found?.inner }, { ids, inner });
    });
  }

  test('every layer has a case', () => {
    const tried = new Set(Object.values(CASES).flatMap(({ ids }) => ids));
    const missing = layers.filter(({ id, kind }) => kind !== 'obstacle' && !tried.has(id)).map(({ id }) => id);
    assert.deepEqual(missing, []);
  });

  test('a sentence says the column at which lines were broken', () => {
    const found = layersOf(pieces(ONE_LINE, 60).join('\n'));
    assert.equal(found?.layers[0]?.words, 'Lines were broken at column 60; the breaks were left out in reading.');
  });

  test('what tells of no events has no layer', () => {
    for (const text of ['', '{', '> {"a":1}', '1\t{}', '&quot;eventName&quot;', 'eventName and eventTime are fields.'])
      assert.equal(layersOf(text), undefined, text);
  });
});

suite('places under layers', () => {
  /** Where a word of the inner text stands in the outer one. */
  const carried = (outer: string, word: string): string | undefined => {
    const found = layersOf(outer);
    if (found === undefined) return undefined;
    const { outward, inward } = offsetsThrough(found.layers);
    const at = found.inner.indexOf(word);
    const start = outward(at);
    assert.equal(inward(start), at, 'and back');
    return outer.slice(start, outward(at + word.length - 1) + 1);
  };

  test('a name is where it was, under any layer that keeps it whole', () => {
    for (const [name, { outer, inner }] of Object.entries(CASES)) {
      if (!inner.includes(EVENT.eventName) || !outer.includes(EVENT.eventName)) continue;
      assert.equal(carried(outer, EVENT.eventName), EVENT.eventName, name);
    }
  });

  test('a name that a layer has broken is all of what is written', () => {
    const [first = '', ...rest] = [
      ONE_LINE.slice(0, ONE_LINE.indexOf('ateUser')),
      ONE_LINE.slice(ONE_LINE.indexOf('ateUser')),
    ];
    assert.equal(carried([first, ...rest].join('=\n'), 'CreateUser'), 'Cre=\nateUser');
    const encoded = encodeURIComponent(ONE_LINE);
    assert.equal(carried(encoded, '"CreateUser"'), '%22CreateUser%');
  });
});
