import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { documents, ruleText } from '../../support/sigma';
import { recordOf, roleSession } from '../investigate/given';
import { ran, withFiles } from './terminal';

const at = (minute: number): string => `2026-03-01T08:${String(minute).padStart(2, '0')}:00Z`;
const started = recordOf('StartMailboxExportJob', { eventID: 'e-1', eventTime: at(30), userIdentity: roleSession });
const earlier = recordOf('StartMailboxExportJob', {
  eventID: 'e-2',
  eventTime: at(10),
  requestParameters: { organizationId: 'm-1', s3BucketName: 'Elsewhere' },
});
const listed = recordOf('ListUsers', { eventID: 'e-3', eventTime: at(40) });
const log = (...events: readonly unknown[]): string => JSON.stringify({ Records: events }, null, 1);

const exported = ruleText(
  { a: { eventName: 'StartMailboxExportJob' }, condition: 'a' },
  { title: 'Exported', id: 'id-1', level: 'high', logsource: { service: 'cloudtrail' } },
);
const elsewhere = ruleText(
  { a: { 'requestParameters.s3BucketName': 'elsewhere' }, condition: 'a' },
  { title: 'Elsewhere', level: 'critical' },
);
const nothing = ruleText({ a: { eventName: 'Nothing' }, condition: 'a' }, { title: 'Nothing', level: 'low' });
const odd = ruleText({ a: { 'eventName|odd': 'x' }, condition: 'a' }, { title: 'Odd\u001b[31m' });
const windows = ruleText({ a: { x: 'y' }, condition: 'a' }, { title: 'W', logsource: { product: 'windows' } });

/** Runs with two logs that hold one event twice, and with a folder of rules. */
function withRules<T>(use: (pathOf: (name: string) => string) => Promise<T>): Promise<T> {
  const logs = { 'a.json': log(started, listed), 'b.json.gz': gzipSync(log(earlier, started)) };
  return withFiles(logs, async (pathOf) => {
    await mkdir(pathOf('rules/below'), { recursive: true });
    await writeFile(pathOf('rules/exported.yml'), documents(exported, nothing));
    await writeFile(pathOf('rules/below/elsewhere.YAML'), elsewhere);
    await writeFile(pathOf('rules/odd.yml'), documents(odd, windows));
    await writeFile(pathOf('rules/notes.txt'), 'no rules');
    return await use(pathOf);
  });
}

