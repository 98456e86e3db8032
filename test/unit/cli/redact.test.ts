import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { recordOf } from '../investigate/given';
import { ran, withFiles } from './terminal';

const log = JSON.stringify({ Records: [recordOf('ListUsers')] });
const redactedRecord = recordOf('ListUsers', {
  userIdentity: {
    type: 'IAMUser',
    principalId: 'AIDAAAAAAAB',
    arn: 'arn:aws:iam::999900000001:user/name0001',
    accountId: '999900000001',
    accessKeyId: 'AKIAREDACTEDAAAAAAAC',
    userName: 'name0001',
  },
  sourceIPAddress: '192.0.2.1',
  requestParameters: { organizationId: `m-${'0'.repeat(31)}1` },
  requestID: '00000000-0000-4000-8000-000000000001',
  eventID: '00000000-0000-4000-8000-000000000002',
  recipientAccountId: '999900000001',
});

suite('redact', () => {
  test('writes a copy of each log and one key for all, and says how much was replaced', () =>
    withFiles({ '111122223333_a.json.gz': gzipSync(log), 'b.json': log }, async (pathOf) => {
      const args = ['--out', pathOf('copies'), '--key', pathOf('key.json')];
      const { code, stdout, stderr } = await ran([
        'redact',
        ...args,
        pathOf('111122223333_a.json.gz'),
        pathOf('b.json'),
      ]);
      const line = (from: string, to: string): string =>
        `${pathOf(from)} -> ${pathOf(`copies/${to}`)}: 1 record, 11 places redacted.\n`;
      assert.deepEqual(
        [code, stdout, stderr],
        [0, line('111122223333_a.json.gz', '999900000001_a.json') + line('b.json', 'b.json'), ''],
      );
      for (const name of ['999900000001_a.json', 'b.json']) {
        assert.deepEqual(JSON.parse(readFileSync(pathOf(`copies/${name}`), 'utf8')), { Records: [redactedRecord] });
      }
      if (process.platform !== 'win32') assert.equal(statSync(pathOf('key.json')).mode & 0o777, 0o600);
    }));

  test('goes on with a key, and writes over nothing', () =>
    withFiles({ 'a.json': log, 'b.json': log.replace('198.51.100.7', '198.51.100.9') }, async (pathOf) => {
      const args = ['redact', '--out', pathOf('copies'), '--key', pathOf('key.json')];
      assert.equal((await ran([...args, pathOf('a.json')])).code, 0);
      const again = await ran([...args, pathOf('a.json')]);
      const why = 'no copy was written: there is a a.json in the folder, and nothing is written over.';
      assert.deepEqual([again.code, again.stderr], [2, `workmail-trail: ${pathOf('a.json')}: ${why}\n`]);
      assert.equal((await ran([...args, pathOf('b.json')])).code, 0);
      const [record] = JSON.parse(readFileSync(pathOf('copies/b.json'), 'utf8')).Records;
      assert.deepEqual(record, { ...redactedRecord, sourceIPAddress: '192.0.2.2' });
    }));

  test('reads standard input', () =>
    withFiles({}, async (pathOf) => {
      const args = ['redact', '--out', pathOf('copies'), '--key', pathOf('key.json'), '-'];
      assert.equal((await ran(args, { stdin: log })).code, 0);
      assert.ok(existsSync(pathOf('copies/standard input')));
    }));

  test('has no copy of what holds no events', () =>
    withFiles({ 'a.json': '{"a":1}' }, async (pathOf) => {
      const args = ['redact', '--out', pathOf('copies'), '--key', pathOf('key.json'), pathOf('a.json')];
      const why = 'It holds no CloudTrail events that can be read, so nothing is known of what its values are.';
      const { code, stdout, stderr } = await ran(args);
      assert.deepEqual([code, stdout, stderr], [2, '', `workmail-trail: ${pathOf('a.json')}: ${why}\n`]);
    }));

  test('refuses a key that is none, a link, or beside the copies, and copies among the logs', () =>
    withFiles({ 'a.json': log, 'none.json': '{}' }, async (pathOf) => {
      const told = async (out: string, key: string, place: string): Promise<string> => {
        const { code, stderr } = await ran(['redact', '--out', pathOf(out), '--key', pathOf(key), place]);
        return `${code} ${stderr}`;
      };
      const a = pathOf('a.json');
      assert.equal(
        await told('copies', 'none.json', a),
        `2 workmail-trail: ${pathOf('none.json')}: It is no key file of redacted copies.\n`,
      );
      const beside = 'the key lies in the folder of the copies, and would be handed on with them. Keep it elsewhere.';
      assert.equal(await told('copies', 'copies/key.json', a), `2 workmail-trail: redact: ${beside}\n`);
      const among = 'the folder of the copies lies in a folder that is read. Put them elsewhere.';
      assert.equal(await told('copies', '../key.json', pathOf('.')), `2 workmail-trail: redact: ${among}\n`);
      if (process.platform !== 'win32') {
        symlinkSync(pathOf('none.json'), pathOf('link.json'));
        const link = 'it is a link; name the key file itself.';
        assert.equal(await told('copies', 'link.json', a), `2 workmail-trail: ${pathOf('link.json')}: ${link}\n`);
      }
      assert.ok(!existsSync(pathOf('copies')));
    }));

  test('needs a folder and a key, and they belong to it alone', async () => {
    const said: readonly (readonly [args: readonly string[], reason: string])[] = [
      [['redact', '--out', 'x'], 'Which file shall redact read? Name at least one, or - for standard input.'],
      [['redact', 'a', '--key', 'k'], 'redact needs --out FOLDER, where the copies are put.'],
      [
        ['redact', 'a', '--out', 'x'],
        'redact needs --key FILE, which keeps what stands for what. It is made where there is none; keep it apart from the copies.',
      ],
      [['check', 'a', '--key', 'k'], '--key belongs to redact.'],
    ];
    for (const [args, reason] of said) {
      const { code, stderr } = await ran(args);
      assert.deepEqual([code, stderr], [2, `workmail-trail: ${reason} See workmail-trail --help.\n`]);
    }
  });
});
