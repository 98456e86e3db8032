import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { defaultLimits } from '../../../server/src/host/limits';
import { wantedBytes } from '../../../server/src/node/files/wantedBytes';

const KB = 1024;
const MB = 1024 * KB;
const limits = { ...defaultLimits, size: 40 * MB };
const log = '{"eventVersion":"1.08"}';

interface Read {
  readonly text: string;
  /** Bytes that were read, and bytes of memory that were asked for to hold them. */
  readonly read: number;
  readonly held: number;
  readonly notes: readonly string[];
}

/** Reads a file of a size that holds these texts at these offsets, and zeros else. */
function readOf(size: number, texts: Readonly<Record<number, string | Uint8Array>>): Read {
  let [read, held] = [0, 0];
  const reading = wantedBytes(size, limits, (length) => {
    held += length;
    return Buffer.alloc(length);
  });
  let next = reading.next();
  while (!next.done) {
    const { into, at } = next.value;
    into.fill(0);
    for (const [offset, content] of Object.entries(texts)) {
      for (const [index, byte] of Buffer.from(content).entries()) {
        const place = Number(offset) + index - at;
        if (place >= 0 && place < into.length) into[place] = byte;
      }
    }
    const length = Math.min(into.length, size - at);
    read += length;
    next = reading.next(length);
  }
  const { bytes, notes } = next.value;
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return { text: bytes.toString('latin1', 0, end), read, held, notes: notes.map(({ message }) => message) };
}

suite('what is read of a file', () => {
  test('all of a small one, at once', () => {
    assert.deepEqual(readOf(100, { 0: log }), { text: log, read: 100, held: 100, notes: [] });
  });

  test('the first bytes of a picture, however large', () => {
    const { read, held } = readOf(8 * KB * MB, { 0: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) });
    assert.deepEqual([read, held], [64 * KB, 0]);
  });

  test('the first bytes of an archive that is not unpacked here', () => {
    const { read, held } = readOf(8 * KB * MB, { 0: Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd) });
    assert.deepEqual([read, held], [64 * KB, 0]);
  });

  test('none of 8 GB of zeros is held; they are looked through up to the limit', () => {
    const { text, read, held } = readOf(8 * KB * MB, {});
    assert.deepEqual([text, read, held], ['', 40 * MB + 2 * 64 * KB, 0]);
  });

  test('a log without the zeros behind it', () => {
    const { text, notes } = readOf(30 * MB, { 0: log });
    const zeros = (30 * MB - log.length).toLocaleString('en-US');
    assert.deepEqual([text, notes], [log, [`it is filled up with zeros behind its text, ${zeros} bytes.`]]);
  });

  test('all, where the first event stands far behind', () => {
    const { text } = readOf(30 * MB, { 29000000: log });
    assert.equal(text.slice(-log.length), log);
  });

  test('all, where the first name of an event lies across two pieces', () => {
    const { text } = readOf(30 * MB, { [8 * MB - 4]: 'eventVersion' });
    assert.equal(text.slice(-12), 'eventVersion');
  });
});
