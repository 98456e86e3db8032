import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { suite, test } from 'node:test';
import { run } from '../../../server/src/node/cli/run';
import { projectRoot } from '../../support/projectRoot';
import { logs } from '../investigate/day';
import { recordOf } from '../investigate/given';
import { ran, withFiles } from './terminal';

suite('the program', () => {
  test('helps', async () => {
    const { code, stdout, stderr } = await ran(['--help']);
    assert.deepEqual([code, stderr], [0, '']);
    for (const word of ['check', 'summarize', '--json', '--events', '--help', '--version', 'NO_COLOR']) {
      assert.ok(stdout.includes(word), word);
    }
    assert.ok(stdout.split('\n').every((line) => line.length <= 120));
  });

  test('tells its version', async () => {
    const { version } = JSON.parse(readFileSync(path.join(projectRoot(), 'package.json'), 'utf8'));
    assert.deepEqual(await ran(['--version']), { code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('tells what is wrong with a command line, and can not be made to obey it', async () => {
    assert.deepEqual(await ran(['ch\u001beck']), {
      code: 2,
      stdout: '',
      stderr: 'workmail-trail: There is no command ch\\u001beck. See workmail-trail --help.\n',
    });
  });

  test('ends quietly when nobody reads any more', async () => {
    const gone = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('broken pipe'), { code: 'EPIPE' })),
    });
    const stderr = new Writable({ write: () => assert.fail('There is nothing to complain about.') });
    const stdin = Readable.from([Buffer.from(JSON.stringify(recordOf('ListUsers')))]);
    assert.equal(await run(['check', '--json', '--events', '-'], { stdin, stdout: gone, stderr, colour: false }), 0);
  });
});

suite('summarize', () => {
  test('all files together, in text', () =>
    withFiles({ 'day.json': logs[0] ?? '', 'one.json': logs[1] ?? '' }, async (pathOf) => {
      const { code, stdout, stderr } = await ran(['summarize', pathOf('day.json'), pathOf('one.json')]);
      assert.deepEqual([code, stderr], [0, '']);
      assert.equal(stdout.split('\n')[0], 'WorkMail events in 2 logs');
      assert.ok(stdout.includes(`\n2026-03-01 08:00:00 (${pathOf('day.json')}:1:13)`));
      assert.match(stdout, /^What was found$/m);
      assert.doesNotMatch(stdout, /undefined|selection\//);
    }));

  test('says in its first words what WorkMail itself wrote beside the events', async () => {
    const { stdout } = await ran(['summarize', path.join(projectRoot(), 'samples', 'readers')]);
    assert.equal(
      stdout.split('\n\n')[1],
      '16 WorkMail or Message Flow events from 2026-05-04 08:09:30 to 2026-06-11 07:22:15; 1 failed. All times are UTC. 212\n' +
        'records of WorkMail’s own logs are among these logs, and have a chapter of their own.',
    );
  });

  test('as data', async () => {
    const { code, stdout } = await ran(['summarize', '--json', '-'], { stdin: logs[0] ?? '' });
    const { sources, events, actions } = JSON.parse(stdout);
    assert.deepEqual(
      [code, sources, events, actions.map(({ action }: { readonly action: string }) => action)],
      [
        0,
        [{ label: 'standard input', form: 'CloudTrail log file', counts: { workmail: 4, malformed: 1, other: 1 } }],
        {
          events: 4,
          succeeded: 3,
          failed: 1,
          unknown: 0,
          first: '2026-03-01T08:00:00Z',
          last: '2026-03-01T10:31:00Z',
          repeats: 1,
          untimed: 1,
        },
        ['CreateInboxRule', 'CreateUser', 'ResetPassword', 'StartMailboxExportJob'],
      ],
    );
  });

  test('a file that cannot be read is named in the report', async () => {
    const { code, stdout, stderr } = await ran(['summarize', '/nowhere/at/all.json', '-'], { stdin: logs[0] ?? '' });
    assert.deepEqual([code, stderr], [2, 'workmail-trail: /nowhere/at/all.json: there is no such file.\n']);
    assert.match(stdout, /^\/nowhere\/at\/all\.json {2}not read: there is no such file\. /m);
  });
});
