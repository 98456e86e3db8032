import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { recordOf } from '../investigate/given';
import { ran, withFiles } from './terminal';

const whole = JSON.stringify(recordOf('ListUsers', { eventID: 'e-1', readOnly: true }));
const other = JSON.stringify(recordOf('PutObject', { eventSource: 's3.amazonaws.com', eventID: 'e-2' }));
/** A comma is missing in the second record, which begins on the third line. */
const damaged = `{"Records": [\n  ${whole},\n  ${other.replace(',"awsRegion"', ' "awsRegion"')}\n]}\n`;
const key = damaged.split('\n')[2]?.indexOf('"awsRegion"') ?? -1;

suite('check --json --events', () => {
  test('one object a file, in the order of the files, every member in its place', () =>
    withFiles({ 'damaged.json': damaged, 'package.json': '{"name":"x"}' }, async (pathOf) => {
      const args = ['check', '--json', '--events', pathOf('damaged.json'), '-', pathOf('package.json')];
      const { code, stdout, stderr } = await ran(args, { stdin: whole });
      const expected = [
        {
          file: pathOf('damaged.json'),
          container: 'records',
          status: 'CloudTrail log file, 2 records: 1 of WorkMail, 1 malformed.',
          counts: { workmail: 1, malformed: 1, other: 0 },
          notes: [],
          events: [
            {
              index: 0,
              eventID: 'e-1',
              eventName: 'ListUsers',
              eventSource: 'workmail.amazonaws.com',
              eventTime: '2026-03-01T08:00:00Z',
              workmail: true,
              malformed: null,
              range: { start: { line: 1, character: 2 }, end: { line: 1, character: 2 + whole.length } },
            },
            {
              index: 1,
              eventID: 'e-2',
              eventName: 'PutObject',
              eventSource: 's3.amazonaws.com',
              eventTime: '2026-03-01T08:00:00Z',
              workmail: false,
              malformed: 'syntax',
              range: { start: { line: 2, character: 2 }, end: { line: 2, character: 2 + other.length } },
            },
          ],
          problems: [
            {
              code: 'WT101',
              severity: 'error',
              message: 'Missing comma before "awsRegion".',
              range: {
                start: { line: 2, character: key },
                end: { line: 2, character: key + '"awsRegion"'.length },
              },
              event: 1,
            },
          ],
        },
        {
          file: '-',
          container: 'single',
          status: 'Single CloudTrail record: 1 of WorkMail.',
          counts: { workmail: 1, malformed: 0, other: 0 },
          notes: [],
          events: [
            {
              index: 0,
              eventID: 'e-1',
              eventName: 'ListUsers',
              eventSource: 'workmail.amazonaws.com',
              eventTime: '2026-03-01T08:00:00Z',
              workmail: true,
              malformed: null,
              range: { start: { line: 0, character: 0 }, end: { line: 0, character: whole.length } },
            },
          ],
          problems: [],
        },
        {
          file: pathOf('package.json'),
          container: 'none',
          status: 'Not a CloudTrail log.',
          counts: { workmail: 0, malformed: 0, other: 0 },
          notes: [],
          events: [],
          problems: [],
        },
      ];
      assert.equal(stdout, expected.map((object) => `${JSON.stringify(object)}\n`).join(''));
      assert.deepEqual([code, stderr], [1, '']);
    }));

  test('without --events there is no list of records', async () => {
    const { code, stdout } = await ran(['check', '--json', '-'], { stdin: other });
    assert.deepEqual(
      [code, JSON.parse(stdout)],
      [
        0,
        {
          file: '-',
          container: 'single',
          status: 'Single CloudTrail record: 1 of other services.',
          counts: { workmail: 0, malformed: 0, other: 1 },
          notes: [],
          problems: [],
        },
      ],
    );
  });

  test('what a record does not tell is null', async () => {
    const { stdout } = await ran(['check', '--json', '--events', '-'], {
      stdin: JSON.stringify(recordOf('ListUsers', { eventID: 7, eventTime: null })),
    });
    const [{ eventID, eventName, eventTime, malformed }] = JSON.parse(stdout).events;
    assert.deepEqual([eventID, eventName, eventTime, malformed], [null, 'ListUsers', null, 'schema']);
  });

  test('many records come out whole', async () => {
    const { stdout } = await ran(['check', '--json', '--events', '-'], { stdin: `${other}\n`.repeat(2500) });
    const indexes = JSON.parse(stdout).events.map(({ index }: { readonly index: number }) => index);
    assert.deepEqual(
      indexes,
      Array.from({ length: 2500 }, (_, index) => index),
    );
  });

  test('control characters of a log are escaped, and mean the same', async () => {
    const eventName = 'a\u001b[31m\u009b2J\u202eb';
    const { stdout } = await ran(['check', '--json', '--events', '-'], {
      stdin: JSON.stringify(recordOf(eventName, { eventSource: 's3.amazonaws.com' })),
    });
    assert.doesNotMatch(stdout, /[^\n\P{Cc}]|\p{Cf}/u);
    assert.equal(JSON.parse(stdout).events[0].eventName, eventName);
  });
});

