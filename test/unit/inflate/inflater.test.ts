import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { Inflater } from '../../../server/src/inflate/inflater';
import { inflaterBeside } from '../../../server/src/node/inflaterFile';
import { moduleOf } from '../../../server/src/webAssembly/modules';
import { BitWriter } from '../../support/bitWriter';
import { brokenBlock, flipped, storedBlock } from '../../support/gzip';
import { inflatedByZlib } from '../../support/inflatedByZlib';
import { newInflater, shippedInflater } from '../../support/inflater';
import { projectRoot } from '../../support/projectRoot';
import { SeededNumbers } from '../../support/seededNumbers';

const module = shippedInflater();
const MOST = 2 ** 30;
/** More than the module has room for. */
const LONG = 3_000_000;

/** What comes of a stream, its output apart from the memory of the module. */
function inflated(
  stream: Uint8Array,
  { expected = 0, most = MOST, atOnce }: { expected?: number; most?: number; atOnce?: number } = {},
): unknown {
  const found = newInflater(atOnce, module).inflate({ bytes: stream, expected, most });
  return found && { ...found, output: Buffer.from(found.output) };
}

function whole(output: Buffer, used: number): unknown {
  return { output, used, end: 'whole', checksum: crc32(output) };
}

/** Bytes that are nothing new now and then, from near and from as far as can be. */
function repeatingBytes(length: number, letters: number): Buffer {
  const numbers = new SeededNumbers(7);
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const count = Math.min(length - at, numbers.between(1, 400));
    const from = at - numbers.one([1, 2, 3, 15, 16, 17, 300, 32_000, 32_768, 40_000]);
    if (from >= 0 && numbers.share() < 0.6)
      for (let end = at + count; at < end; at++) bytes[at] = bytes[from + (at % count)] ?? 0;
    else for (const end = at + count; at < end; at++) bytes[at] = numbers.between(0, letters - 1);
  }
  return bytes;
}

describe('a whole stream', () => {
  for (const length of [0, 1, 2, 7, 100, 65_535, 200_000]) {
    for (const level of [0, 1, 6, 9]) {
      it(`of ${length} bytes at level ${level}, and nothing of what follows it`, () => {
        const text = repeatingBytes(length, 30);
        const stream = deflateRawSync(text, { level });
        assert.deepEqual(inflated(stream), whole(text, stream.length));
        assert.deepEqual(inflated(Buffer.concat([stream, Buffer.alloc(3000, 1)])), whole(text, stream.length));
      });
    }
  }

  it('with fixed codes, with literals alone and with runs alone', () => {
    const text = repeatingBytes(100_000, 250);
    for (const strategy of [constants.Z_FIXED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE]) {
      const stream = deflateRawSync(text, { strategy });
      assert.deepEqual(inflated(stream), whole(text, stream.length));
    }
  });

  it('that repeats the last bytes, however many, however often', () => {
    for (let period = 1; period <= 40; period++) {
      for (const length of [3, 4, 15, 16, 17, 31, 32, 33, 257, 258, 259, 1000]) {
        const text = Buffer.alloc(
          period + length,
          Buffer.from('abcdefghijklmnopqrstuvwxyz0123456789ABCDEF').subarray(0, period),
        );
        const stream = deflateRawSync(text);
        assert.deepEqual(inflated(stream), whole(text, stream.length), `${period} bytes, ${length} more`);
      }
    }
  });

  it('of empty blocks, and of blocks of every kind', () => {
    const stream = Buffer.concat([storedBlock(''), storedBlock('a log'), storedBlock(''), deflateRawSync(' of mail')]);
    assert.deepEqual(inflated(stream), whole(Buffer.from('a log of mail'), stream.length));
  });

  it('in pieces, wherever their edges are', () => {
    const text = repeatingBytes(60_000, 60);
    const stream = Buffer.concat([storedBlock('x'.repeat(3000)), deflateRawSync(text, { memLevel: 2 })]);
    const output = Buffer.concat([Buffer.from('x'.repeat(3000)), text]);
    for (const atOnce of [1, 2, 13, 1023, 1024, 1025])
      assert.deepEqual(inflated(stream, { atOnce }), whole(output, stream.length));
  });
});

