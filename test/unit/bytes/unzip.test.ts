import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { defaultLimits } from '../../../server/src/host/limits';
import { flipped } from '../../support/gzip';
import { unpackBothWays } from '../../support/unpackBothWays';
import { zip, zipFiles } from '../../support/zip';

const text = '{"eventVersion":"1.08","eventName":"CreateUser"}';
const other = '{"eventVersion":"1.08","eventName":"DeleteUser"}';
const both = `${text}\n${other}`;
const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13);

const one = 'it is a zip archive; the one file in it is read.';
const several = (files: number): string => `it is a zip archive; its ${files} files are read, one behind another.`;

const some = (texts: number, files: number): string =>
  `it is a zip archive; ${texts} of its ${files} files ${texts === 1 ? 'is a text, which is' : 'are texts, which are'} read.`;

/** The text of an archive, and what is said of it; a loss begins with `!`. */
function read(bytes: Uint8Array, limits = defaultLimits): readonly string[] {
  const unpacked = unpackBothWays(bytes, bytes.length, limits);
  if ('failure' in unpacked) return [unpacked.failure];
  return [
    Buffer.from(unpacked.bytes).toString(),
    ...unpacked.notes.map(({ message, isLoss }) => `${isLoss ? '!' : ''}${message}`),
  ];
}

suite('a zip archive', () => {
  for (const [what, options] of [
    ['deflated', {}],
    ['stored', { method: 0 }],
    ['deflated while its size was not known', { isStreamed: true }],
    ['stored while its size was not known', { isStreamed: true, method: 0 }],
  ] as const) {
    test(`of a file that is ${what}`, () => assert.deepEqual(read(zip([{ content: text, ...options }])), [text, one]));
    test(`of two files that are ${what}`, () => {
      const archive = zip([
        { content: text, ...options },
        { content: other, ...options },
      ]);
      assert.deepEqual(read(archive), [both, several(2)]);
    });
  }
  test('of a folder of compressed logs', () => {
    const archive = zip([
      { name: 'AWSLogs/', content: '', method: 0 },
      { name: 'AWSLogs/a.json.gz', content: gzipSync(text) },
      { name: '__MACOSX/AWSLogs/._a.json.gz', content: picture },
      { name: 'AWSLogs/b.json.gz', content: gzipSync(gzipSync(other)), method: 0 },
    ]);
    assert.deepEqual(read(archive), [both, several(2)]);
  });
  test('in gzip', () => {
    const nested = 'it is compressed more than once, one container in another.';
    assert.deepEqual(read(gzipSync(zip([{ content: text }]))), [text, nested, `inside, ${one}`]);
  });
  test('without anything in it', () => {
    assert.deepEqual(read(zip([])), ['it is a zip archive, and there is nothing in it.']);
  });
  test('of which the directory is lost', () => {
    assert.deepEqual(read(zipFiles([{ content: text }, { content: other }])), [both, several(2)]);
  });
  test('of which the directory names fewer files than there are', () => {
    const archive = zip([{ content: text }, { content: other }]);
    const end = archive.lastIndexOf('PK\x05\x06');
    // As writers do that know no ZIP64: the number of files, less 65,536.
    for (const count of [8, 10]) archive.writeUInt16LE(1, end + count);
    assert.deepEqual(read(archive), [both, several(2)]);
  });
  test('with a file that is no text', () => {
    const archive = zip([{ content: picture }, { content: text }]);
    assert.deepEqual(read(archive), [text, some(1, 2), 'in its file 1, there is no text; it is left out.']);
  });
  test('with files that cannot be read', () => {
    const archive = zip([{ content: text, isEncrypted: true }, { content: text, method: 12 }, { content: other }]);
    assert.deepEqual(read(archive), [
      other,
      some(1, 3),
      '!in its file 1, it is encrypted; unpack it with its password and open the result.',
      '!in its file 2, it is compressed in a way that is not read here; unpack it to see it.',
    ]);
  });
  test('with some files that are texts', () => {
    const archive = zip([{ content: text }, { content: picture }, { content: other }]);
    assert.deepEqual(read(archive), [both, some(2, 3), 'in its file 2, there is no text; it is left out.']);
  });
  test('with nothing but a picture', () => {
    assert.deepEqual(read(zip([{ content: picture }])), [
      '',
      'it is a zip archive; there is no text in it.',
      'in its file 1, there is no text; it is left out.',
    ]);
  });
  test('in which all is encrypted', () => {
    assert.deepEqual(read(zip([{ content: text, isEncrypted: true }])), [
      'in its file 1, it is encrypted; unpack it with its password and open the result.',
    ]);
  });
  for (const isStreamed of [false, true]) {
    test(`with a wrong checksum${isStreamed ? ' behind the file' : ''}`, () => {
      assert.deepEqual(read(zip([{ content: text, checksum: 1, isStreamed }, { content: other }])), [
        both,
        several(2),
        '!in its file 1, its text does not match its checksum: one of the two was changed or damaged, and nobody can tell where.',
      ]);
    });
  }
});