suite('check', () => {
  test('a line for each problem and one for each file', () =>
    withFiles({ 'damaged.json': damaged, 'good.json.gz': gzipSync(whole) }, async (pathOf) => {
      assert.deepEqual(await ran(['check', pathOf('damaged.json'), pathOf('good.json.gz')]), {
        code: 1,
        stdout: [
          `${pathOf('damaged.json')}:3:${key + 1} error WT101 Missing comma before "awsRegion".\n`,
          `${pathOf('damaged.json')}: CloudTrail log file, 2 records: 1 of WorkMail, 1 malformed.\n`,
          `${pathOf('good.json.gz')}: Single CloudTrail record: 1 of WorkMail.\n`,
        ].join(''),
        stderr: '',
      });
    }));

  test('severities have colours where there are some', async () => {
    const { stdout } = await ran(['check', '-'], { stdin: damaged, colour: true });
    assert.equal(
      stdout.split('\n')[0],
      `standard input:3:${key + 1} \u001b[31merror\u001b[0m WT101 Missing comma before "awsRegion".`,
    );
  });

  test('hints are counted, and they are no problem', async () => {
    assert.deepEqual(await ran(['check', '-'], { stdin: JSON.stringify(recordOf('CreateInboxRule')) }), {
      code: 0,
      stdout: 'standard input: Single CloudTrail record: 1 of WorkMail. 1 hint is not shown; --json lists them.\n',
      stderr: '',
    });
  });

  test('a file that cannot be read does not keep the others from being read', () =>
    withFiles({ 'good.json': whole }, async (pathOf) => {
      assert.deepEqual(await ran(['check', pathOf('none\u001b.json'), pathOf('gone.json'), pathOf('good.json')]), {
        code: 2,
        stdout: `${pathOf('good.json')}: Single CloudTrail record: 1 of WorkMail.\n`,
        stderr: [
          `workmail-trail: ${pathOf('none')}\\u001b.json: there is no such file.\n`,
          `workmail-trail: ${pathOf('gone.json')}: there is no such file.\n`,
        ].join(''),
      });
    }));

  test('of a damaged archive all that can be saved is read, and what is wrong with it is said', () =>
    withFiles({ 'cut.json.gz': gzipSync(`${whole}\n${whole}`).subarray(0, -9) }, async (pathOf) => {
      const { code, stdout, stderr } = await ran(['check', pathOf('cut.json.gz')]);
      assert.match(stdout, /, 2 records: 2 of WorkMail\.$/m);
      assert.deepEqual(
        [code, stderr],
        [
          2,
          `workmail-trail: ${pathOf('cut.json.gz')}: it ends too soon: its text is read up to ${(2 * whole.length + 1).toLocaleString('en-US')} bytes, the rest is missing.\n`,
        ],
      );
    }));

  test('events that are packed into a value are missing, and what to do is said once', () => {
    const packed = JSON.stringify({ awslogs: { data: gzipSync(whole).toString('base64') } });
    return withFiles({ 'packed.json': packed }, async (pathOf) => {
      const { code, stdout, stderr } = await ran(['check', pathOf('packed.json')]);
      assert.deepEqual(
        { code, stderr, lines: stdout.replaceAll(pathOf('packed.json'), 'packed.json').split('\n') },
        {
          code: 2,
          stderr: '',
          lines: [
            'packed.json:1:1 information WT135 The events are packed into a value, compressed and in base64, which begins with H4sI. Decode it with `base64 -d | gunzip` and open what comes out.',
            'packed.json: No CloudTrail event can be read here: this looks like compressed text in base64.',
            '',
          ],
        },
      );
    });
  });

  test('what is odd but costs nothing does not change how it ends', () =>
    withFiles({ 'two\u001b.json.gz': Buffer.concat([gzipSync(whole), gzipSync(other)]) }, async (pathOf) => {
      const { code, stderr } = await ran(['check', pathOf('two\u001b.json.gz')]);
      assert.deepEqual(
        [code, stderr],
        [
          0,
          `workmail-trail: ${pathOf('two')}\\u001b.json.gz: it consists of 2 gzip members, one after another. All are read; some tools show only the first.\n`,
        ],
      );
    }));

  test('standard input is unpacked, too, whatever was sent', async () => {
    const sent = Buffer.concat([gzipSync(Buffer.from(`\ufeff${whole}`, 'utf16le')), Buffer.from('more')]);
    const { code, stdout, stderr } = await ran(['check', '-'], { stdin: sent });
    assert.deepEqual(
      [code, stdout, stderr],
      [
        2,
        'standard input: Single CloudTrail record: 1 of WorkMail.\n',
        'workmail-trail: standard input: behind its compressed content there is more, 4 bytes that are not compressed; they are not shown.\n',
      ],
    );
  });

  test('what a message repeats of a log ends with a whole character', async () => {
    const face = '\u{1f600}';
    for (const before of ['', 'x']) {
      const { stdout } = await ran(['check', '-'], { stdin: `${whole}\n${before}${face.repeat(60)}\n${whole}` });
      assert.ok(stdout.includes(`"${before}${face.repeat(19)}…"`), stdout);
    }
  });

  test('in JSON a file that cannot be read has its object all the same', async () => {
    const { code, stdout } = await ran(['check', '--json', '/nowhere/at/all.json']);
    assert.deepEqual(
      [code, JSON.parse(stdout)],
      [
        2,
        {
          file: '/nowhere/at/all.json',
          container: 'none',
          status: 'Not read: there is no such file.',
          counts: { workmail: 0, malformed: 0, other: 0 },
          notes: [{ code: 'unread', message: 'there is no such file.', isLoss: true }],
          problems: [],
        },
      ],
    );
  });
});

