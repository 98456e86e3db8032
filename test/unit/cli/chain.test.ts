import assert from 'node:assert/strict';
import path from 'node:path';
import { suite, test } from 'node:test';
import { projectRoot } from '../../support/projectRoot';
import { inFull } from '../../support/shortRecords';
import { ran, withFiles } from './terminal';

const ID = '7a1e7d2e-0000-4000-8000-000000000000';
const log = JSON.stringify({
  Records: inFull([
    { at: '08:00:00', call: 'workmail ResetPassword', by: 'evil\u001b[31m', request: { userId: 'u-1' } },
  ]),
});

suite('chain', () => {
  test('--json prints one object with links and what is missing', () =>
    withFiles({ 'log.json': log }, async (pathOf) => {
      const { code, stdout } = await ran(['chain', pathOf('log.json'), '--event', ID, '--json']);
      const file = pathOf('log.json');
      const key = 'AKIAXXEVIL31MEXAMPLE';
      assert.deepEqual(
        [code, JSON.parse(stdout)],
        [
          0,
          {
            of: ID,
            links: [
              {
                kind: 'event',
                sentence: 'ResetPassword of workmail by evil\u001b[31m from 203.0.113.12, 2026-03-01 08:00:00 UTC.',
                event: { file, index: 0, eventID: ID },
                missing: null,
              },
              {
                kind: 'key',
                sentence: `Signed with the long-lived key ${key} of evil\u001b[31m.`,
                event: null,
                missing: null,
              },
              {
                kind: 'made-key',
                sentence: 'Who made the key is not in these logs.',
                event: null,
                missing: `CreateAccessKey of iam whose answer names ${key}: in the trail of account 111111111111, Region us-east-1, before 2026-03-01 08:00:00 UTC; it may be years ago.`,
              },
            ],
            around: [],
          },
        ],
      );
    }));

  test('prints one line a link, the latest first, and obeys no value of a log', () =>
    withFiles({ 'log.json': log }, async (pathOf) => {
      const { code, stdout } = await ran(['chain', pathOf('log.json'), '--event', ID]);
      assert.deepEqual(
        [code, stdout.split('\n')],
        [
          0,
          [
            ID,
            `  ResetPassword of workmail by evil\\u001b[31m from 203.0.113.12, 2026-03-01 08:00:00 UTC.  [${pathOf('log.json')}#0]`,
            '    Signed with the long-lived key AKIAXXEVIL31MEXAMPLE of evil\\u001b[31m.',
            '      Who made the key is not in these logs.',
            '        Look for: CreateAccessKey of iam whose answer names AKIAXXEVIL31MEXAMPLE: in the trail of account 111111111111, Region us-east-1, before 2026-03-01 08:00:00 UTC; it may be years ago.',
            '',
          ],
        ],
      );
    }));

  test('tells what belongs to an export: role, key, bucket, and that the role was taken', async () => {
    const sample = path.join(projectRoot(), 'samples', 'migration', 'announced-move.json');
    const { stdout } = await ran(['chain', sample, '--event', 'cb22addb-d647-4334-8b91-21e0a00b9f6e', '--json']);
    const { around } = JSON.parse(stdout);
    assert.deepEqual(
      around.map(({ kind, event }: { kind: string; event: { index: number } | null }) => [kind, event?.index]),
      [
        ['export-role', undefined],
        ['export-role', 103],
        ['export-role', 27],
        ['export-key', undefined],
        ['export-key', 70],
        ['export-key', 94],
        ['export-bucket', undefined],
        ['export-bucket', 26],
        ['took-export-role', 36],
        ['export', 51],
        ['export', 76],
      ],
    );
  });

  test('tells what happened to an impersonation role, and what WorkMail decrypted meanwhile', async () => {
    const sample = path.join(projectRoot(), 'samples', 'incident', 'stolen-key.json');
    const { stdout } = await ran(['chain', sample, '--event', '1b2bd131-15bd-46c7-911d-9bfc728b32e2', '--json']);
    const { around } = JSON.parse(stdout);
    assert.deepEqual(
      around.map(({ kind, event }: { kind: string; event: { index: number } | null }) => [kind, event?.index]),
      [
        ['impersonation', 22],
        ['impersonation', 45],
        ['impersonation', 58],
        ['impersonation', 35],
        ['impersonation', 5],
        ['mail-decrypted', 75],
      ],
    );
  });

  test('says that logs do not know what was asked for, and ends with 1', () =>
    withFiles({ 'log.json': log }, async (pathOf) => {
      const { code, stdout } = await ran(['chain', pathOf('log.json'), '--key', 'AKIANOBODYHASEXAMPLE']);
      assert.deepEqual([code, stdout], [1, 'AKIANOBODYHASEXAMPLE: these logs do not know it.\n']);
    }));

  test('refuses to begin without an event or a key', async () => {
    const asked = [
      ['a'],
      ['a', '--event', 'x', '--key', 'AKIANOBODYHASEXAMPLE'],
      ['a', '--key', 'k'],
      ['--event', 'x'],
    ];
    const told = await Promise.all(asked.map(async (args) => (await ran(['chain', ...args])).stderr));
    const end = ' See workmail-trail --help.\n';
    assert.deepEqual(told, [
      `workmail-trail: Whose chain? Name an event by --event with its eventID, an access key by --key, or a record by --record with its place.${end}`,
      `workmail-trail: chain takes --event, --key or --record, one of them.${end}`,
      `workmail-trail: --key takes the id of an access key, such as AKIAIOSFODNN7EXAMPLE.${end}`,
      `workmail-trail: Which file shall chain read? Name at least one, or - for standard input.${end}`,
    ]);
  });
});
