import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { recordOf, roleSession } from '../investigate/given';
import { ran, withFiles } from './terminal';

const listed = recordOf('ListUsers', { eventID: 'e-1', readOnly: true });
const put = recordOf('PutObject', { eventSource: 's3.amazonaws.com', eventID: 'e-2', userIdentity: roleSession });
const refused = recordOf('PutObject', {
  eventSource: 's3.amazonaws.com',
  eventID: 'e-3',
  eventTime: '2026-03-01T07:00:00Z',
  errorCode: 'AccessDenied',
});
const log = JSON.stringify({ Records: [listed, put, refused] });
const withId = (eventID: string): string => JSON.stringify({ Records: [recordOf('ListUsers', { eventID })] });
const cut = gzipSync(log).subarray(0, 12);
const packed = JSON.stringify({
  awslogs: { data: gzipSync('{"Records":[{"eventVersion":"1.08"}]}').toString('base64') },
});

suite('events', () => {
  test('--json writes one object an event, every member in its place', () =>
    withFiles({ 'log.json': log }, async (pathOf) => {
      const args = ['events', '--json', '--where', 'session:bob', pathOf('log.json')];
      const { code, stdout, stderr } = await ran(args);
      const expected = {
        file: pathOf('log.json'),
        index: 1,
        offset: log.indexOf(JSON.stringify(put)),
        length: JSON.stringify(put).length,
        time: '2026-03-01T08:00:00Z',
        service: 's3',
        action: 'PutObject',
        outcome: 'succeeded',
        errorCode: null,
        region: 'us-east-1',
        account: '111122223333',
        actor: {
          kind: 'AssumedRole',
          name: 'Admin/bob',
          arn: 'arn:aws:sts::111122223333:assumed-role/Admin/bob',
          id: 'AROAEXAMPLE:bob',
          invokedBy: null,
        },
        accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
        session: {
          name: 'bob',
          issuer: 'arn:aws:iam::111122223333:role/Admin',
          created: '2026-03-01T07:00:00Z',
          mfa: true,
        },
        address: '198.51.100.7',
        userAgent: 'aws-cli/2.15.0',
        eventID: 'e-2',
        requestID: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
        readOnly: false,
        targets: [],
        malformed: false,
      };
      assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: `${JSON.stringify(expected)}\n`, stderr: '' });
    }));

  test('events of all services are listed in the order of the files, or sorted by a field, up or down', async () => {
    const of = async (...args: readonly string[]): Promise<string> =>
      (await ran(['events', '--fields', 'time,action,errorCode', ...args, '-'], { stdin: log })).stdout;
    const head = 'time                  action     errorCode\n';
    const lines = {
      listed: '2026-03-01T08:00:00Z  ListUsers\n',
      put: '2026-03-01T08:00:00Z  PutObject\n',
      refused: '2026-03-01T07:00:00Z  PutObject  AccessDenied\n',
    };
    assert.deepEqual(
      [await of(), await of('--sort', 'time'), await of('--sort=-action', '--limit', '2')],
      [
        head + lines.listed + lines.put + lines.refused,
        head + lines.refused + lines.listed + lines.put,
        head + lines.put + lines.refused,
      ],
    );
  });

  test('groups are counted, with the failed, the first and the last of them', async () => {
    const args = ['events', '--group', 'service,action', '-'];
    const { stdout } = await ran(args, { stdin: log });
    const json = (await ran([...args, '--json'], { stdin: log })).stdout;
    const [s3, workmail] = [
      { service: 's3', action: 'PutObject', count: 2, failed: 1, first: '2026-03-01T07:00:00Z' },
      { service: 'workmail', action: 'ListUsers', count: 1, failed: 0, first: '2026-03-01T08:00:00Z' },
    ];
    const last = '2026-03-01T08:00:00Z';
    assert.deepEqual(
      { stdout, json },
      {
        stdout:
          'count  failed  first                 last                  service   action\n' +
          '2      1       2026-03-01T07:00:00Z  2026-03-01T08:00:00Z  s3        PutObject\n' +
          '1      0       2026-03-01T08:00:00Z  2026-03-01T08:00:00Z  workmail  ListUsers\n',
        json: `${JSON.stringify({ ...s3, last })}\n${JSON.stringify({ ...workmail, last })}\n`,
      },
    );
  });

  test('an event that several logs hold is listed once, and a damaged one as well', () =>
    withFiles(
      { 'a.json': log, 'b.json': log.replace(',"awsRegion"', ' "awsRegion"').replace('e-1', 'e-4') },
      async (pathOf) => {
        const args = ['events', '--fields', 'eventID,malformed', pathOf('a.json'), pathOf('b.json')];
        const { stdout } = await ran(args);
        assert.equal(stdout, 'eventID  malformed\ne-1      false\ne-2      false\ne-3      false\ne-4      true\n');
      },
    ));

  test('an event answers a question where one of its copies does, and a whole copy speaks for a damaged one', () =>
    withFiles(
      { 'a.json': log.replaceAll(',"awsRegion"', ' "awsRegion"').replace('],', '] ,'), 'b.json': log },
      async (pathOf) => {
        const of = async (...args: readonly string[]): Promise<string> =>
          (await ran(['events', '--fields', 'eventID,malformed', ...args, pathOf('a.json'), pathOf('b.json')])).stdout;
        assert.deepEqual(
          [await of(), await of('--where', 'file:*b.json -action:ListUsers'), await of('--where', 'is:malformed e-2')],
          [
            'eventID  malformed\ne-1      false\ne-2      false\ne-3      false\n',
            'eventID  malformed\ne-2      false\ne-3      false\n',
            'eventID  malformed\ne-2      true\n',
          ],
        );
      },
    ));

  test('logs of a folder come in the order of their names, those of folders in it behind them, and so does what is wrong with them', () =>
    withFiles({ 'z.json': withId('z'), 'a.json': 'Nothing.', 'b.json.gz': cut }, async (pathOf) => {
      for (const name of ['y', 'c']) {
        await mkdir(pathOf(name));
        await writeFile(pathOf(`${name}/log.json`), withId(name));
      }
      await writeFile(pathOf('c/packed.json'), packed);
      const args = ['events', '--fields', 'eventID,file', '--csv', pathOf('y'), pathOf('')];
      const { code, stdout, stderr } = await ran(args);
      const line = (id: string, file: string): string => `"${id}","${pathOf(file)}"\r\n`;
      const told = (file: string, words: string): string => `workmail-trail: ${pathOf(file)}: ${words}\n`;
      assert.deepEqual(
        { code, stdout, stderr },
        {
          code: 2,
          stdout: `"eventID","file"\r\n${line('y', 'y/log.json')}${line('z', 'z.json')}${line('c', 'c/log.json')}`,
          stderr:
            told('b.json.gz', 'it ends too soon: nothing of it could be saved, the rest is missing.') +
            told(
              'c/packed.json',
              'The events are packed into a value, compressed and in base64, which begins with H4sI. ' +
                'Decode it with `base64 -d | gunzip` and open what comes out.',
            ),
        },
      );
    }));

  test('what was read until somebody stops it is listed, and the result is not whole', () =>
    withFiles({ 'log.json': log }, async (pathOf) => {
      const stop = { isCancellationRequested: true };
      const of = (place: string) => ran(['events', '--fields', 'eventID', place], { stop, stdin: log });
      const none = { code: 2, stdout: 'eventID\n', stderr: '' };
      assert.deepEqual([await of(pathOf('')), await of(pathOf('log.json'))], [none, none]);
    }));

  test('what the events of a group do not say is null, as it is of an event', async () => {
    const { stdout } = await ran(['events', '--group', 'action,errorCode', '--json', '-'], { stdin: log });
    assert.deepEqual(
      stdout
        .trim()
        .split('\n')
        .map((line) => Object.values(JSON.parse(line)).slice(0, 3)),
      [
        ['ListUsers', null, 1],
        ['PutObject', null, 1],
        ['PutObject', 'AccessDenied', 1],
      ],
    );
  });

  test('groups are sorted by what they have, up or down', async () => {
    const of = async (...args: readonly string[]): Promise<string> => {
      const { stdout, stderr } = await ran(['events', '--group', 'action,errorCode', '--csv', ...args, '-'], {
        stdin: log,
      });
      return stdout === '' ? stderr : stdout.replace(/^.*\r\n/, '').replace(/"[^"]*Z",/g, '');
    };
    const none = '"1","0","ListUsers",""\r\n';
    const put = '"1","0","PutObject",""\r\n';
    const refused = '"1","1","PutObject","AccessDenied"\r\n';
    assert.deepEqual(
      [
        await of(),
        await of('--sort=-failed'),
        await of('--sort', 'errorcode'),
        await of('--sort=-action'),
        await of('--sort', 'first'),
      ],
      [none + put + refused, refused + none + put, refused + none + put, put + refused + none, refused + none + put],
    );
    assert.equal(
      await of('--sort', 'region'),
      'workmail-trail: --sort: groups have no region. Sort them by count, failed, first, last, action, errorCode. ' +
        'See workmail-trail --help.\n',
    );
  });

  test('more events than fit one chunk are listed, each with its place', async () => {
    const count = 5000;
    const records = Array.from({ length: count }, (_, at) => ({ ...listed, eventID: `e-${at}` }));
    const args = ['events', '--fields', 'index,eventID', '--csv', '-'];
    const { stdout } = await ran(args, { stdin: JSON.stringify({ Records: records }) });
    const lines = records.map(({ eventID }, at) => `"${at}","${eventID}"\r\n`);
    assert.equal(stdout, ['"index","eventID"\r\n', ...lines].join(''));
  });

  test('what happened outside a stretch of time is left out', async () => {
    const args = ['events', '--fields', 'eventID', '--until', '2026-03-01T07:30:00Z', '-'];
    assert.equal((await ran(args, { stdin: log })).stdout, 'eventID\ne-3\n');
  });

  test('a value that a spreadsheet or a terminal could obey obeys nobody', async () => {
    const hostile = JSON.stringify(recordOf('ListUsers', { userAgent: '=HYPERLINK("x")\u001b[31m' }));
    const of = async (format: string): Promise<string> =>
      (await ran(['events', '--fields', 'userAgent', format, '-'], { stdin: hostile })).stdout;
    assert.deepEqual(
      [await of('--csv'), await of('--sort=time')],
      ['"userAgent"\r\n"\'=HYPERLINK(""x"")\\u001b[31m"\r\n', 'userAgent\n=HYPERLINK("x")\\u001b[31m\n'],
    );
  });

  for (const [what, args, words] of [
    [
      'a question with a mistake',
      ['--where', 'acton:x', '-'],
      '--where, character 1: There is no field "acton". Did you mean action? To look for the text itself, put it in quotes.',
    ],
    ['two ways to write', ['--json', '--csv', '-'], '--json and --csv are two ways to write; take one of them.'],
    ['no lines at all', ['--limit', '0', '-'], '--limit takes a number of lines, such as 20.'],
    [
      'fields of groups',
      ['--group', 'action', '--fields', 'time', '-'],
      '--fields is for events, and --group lists groups of them.',
    ],
    [
      'one service',
      ['--service', 'kms', '-'],
      '--service belongs to check and summarize; here it is --where service:kms.',
    ],
    ['no place', [], 'Which file shall events read? Name at least one, or - for standard input.'],
  ] as const) {
    test(`${what} is refused`, async () => {
      assert.deepEqual(await ran(['events', ...args]), {
        code: 2,
        stdout: '',
        stderr: `workmail-trail: ${words} See workmail-trail --help.\n`,
      });
    });
  }
});