suite('check of a log with the name that CloudTrail gives it', () => {
  const name = '111122223333_CloudTrail_us-east-1_20260301T0805Z_Mu0KsOhtH1ar15ZZ.json.gz';
  const right = JSON.stringify(recordOf('ListUsers', { eventID: 'e-1', readOnly: true }));
  const wrong = JSON.stringify(recordOf('ListUsers', { eventID: 'e-2', readOnly: true, awsRegion: 'eu-west-1' }));
  const log = gzipSync(`{"Records":[\n${right},\n${wrong},\n${wrong}\n]}`);
  const column = wrong.indexOf('"eu-west-1"') + 1;
  const said =
    'The log is named as one of Region us-east-1, but 2 records say another one, the first of them eu-west-1.';

  test('says once what is unlike it', () =>
    withFiles({ [name]: log, 'copy.json.gz': log }, async (pathOf) => {
      assert.deepEqual(await ran(['check', pathOf(name), pathOf('copy.json.gz')]), {
        code: 1,
        stdout: [
          `${pathOf(name)}:3:${column} warning WT417 ${said}\n`,
          `${pathOf(name)}: CloudTrail log file, 3 records: 3 of WorkMail.\n`,
          `${pathOf('copy.json.gz')}: CloudTrail log file, 3 records: 3 of WorkMail.\n`,
        ].join(''),
        stderr: '',
      });
    }));

  test('says nothing of records that nobody asked for', () =>
    withFiles({ [name]: log }, async (pathOf) => {
      const { code, stdout } = await ran(['check', '--json', '--where', 'region:us-east-1', pathOf(name)]);
      assert.deepEqual([code, JSON.parse(stdout).problems, JSON.parse(stdout).recordsUnasked], [0, [], 2]);
    }));
});
