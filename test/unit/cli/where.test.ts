import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { unwrapped } from '../../support/unwrapped';
import { recordOf } from '../investigate/given';
import { ran, withFiles } from './terminal';

const listed = recordOf('ListUsers', { eventID: 'e-1', readOnly: true });
const reset = recordOf('ResetPassword', { eventID: 'e-2' });
const put = recordOf('PutObject', { eventSource: 's3.amazonaws.com', eventID: 'e-3' });
/** A comma is missing in each of the last two, and one before the last stands between records. */
const broken = JSON.stringify({ ...put, eventID: 'e-4' }).replace(',"awsRegion"', ' "awsRegion"');
const brokenReset = JSON.stringify({ ...reset, eventID: 'e-5' }).replace(',"awsRegion"', ' "awsRegion"');
const log = `{"Records":[${[listed, reset, put].map((event) => JSON.stringify(event)).join(',')},${broken} ${brokenReset}]}`;

suite('check --where', () => {
  test('tells of records that answer the question, of what is wrong between records, and of how many do not answer it', () =>
    withFiles({ 'log.json': log }, async (pathOf) => {
      const file = pathOf('log.json');
      const { code, stdout, stderr } = await ran(['check', '--where', 'service:s3', file]);
      const between = `${file}:1:${log.indexOf(brokenReset) + 1}`;
      const inside = `${file}:1:${log.indexOf('"awsRegion"', log.indexOf(broken)) + 1}`;
      assert.deepEqual(
        { code, stdout, stderr },
        {
          code: 1,
          stdout: [
            `${inside} error WT101 Missing comma before "awsRegion".`,
            `${between} error WT101 Missing comma before "{".`,
            `${file}: CloudTrail log file, 2 records: 1 malformed, 1 of other services. 3 records do not answer the question.`,
            '',
          ].join('\n'),
          stderr: '',
        },
      );
    }));

  test('--json says what was asked, and lists the records that answer it only', async () => {
    const args = ['check', '--json', '--events', '--where', 'ip:198.51.100.7 -service:s3', '-'];
    const { file, counts, where, recordsUnasked, events } = JSON.parse((await ran(args, { stdin: log })).stdout);
    assert.deepEqual(
      { file, counts, where, recordsUnasked, events: events.map(({ index }: { index: number }) => index) },
      {
        file: '-',
        counts: { workmail: 2, malformed: 1, other: 0 },
        where: 'address:198.51.100.7 -service:s3',
        recordsUnasked: 2,
        events: [0, 1, 4],
      },
    );
  });

  test('a file that could not be read is told of, whatever is asked', () =>
    withFiles({ 'a.json.gz': gzipSync(log).subarray(0, 40) }, async (pathOf) => {
      const { code, stderr } = await ran(['check', '--where', 'action:Nothing', pathOf('a.json.gz')]);
      assert.equal(code, 2);
      assert.match(stderr, /a\.json\.gz: it ends too soon/);
    }));
});

suite('summarize --where', () => {
  test('sums up the events that answer the question, says in its heading what it was, and that others are left out', async () => {
    const { stdout } = await ran(['summarize', '--where', '-is:read target:none', '-'], { stdin: log });
    const lines = stdout.split('\n');
    assert.deepEqual(lines.slice(0, 5), [
      'WorkMail events in standard input that answer: -is:read target:none',
      '===================================================================',
      '',
      '2 WorkMail or Message Flow events on 2026-03-01 at 08:00:00; 0 failed. All times are UTC. Tables name the time of day',
      'only.',
    ]);
    assert.deepEqual(
      lines.filter((line) => /^(?:Only|What was found|\* (?:Records|Malformed|WorkMail)|Records by)/.test(line)),
      [
        'Only records that answer the question are told of and counted: 1 other record left out.',
        'What was found in all events, and what is still open, the report on all of them tells.',
        '* Records that answer the question: 4, from 2026-03-01 08:00:00 to 2026-03-01 08:00:00',
        '* WorkMail and Message Flow events, each counted once: 2 (2 succeeded, 0 failed)',
        '* Records that repeat one of these events: 0',
        '* Malformed records: 2 (2 broken JSON, 0 not of the form of a WorkMail event)',
        '* Records of other services: 2',
        'Records by eventSource: s3.amazonaws.com 2 (1 broken).',
      ],
    );
  });

  test('of a question that nothing answers it says so, and that what is broken might', async () => {
    const { stdout } = await ran(['summarize', '--where', 'action:Decrypt', '-'], { stdin: log });
    assert.deepEqual(stdout.split('\n').slice(0, 5), [
      'WorkMail events in standard input that answer: action:Decrypt',
      '=============================================================',
      '',
      'No WorkMail or Message Flow event that answers the question was found.',
      '',
    ]);
    assert.ok(
      unwrapped(stdout).includes(
        'Only records that answer the question are told of and counted: 5 other records left out, of which 2 are broken JSON and might answer it if whole.\n',
      ),
    );
  });

  test('of a folder it says so in its account of the files, and as JSON; a file is asked for by the name it is told by', () =>
    withFiles({ 'a.json': log, 'b.json.gz': gzipSync(log.replaceAll('e-', 'f-')) }, async (pathOf) => {
      const args = ['summarize', '--where', 'file:*b.json.gz action:Reset*', pathOf('.')];
      const { stdout } = await ran(args);
      assert.match(stdout, /^8 records that do not answer the question are not counted\.$/m);
      const { scan, records, events, where } = JSON.parse((await ran([...args, '--json'])).stdout);
      assert.deepEqual(
        { records, events: events.events, where, unasked: scan.recordsUnasked },
        {
          records: { workmail: 1, malformed: 1, other: 0 },
          events: 2,
          where: 'file:*b.json.gz action:Reset*',
          unasked: 8,
        },
      );
    }));

  test('a question moves no cursor', async () => {
    const { stdout } = await ran(['summarize', '--where', '"\u001b[31m\u202e"', '-'], { stdin: log });
    assert.equal(stdout.split('\n')[0], 'WorkMail events in standard input that answer: \\u001b[31m\\u202e');
  });
});
