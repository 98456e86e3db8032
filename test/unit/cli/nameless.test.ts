import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { recordOf } from '../investigate/given';
import { ran, withFiles } from './terminal';

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
const FIELDS = ['organization_arn', 'user_id', 'event_timestamp', 'action', 'action_allowed'];
const delivery = recordOf('CreateDelivery', {
  eventSource: 'logs.amazonaws.com',
  readOnly: false,
  requestParameters: { deliverySourceName: 'mail', recordFields: FIELDS },
});
const trail = JSON.stringify({ Records: [recordOf('ListUsers'), delivery] });
const plain = [0, 1].map((at) => [ARN, 'S-1-1-12-1', 1_772_350_000_000 + at, 'read', 'true'].join('|')).join('\n');
// It is read first.
const files = { 'a.log': plain, 'b.json': trail };

suite('lines of values without names, beside the call that chose the fields', () => {
  test('are checked with these', () =>
    withFiles(files, async (pathOf) => {
      const { code, stdout } = await ran(['check', pathOf('a.log'), pathOf('b.json')]);
      assert.deepEqual(
        [code, stdout],
        [
          0,
          `${pathOf('a.log')}: WorkMail mailbox access log, 2 records.\n` +
            `${pathOf('b.json')}: CloudTrail log file, 2 records: 1 of WorkMail, 1 of other services. 1 hint is not shown; --json lists them.\n`,
        ],
      );
    }));

  for (const [what, path] of [
    ['two files', ['a.log', 'b.json']],
    ['a folder', ['']],
  ] as const) {
    test(`are listed as events with these: ${what}`, () =>
      withFiles(files, async (pathOf) => {
        const { stdout } = await ran([
          'events',
          '--where',
          'actor:S-1-1-12-1',
          '--group',
          'action',
          ...path.map(pathOf),
        ]);
        assert.match(stdout, /\n2 .* read\n$/);
      }));
  }

  const lines = [0, 1].map(
    (at) =>
      `${JSON.stringify({
        organization_arn: ARN,
        user_id: 'S-1-1-12-1',
        event_timestamp: String(1_772_350_000_000 + at),
        action: 'read',
        action_allowed: 'true',
      })}\n`,
  );

  for (const [what, paths] of [
    ['two files', ['a.log', 'b.json']],
    ['a folder, whose events are written as they are read', ['']],
  ] as const) {
    test(`are exported with these: ${what}`, () =>
      withFiles(files, async (pathOf) => {
        const { stdout } = await ran(['export', '--format', 'jsonl', '--where', 'action:read', ...paths.map(pathOf)]);
        assert.equal(stdout, lines.join(''));
      }));
  }

  test('are exported behind all others, each once', () =>
    withFiles(
      { ...files, 'c.log': plain, 'd.json': JSON.stringify({ Records: [recordOf('ListUsers')] }) },
      async (pathOf) => {
        const { stdout } = await ran(['export', '--format', 'csv', pathOf('')]);
        const logs = stdout.split('\n').map((line) => /\b[abcd]\.(?:log|json)/.exec(line)?.[0]);
        assert.deepEqual(
          logs.filter((log) => log !== undefined),
          ['b.json', 'b.json', 'a.log', 'a.log'],
        );
      },
    ));

  test('are redacted with these', () =>
    withFiles({ 'a.log': plain.replaceAll('|S-1-1-12-1|', '|zelda.fitz|'), 'b.json': trail }, async (pathOf) => {
      const places = ['--out', pathOf('copies'), '--key', pathOf('key.json')];
      const { code } = await ran(['redact', ...places, pathOf('a.log'), pathOf('b.json')]);
      const copy = readFileSync(pathOf('copies/a.log'), 'utf8');
      assert.deepEqual([code, copy.includes('zelda'), copy.match(/\|read\|true/g)?.length], [0, false, 2]);
    }));

  test('are named, with what to do, where the call is not there', () =>
    withFiles(files, async (pathOf) => {
      const { code, stdout } = await ran(['check', pathOf('a.log')]);
      assert.equal(code, 2);
      assert.match(stdout, /WT135 Each line holds values without the names .*CreateDelivery/);
    }));
});
