import assert from 'node:assert/strict';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { digestChain, packed, signingKey } from '../../support/digestTree';
import { SeededNumbers } from '../../support/seededNumbers';
import { digest, digestText, log, textOf } from '../verify/given';
import { ran, withFiles } from './terminal';

const ONE = log('08:05');
const FIRST = digestText('09', [ONE]);
const tree = {
  [ONE]: textOf(ONE),
  [digest('09')]: FIRST,
  [digest('10')]: digestText('10', [], { hour: '09', text: FIRST }),
};

/** Puts files where they belong below a folder, packed. */
function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), packed(text));
  }
}

suite('verify', () => {
  test('tells in a few lines that everything is in order', () =>
    withFiles({}, async (pathOf) => {
      put(pathOf('.'), tree);
      const { code, stdout, stderr } = await ran(['verify', pathOf('.')]);
      assert.deepEqual(
        [code, stderr, stdout.split('\n').slice(0, 5)],
        [
          0,
          '',
          [
            '2 digests: 2 chained.',
            'Signatures: 2 not checked.',
            '1 log: 1 unchanged.',
            '',
            `chained: ${digest('10')}`,
          ],
        ],
      );
    }));

  test('names what is not in order, and ends with 1', () =>
    withFiles({}, async (pathOf) => {
      const evil = log('08:10', 'evil');
      put(pathOf('.'), { ...tree, [ONE]: '{}', [evil]: textOf('evil') });
      const { code, stdout, stderr } = await ran(['verify', '--json', pathOf('.')]);
      assert.deepEqual(
        [code, stderr, JSON.parse(stdout)],
        [
          1,
          '',
          {
            logs: [
              {
                file: ONE,
                status: 'changed',
                reason: 'Its text is not the one that the digest names.',
                digest: digest('09'),
              },
              { file: evil, status: 'not-covered', reason: 'No digest here names it.', digest: null },
            ],
            digests: [
              {
                file: digest('09'),
                status: 'chained',
                signature: 'not-checked',
                reason: 'No public keys were given to check its signature by.',
              },
              {
                file: digest('10'),
                status: 'chained',
                signature: 'not-checked',
                reason: `No digest after it is here that would name its hash; only its signature can prove it. Its signature is lost: it is metadata of the object in S3, which copies do not keep. Fetch it with aws s3api head-object --bucket trail-example --key ${digest('10')} --query Metadata.signature`,
              },
            ],
            gaps: [],
          },
        ],
      );
    }));

  test('checks signatures, kept at the place or named, with threads as well as without', () =>
    withFiles({}, async (pathOf) => {
      const key = signingKey();
      const numbers = new SeededNumbers(3);
      const about = { account: '111111111111', region: 'us-east-1', prefix: 'mail/', organization: 'o-abc/', key };
      const { digests, texts } = digestChain(numbers, { ...about, hours: 60 });
      const files = Object.fromEntries([
        ...texts,
        ...digests.map(({ key: name, text }): [string, string] => [name, text]),
      ]);
      put(pathOf('place'), files);
      const signatures = JSON.stringify(
        Object.fromEntries(digests.map(({ key: name, signature }) => [name, signature])),
      );
      writeFileSync(pathOf('keys.json'), key.listed);
      writeFileSync(pathOf('elsewhere.json'), signatures);
      const command = ['verify', pathOf('place'), '--public-keys', pathOf('keys.json')];
      const named = await ran([...command, '--signatures', pathOf('elsewhere.json')]);
      writeFileSync(path.join(pathOf('place'), 'signatures.json'), signatures);
      const kept = await ran(command);
      const [above = '', ...below] = [
        'o-abc',
        'o-abc/111111111111/CloudTrail',
        'o-abc/111111111111/CloudTrail-Digest',
      ].map((folder) => path.join(pathOf('place'), 'mail/AWSLogs', folder));
      renameSync(path.join(pathOf('place'), 'signatures.json'), path.join(below[0] ?? above, 'signatures.json'));
      const inParts = await ran(['verify', ...below, ...command.slice(2)]);
      assert.ok(Object.keys(files).length > 100);
      assert.deepEqual(
        [named, kept, inParts].map(({ stdout, stderr }) => [stdout.split('\n').slice(0, 3), stderr]),
        [named, kept, inParts].map(() => [
          [
            `${digests.length} digests: ${digests.length} chained.`,
            `Signatures: ${digests.length} valid.`,
            `${texts.size} logs: ${texts.size} unchanged.`,
          ],
          '',
        ]),
      );
    }));

  test('tells what it can’t use, and goes on without it', () =>
    withFiles({ 'keys.json': '{}' }, async (pathOf) => {
      put(pathOf('place'), tree);
      const { code, stderr } = await ran([
        'verify',
        pathOf('place'),
        '--public-keys',
        pathOf('keys.json'),
        '--signatures',
        pathOf('none.json'),
      ]);
      assert.deepEqual(
        [code, stderr],
        [
          2,
          [
            `workmail-trail: ${pathOf('keys.json')}: it holds no public keys: expected is what aws cloudtrail list-public-keys prints as JSON, with a PublicKeyList.`,
            `workmail-trail: ${pathOf('none.json')}: there is no such file.`,
            '',
          ].join('\n'),
        ],
      );
    }));

  test('refuses what does not belong to it', async () => {
    const asked = [['-'], [], ['a', '--since', '2026-03-01'], ['a', '--events'], ['a', '--csv']];
    const told = await Promise.all(asked.map(async (args) => (await ran(['verify', ...args])).stderr));
    const other = (await ran(['check', 'a', '--public-keys', 'b'])).stderr;
    const end = ' See workmail-trail --help.\n';
    assert.deepEqual(
      [...told, other],
      [
        `workmail-trail: verify reads no standard input: it is about files, by their names.${end}`,
        `workmail-trail: Which file shall verify read? Name at least one, or - for standard input.${end}`,
        `workmail-trail: --since does not belong to verify, which looks at files as a whole.${end}`,
        `workmail-trail: --events belongs to check.${end}`,
        `workmail-trail: --csv belongs to events.${end}`,
        `workmail-trail: --public-keys belongs to verify.${end}`,
      ],
    );
  });
});