suite('a damaged zip archive', () => {
  const long = `[${Array.from({ length: 200 }, (_, at) => `{"eventVersion":"1.08","eventID":"${at * 7919}"}`).join(',')}]`;

  test('gives what stands before the place where it is cut, wherever that is', () => {
    for (const method of [0, 8]) {
      const archive = zipFiles([{ content: long, method }]);
      for (let end = 4; end < archive.length; end++) {
        const [found = '', ...notes] = read(archive.subarray(0, end));
        if (notes.length === 0) assert.match(found, /^(?:in its file 1, )?it /, `cut at ${end}`);
        else assert.ok(long.startsWith(found) && notes.some((note) => note.startsWith('!')), `cut at ${end}`);
      }
    }
  });
  test('gives the file behind one that is damaged, whichever byte it is', () => {
    const first = zipFiles([{ content: long }]);
    const second = zipFiles([{ content: other }]);
    for (let at = 60; at < first.length; at += 7) {
      const [found = '', ...notes] = read(Buffer.concat([flipped(first, at), second]));
      assert.ok(found.endsWith(other), `byte ${at}`);
      assert.ok(
        notes.some((note) => note.startsWith('!in its file 1')),
        `byte ${at}`,
      );
    }
  });
});

suite('a zip archive stops', () => {
  const archive = zip([{ content: text }, { content: other }]);

  test('at the limit of files', () => {
    assert.deepEqual(read(archive, { ...defaultLimits, members: 1 }), [
      text,
      one,
      '!only its first member is read: the setting workmailTrail.limits.members allows no more.',
    ]);
  });
  test('at the limit of files, of which folders are some', () => {
    const folder = { name: 'a/', content: '', method: 0 };
    assert.deepEqual(read(zip([folder, { content: text }, folder]), { ...defaultLimits, members: 2 }), [
      text,
      one,
      '!only its first 2 members are read: the setting workmailTrail.limits.members allows no more.',
    ]);
  });
  test('at the limit of depth, which is named', () => {
    const archive = zip([{ content: gzipSync(gzipSync(text)) }, { content: other }]);
    assert.deepEqual(read(archive, { ...defaultLimits, depth: 2 }), [
      other,
      some(1, 2),
      '!in its file 1, it is compressed more than 2 times, one container in another, and the setting workmailTrail.limits.depth allows no more.',
    ]);
  });
  test('at the limit of size, which is said once of a compressed log in it, too', () => {
    const archive = zip([{ content: gzipSync('['.repeat(1000)) }]);
    assert.deepEqual(read(archive, { ...defaultLimits, size: 100 }), [
      '['.repeat(100),
      one,
      '!its text is read up to 100 bytes: the setting workmailTrail.limits.size allows no more.',
    ]);
  });
  test('at the limit of size', () => {
    const bomb = zip(Array.from({ length: 20 }, () => ({ content: '['.repeat(1000) })));
    const [found = '', , note] = read(bomb, { ...defaultLimits, size: 5500 });
    assert.equal(found, `${'['.repeat(1000)}\n`.repeat(5));
    assert.equal(note, '!its text is read up to 5,500 bytes: the setting workmailTrail.limits.size allows no more.');
  });
});
