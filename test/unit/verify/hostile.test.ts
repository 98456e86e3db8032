import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { readDigest } from '../../../server/src/core/verify/digest';
import { verificationText } from '../../../server/src/core/verify/integrity';
import { digest, digestText, log, textOf, told, verified } from './given';

const FIELDS = Object.keys(JSON.parse(digestText('09', [])));
const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('../../../etc/passwd', '/', '', '\u0000', '__proto__', '9'.repeat(400), digest('09'), digest('10')),
);

suite('digests that somebody wrote who wants harm', () => {
  test('any value of any field is borne', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELDS), odd, odd, (field, value, other) => {
        const entry = { s3Bucket: 'trail-example', s3Object: value, hashValue: other, hashAlgorithm: 'SHA-256' };
        const one = digestText('09', [log('08:05')], undefined, { [field]: value });
        const two = digestText('10', [], { hour: '09', text: one }, { [field]: other, logFiles: [entry, value, null] });
        const files = { [digest('09')]: one, [digest('10')]: two, [log('08:05')]: textOf(log('08:05')) };
        const { logs, digests } = verified(files);
        assert.ok(
          [...logs, ...digests].every(({ file, reason }) => typeof file === 'string' && typeof reason === 'string'),
        );
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('digests that name each other in a circle come to an end', () => {
    const one = digestText('09', [], { hour: '10', text: 'x' });
    const two = digestText('10', [], { hour: '09', text: 'y' });
    assert.deepEqual(
      told({ [digest('09')]: one, [digest('10')]: two })
        .map((line) => line.split(':')[0])
        .sort(),
      ['chained', 'changed'],
    );
  });

  test('a path out of the place is a name, and names nothing', () => {
    const path = '../../../etc/passwd';
    const lines = told({ [digest('09')]: digestText('09', [path]) });
    assert.deepEqual(lines[0], `missing: ${path}: It is not here.`);
  });

  test('no name is obeyed by a terminal', () => {
    const evil = log('08:05', 'evil\u001b[31m\n');
    const lines = [...verificationText(verified({ [digest('09')]: digestText('09', [evil]) }))];
    assert.ok(
      lines.every((line) => !/\p{Cc}/u.test(line)),
      lines.join('\n'),
    );
    assert.ok(lines.some((line) => line.includes('evil\\u001b[31m\\n')));
  });

  test('entries that name no log are counted', () => {
    assert.deepEqual(told({ [digest('09')]: digestText('09', [], undefined, { logFiles: [1, { s3Bucket: 'b' }] }) }), [
      `chained: ${digest('09').slice(digest('09').lastIndexOf('/') + 1)}: No digest after it is here that would name its hash; only its signature can prove it. 2 entries of its logs name no log with a SHA-256 hash.`,
    ]);
  });

  test('what every digest has, and this one has not', () => {
    const { digestEndTime: _, ...lacking } = JSON.parse(digestText('09', []));
    assert.deepEqual(
      ['x', '[]', JSON.stringify(lacking), digestText('09', [], undefined, { logFiles: {} })].map(readDigest),
      [
        'its text is not JSON',
        'its text is not a JSON object',
        'it has no digestEndTime, which every digest has',
        'its logFiles is not a list',
      ],
    );
  });
});
