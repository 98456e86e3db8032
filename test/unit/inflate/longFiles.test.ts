import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { defaultLimits } from '../../../server/src/host/limits';
import { SeededNumbers } from '../../support/seededNumbers';
import { unpackBothWays } from '../../support/unpackBothWays';

/** Text of lines that say something new each. */
function lines(count: number, seed: number): string {
  const numbers = new SeededNumbers(seed);
  return Array.from({ length: count }, (_, line) => `{"eventID":"${numbers.between(0, 1e9)}","line":${line}}\n`).join(
    '',
  );
}

function read(file: Buffer): unknown {
  const unpacked = unpackBothWays(file, file.length, defaultLimits);
  if ('failure' in unpacked) return unpacked.failure;
  return [Buffer.from(unpacked.bytes).toString(), ...unpacked.notes.map(({ code }) => code)];
}

describe('a file with more text than the inflater has memory', () => {
  it('is one text in many members', () => {
    const texts = Array.from({ length: 40 }, (_, member) => lines(1500, member));
    assert.deepEqual(read(Buffer.concat(texts.map((text) => gzipSync(text)))), [texts.join(''), 'members']);
  });

  it('is one text in one member, and in one within another', () => {
    const text = lines(80_000, 7);
    assert.deepEqual(read(gzipSync(text)), [text]);
    assert.deepEqual(read(gzipSync(gzipSync(text))), [text, 'nested']);
  });

  it('is read as far as it goes where it is cut off', () => {
    const text = lines(80_000, 7);
    const [saved, ...codes] = [read(gzipSync(text).subarray(0, -50_000))].flat();
    assert.ok(typeof saved === 'string' && saved.length > 1_000_000 && text.startsWith(saved));
    assert.deepEqual(codes, ['cut']);
  });
});