suite('sigma', () => {
  test('tells the rules that hit, the heaviest first, then how many found nothing, and which can’t be asked', () =>
    withRules(async (pathOf) => {
      const { code, stdout, stderr } = await ran([
        'sigma',
        '--rules',
        pathOf('rules'),
        pathOf('a.json'),
        pathOf('b.json.gz'),
      ]);
      assert.deepEqual(
        { code, stdout: stdout.split('\n'), stderr },
        {
          code: 1,
          stdout: [
            'critical: Elsewhere (below/elsewhere.YAML)',
            '  1 event, 2026-03-01T08:10:00Z',
            `  ${pathOf('b.json.gz')}:3:3  2026-03-01T08:10:00Z  StartMailboxExportJob  alice`,
            '',
            'high: Exported (exported.yml)',
            '  2 events, 2026-03-01T08:10:00Z to 2026-03-01T08:30:00Z',
            `  ${pathOf('b.json.gz')}:3:3  2026-03-01T08:10:00Z  StartMailboxExportJob  alice`,
            `  ${pathOf('a.json')}:3:3  2026-03-01T08:30:00Z  StartMailboxExportJob  Admin/bob`,
            '',
            '5 rules: 2 found events, 1 found nothing.',
            '1 rule is for other logs than those of CloudTrail.',
            '1 rule can’t be asked:',
            '  odd.yml: Odd\\u001b[31m: It uses the modifier odd, which is not known.',
            '',
          ],
          stderr: '',
        },
      );
    }));

  test('--json writes one object a rule, in the order of files and documents, every member in its place', () =>
    withRules(async (pathOf) => {
      const args = ['sigma', '--json', '--rules', pathOf('rules'), pathOf('a.json'), pathOf('b.json.gz')];
      const { code, stdout } = await ran(args);
      const early = { file: pathOf('b.json.gz'), index: 0, eventID: 'e-2' };
      const late = { file: pathOf('a.json'), index: 0, eventID: 'e-1' };
      const expected = [
        {
          rule: 'below/elsewhere.YAML',
          id: null,
          title: 'Elsewhere',
          level: 'critical',
          events: [early],
          unsupported: [],
        },
        { rule: 'exported.yml', id: 'id-1', title: 'Exported', level: 'high', events: [early, late], unsupported: [] },
        { rule: 'exported.yml', id: null, title: 'Nothing', level: 'low', events: [], unsupported: [] },
        {
          rule: 'odd.yml',
          id: null,
          title: 'Odd\u001b[31m',
          level: 'medium',
          events: [],
          unsupported: ['It uses the modifier odd, which is not known.'],
        },
        {
          rule: 'odd.yml',
          id: null,
          title: 'W',
          level: 'medium',
          events: [],
          unsupported: ['It is not for CloudTrail: its logs are of product windows.'],
        },
      ];
      assert.deepEqual(
        {
          code,
          told: stdout
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line)),
        },
        { code: 1, told: expected },
      );
      assert.equal(stdout.includes('\u001b'), false);
      assert.match(stdout, /^\{"rule":"[^"]*","id":null,"title":"[^"]*","level":"critical","events":\[\{"file":/);
    }));

  test('asks standard input, whatever form its events stand in, between two times', async () => {
    const lines = [started, earlier, listed]
      .map((event) => JSON.stringify({ message: JSON.stringify(event) }))
      .join('\n');
    await withRules(async (pathOf) => {
      const args = ['sigma', '--json', '--since', at(20), '--rules', pathOf('rules/exported.yml'), '-'];
      const { code, stdout } = await ran(args, { stdin: lines });
      const told = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      assert.deepEqual(
        { code, events: told.map(({ rule, events }) => [rule, events]) },
        {
          code: 1,
          events: [
            ['exported.yml', [{ file: '-', index: 0, eventID: 'e-1' }]],
            ['exported.yml', []],
          ],
        },
      );
    });
  });

  test('reads records again that stand in other text, and those that are damaged', async () => {
    const broken = JSON.stringify(earlier).replace(',"awsRegion"', ' "awsRegion"');
    const text = `{"Records":[${JSON.stringify(listed)},${broken}]}`;
    const wrapped = JSON.stringify({ events: [{ message: JSON.stringify(earlier) }] });
    await withRules(async (pathOf) => {
      const asked = async (stdin: string): Promise<unknown> => {
        const { stdout } = await ran(['sigma', '--json', '--rules', pathOf('rules/below'), '-'], { stdin });
        return JSON.parse(stdout).events;
      };
      assert.deepEqual(
        [await asked(text), await asked(wrapped)],
        [[{ file: '-', index: 1, eventID: 'e-2' }], [{ file: '-', index: 0, eventID: 'e-2' }]],
      );
    });
  });

  test('without rules asks those for WorkMail that are shipped, and ends with 0 where nothing is found', async () => {
    const found = await ran(['sigma', '--json', '-'], { stdin: log(started) });
    const titles = found.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ events }) => events.length > 0);
    const none = await ran(['sigma', '-'], { stdin: log(listed) });
    assert.deepEqual(
      { code: found.code, titles: titles.map(({ title }) => title), none: none.code },
      { code: 1, titles: ['WorkMail Mailbox Export Started'], none: 0 },
    );
    assert.match(
      none.stdout,
      /^\d+ rules: 0 found events, \d+ found nothing\.\n\d+ rules only serve correlations\.\n$/,
    );
  });

  test('says which rules can’t be read, with their lines, asks the others, and ends with 2', () =>
    withRules(async (pathOf) => {
      await writeFile(pathOf('rules/broken.yml'), documents('title: a\ntitle: b', exported));
      const { code, stderr } = await ran([
        'sigma',
        '--rules',
        pathOf('rules'),
        '--rules',
        pathOf('none'),
        pathOf('a.json'),
      ]);
      assert.deepEqual(
        { code, stderr },
        {
          code: 2,
          stderr: [
            `workmail-trail: ${pathOf('none')}: there is no such file.`,
            'workmail-trail: broken.yml:2: the key title stands twice in one map.',
            '',
          ].join('\n'),
        },
      );
    }));

  test('takes no options of other commands', async () => {
    const told = [
      ['sigma'],
      ['sigma', '--where', 'is:write', 'a'],
      ['sigma', '--csv', 'a'],
      ['sigma', '--since', 'x', 'a'],
      ['events', '--rules', 'x', 'a'],
    ].map(async (args) => {
      const { code, stderr } = await ran(args);
      return [code, stderr];
    });
    assert.deepEqual(await Promise.all(told), [
      [
        2,
        'workmail-trail: Which file shall sigma read? Name at least one, or - for standard input. See workmail-trail --help.\n',
      ],
      [2, 'workmail-trail: --where does not belong to sigma. See workmail-trail --help.\n'],
      [2, 'workmail-trail: --events and --csv do not belong to sigma. See workmail-trail --help.\n'],
      [
        2,
        'workmail-trail: --since and --until take a day (2026-03-01) or a time (2026-03-01T08:00:00Z). See workmail-trail --help.\n',
      ],
      [2, 'workmail-trail: --rules belongs to sigma. See workmail-trail --help.\n'],
    ]);
  });
});
