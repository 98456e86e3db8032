import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { defaultLimits } from '../../../server/src/host/limits';
import { flipped, member } from '../../support/gzip';
import { unpackBothWays } from '../../support/unpackBothWays';

/** What must hold whatever happened to a file. */

const text = `{"Records":[${Array.from(
  { length: 12 },
  (_, index) => `{"eventVersion":"1.08","eventID":"${(index * 40_503) % 65_536}","eventName":"CreateUser"}`,
).join(',')}]}`;
const files: readonly (readonly [name: string, bytes: Buffer])[] = [
  ['a file with one member', gzipSync(text)],
  ['a file with a name', member(text, { flags: 8, fields: Buffer.from('log.json\0') })],
  ['a file with two members', Buffer.concat([gzipSync(text.slice(0, 400)), gzipSync(text.slice(400))])],
  ['gzip in gzip', gzipSync(gzipSync(text))],
];
const limits = { ...defaultLimits, size: 100_000 };

interface Outcome {
  readonly text: string;
  readonly isNoted: boolean;
  readonly isLoss: boolean;
}

function outcomeOf(bytes: Uint8Array): Outcome {
  const unpacked = unpackBothWays(bytes, bytes.length, limits);
  if ('failure' in unpacked) return { text: '', isNoted: true, isLoss: true };
  const { notes } = unpacked;
  return {
    text: Buffer.from(unpacked.bytes).toString(),
    isNoted: notes.length > 0,
    isLoss: notes.some(({ isLoss }) => isLoss),
  };
}

for (const [name, bytes] of files) {
  suite(name, () => {
    test('cut off anywhere: the beginning of the text, and it is said what is missing', () => {
      let last = '';
      for (let end = 1; end < bytes.length; end++) {
        const { text: saved, isNoted, isLoss } = outcomeOf(bytes.subarray(0, end));
        assert.ok(text.startsWith(saved), `cut at ${end}`);
        assert.ok(saved.length >= last.length, `cut at ${end}: fewer bytes give more text`);
        assert.ok(saved === text ? isNoted : isLoss || text.slice(0, 400) === saved, `cut at ${end}: nothing is said`);
        last = saved;
      }
      assert.equal(last, text);
    });

    test('any byte of it changed: never another text without a word', () => {
      for (let at = 0; at < bytes.length; at++) {
        for (const mask of [0x01, 0x10, 0x80, 0xff]) {
          const { text: read, isLoss } = outcomeOf(flipped(bytes, at, mask));
          assert.ok(read === text || isLoss, `byte ${at} by ${mask}`);
        }
      }
    });
  });
}

test('whatever the bytes are, there is an answer, and never more than the limit', () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.constantFrom(...files.map(([, bytes]) => new Uint8Array(bytes))),
    fc.constant(Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 5 }), fc.nat(), fc.nat(1000), (pieces, seed, size) => {
      const bytes = Buffer.concat(pieces);
      const cut = bytes.subarray(0, bytes.length - (seed % 7));
      const damaged = cut.length === 0 ? cut : flipped(cut, seed % cut.length, seed % 256);
      const unpacked = unpackBothWays(damaged, damaged.length, { ...limits, size });
      if ('bytes' in unpacked) {
        assert.ok(unpacked.bytes.length <= size);
        assert.ok(unpacked.notes.every(({ code, message }) => code !== '' && /^[a-z].*\.$/.test(message)));
      } else {
        assert.match(unpacked.failure, /^[a-z].*\.$/);
      }
    }),
    { seed: 20261126, numRuns: 2000 },
  );
});