describe('a stream that is longer than the memory of the module', () => {
  for (const [name, options] of [
    ['compressed well', { level: 9 }],
    ['compressed in short blocks', { memLevel: 1 }],
    ['not compressed', { level: 0 }],
  ] as const) {
    it(`is read in pieces: ${name}`, () => {
      const text = repeatingBytes(LONG, 50);
      const stream = deflateRawSync(text, options);
      assert.deepEqual(inflated(stream, { expected: LONG }), whole(text, stream.length));
      assert.deepEqual(inflated(stream, { expected: LONG, atOnce: 777 }), whole(text, stream.length));
    });
  }

  it('is left to others where it has more than is expected or allowed, and takes no more memory than that', () => {
    const stream = deflateRawSync(Buffer.alloc(LONG, 'mail'));
    for (const asked of [{}, { expected: LONG - 1 }, { expected: LONG, most: LONG - 1 }])
      assert.equal(inflated(stream, asked), undefined);
    assert.deepEqual(inflated(stream, { expected: LONG + 1 }), whole(Buffer.alloc(LONG, 'mail'), stream.length));
  });
});

describe('outputs', () => {
  it('stay until they are forgotten, be there room for them or not', () => {
    const inflater = newInflater(undefined, module);
    const texts = Array.from({ length: 12 }, (_, index) => repeatingBytes(100_000 - index, 5 + index));
    const outputs = texts.map(
      (text) => inflater.inflate({ bytes: deflateRawSync(text), expected: 0, most: MOST })?.output,
    );
    const buffers = outputs.map((output) => output && Buffer.from(output));
    assert.deepEqual(buffers, texts);
  });

  it('are no part of what the next stream may refer to', () => {
    const inflater = newInflater(undefined, module);
    inflater.inflate({ bytes: deflateRawSync('of another stream'), expected: 0, most: MOST });
    const writer = new BitWriter();
    writer.number(1, 1);
    writer.number(1, 2);
    // A match of three bytes, one byte back.
    writer.code(1, 7);
    writer.code(0, 5);
    writer.code(0, 7);
    assert.equal(inflater.inflate({ bytes: writer.take(), expected: 0, most: MOST }), undefined);
  });
});

describe('a stream that ends too soon', () => {
  const text = repeatingBytes(3000, 20);
  for (const [name, stream] of [
    ['with codes of its own', deflateRawSync(text)],
    ['with fixed codes', deflateRawSync(text, { strategy: constants.Z_FIXED })],
    ['not compressed', deflateRawSync(text, { level: 0 })],
  ] as const) {
    it(`gives all that is there, wherever it is cut: ${name}`, () => {
      for (let end = 0; end < stream.length; end++) {
        const cut = stream.subarray(0, end);
        const expected = inflatedByZlib(cut);
        assert.equal(expected?.end, 'cut');
        assert.deepEqual(inflated(cut), expected, `cut at ${end}`);
        assert.deepEqual(inflated(cut, { atOnce: 100 }), expected, `cut at ${end}, in pieces`);
      }
    });
  }

  it('gives all that is there of a long one', () => {
    const long = repeatingBytes(LONG, 50);
    const cut = deflateRawSync(long).subarray(0, -1000);
    assert.deepEqual(inflated(cut, { expected: LONG }), inflatedByZlib(cut));
  });
});

describe('what random archives once showed', () => {
  for (const [name, stream] of [
    ['no code for the lengths of codes, and then the end', 'BQAAAAAAAAAA'],
    ['the same behind a block that is whole', 'AAcA+P81FEBGLSdDNAEAAAc='],
    ['the same, with codes that are never read', 'DcEAAAAAAAAAAA=='],
  ] as const) {
    it(name, () => {
      const bytes = Buffer.from(stream, 'base64');
      const byZlib = inflatedByZlib(bytes);
      assert.deepEqual([byZlib?.end, inflated(bytes)], ['cut', byZlib]);
    });
  }
});

describe('what is left to others', () => {
  const text = repeatingBytes(5000, 20);
  const stream = deflateRawSync(text);

  it('a stream with more output than is allowed', () => {
    assert.deepEqual(inflated(stream, { most: 5000 }), whole(text, stream.length));
    assert.equal(inflated(stream, { most: 4999 }), undefined);
  });

  it('a block of no kind, or whose length is a lie', () => {
    assert.equal(inflated(brokenBlock), undefined);
    assert.equal(inflated(flipped(storedBlock('mail', true), 1)), undefined);
  });
});

describe('the checksum', () => {
  it('is that of zlib, whatever the length', () => {
    const bytes = repeatingBytes(10_000, 256);
    for (let length = 0; length <= 2000; length++) {
      const output = bytes.subarray(length, 2 * length);
      assert.deepEqual(inflated(deflateRawSync(output, { level: 0 })), whole(output, length + 5), `${length} bytes`);
    }
  });
});

describe('the module', () => {
  it('lies beside the bundles', () => {
    assert.ok(inflaterBeside(path.join(projectRoot(), 'dist')) instanceof Inflater);
    assert.equal(inflaterBeside(projectRoot()), undefined);
  });

  it('is not there where it can’t be run', () => {
    assert.equal(moduleOf(Buffer.from('no module')), undefined);
    assert.equal(Inflater.of({}), undefined);
  });
});
