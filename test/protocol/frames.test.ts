import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Frames } from '../../server/src/node/frames';

function frame(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** What comes out when the bytes go in in pieces of these sizes, over and over. */
async function through(bytes: Buffer, sizes: readonly number[]): Promise<string> {
  const frames = new Frames();
  for (let start = 0, turn = 0; start < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? bytes.length;
    frames.write(bytes.subarray(start, start + size));
    start += size;
  }
  frames.end();
  const passed = await frames.toArray();
  return Buffer.concat(passed).toString();
}

const bodies = fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 6 });
const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 });

test('messages pass as they are, however they are cut up', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, sizes, async (messages, pieces) => {
      // A lone surrogate has no bytes of its own.
      const sent = messages.map((body) => frame(Buffer.from(body).toString())).join('');
      assert.equal(await through(Buffer.from(sent), pieces), sent);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('what is no message costs no other one', async () => {
  const good = frame('{"id":1}');
  for (const bad of [
    'Content-Length: abc\r\n\r\n{}',
    'Content-Length: -5\r\n\r\n{}',
    'Content-Length: 0\r\n\r\n',
    'Content-Length:\r\n\r\n',
    'Other: 5\r\n\r\n{}',
    'no header at all\r\n\r\n',
    '\r\n\r\n\r\n\r\n',
    '{"id":0}',
    `${'x'.repeat(100_000)}`,
  ]) {
    for (const size of [1, 7, 1_000_000]) {
      const passed = await through(Buffer.from(good + bad + good + good), [size]);
      assert.equal(passed, good + good + good, bad.slice(0, 40));
    }
  }
});

test('other headers may stand beside the length', async () => {
  const sent = 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length: 2\r\nX: y\r\n\r\n{}';
  assert.equal(await through(Buffer.from(sent), [3]), frame('{}'));
});
