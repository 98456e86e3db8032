import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ran, withFiles } from './terminal';

const DELIVERED = '111111111111_CloudTrail_us-east-1_20260301T0800Z_abcdefghijklmnop.json';
const NOTHING = 'its name says CloudTrail, but nothing in it can be read as events.';

suite('a file that is called like a CloudTrail log, and holds no events', () => {
  for (const [name, content, words] of [
    [DELIVERED, '{"a":1}', [NOTHING]],
    [DELIVERED, '', ['it is empty.', NOTHING]],
    [DELIVERED, '\u0000\u0001\u0002\u0003\u0004', ['it is not text, and nothing in it names an event.', NOTHING]],
    ['my_cloudtrail.json', '[]', [NOTHING]],
    [
      DELIVERED,
      '{"Event":"s3:TestEvent"}',
      ['its name says CloudTrail, but nothing in it can be read as events: this is a test notification of S3.'],
    ],
  ] as const) {
    test(`${name}: ${JSON.stringify(content)}`, () =>
      withFiles({ [name]: content }, async (pathOf) => {
        const said = words.map((each) => `workmail-trail: ${pathOf(name)}: ${each}\n`).join('');
        for (const command of ['check', 'summarize']) {
          const { code, stderr } = await ran([command, pathOf(name)]);
          assert.deepEqual([command, code, stderr], [command, 2, said]);
        }
        const { code, stdout } = await ran(['summarize', pathOf('')]);
        assert.deepEqual([code, stdout.includes(NOTHING.slice(0, 60))], [2, true]);
      }));
  }

  for (const [name, content] of [
    ['package.json', '{"a":1}'],
    ['notice-of-cloudtrail.json', '{"s3ObjectKey":["x"]}'],
    [DELIVERED.replace('CloudTrail', 'CloudTrail-Digest'), '{"digestStartTime":"x"}'],
  ] as const) {
    test(`is something else, and lacks nothing: ${name}`, () =>
      withFiles({ [name]: content }, async (pathOf) => {
        for (const args of [
          ['check', pathOf(name)],
          ['summarize', pathOf(name)],
          ['summarize', pathOf('')],
        ]) {
          const { code, stderr } = await ran(args);
          assert.deepEqual([code, stderr], [0, '']);
        }
      }));
  }
});
