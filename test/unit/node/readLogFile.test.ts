import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { defaultLimits } from '../../../server/src/host/limits';
import { readLogFile } from '../../../server/src/node/files/readLogFile';

const text = '{"eventVersion":"1.08"}\n';
const modified = Date.UTC(2026, 2, 1);

let folder: string;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-files-'));
});
after(() => rm(folder, { recursive: true }));

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  await utimes(file, modified / 1000, modified / 1000);
  return file;
}

suite('a log file', () => {
  test('plain', async () => {
    assert.deepEqual(await readLogFile(await fileOf('a.json', text), defaultLimits), {
      text,
      notes: [],
      size: text.length,
      modified,
      isCompressed: false,
    });
  });

  test('compressed', async () => {
    const bytes = gzipSync(text);
    assert.deepEqual(await readLogFile(await fileOf('a.json.gz', bytes), defaultLimits), {
      text,
      notes: [],
      size: bytes.length,
      modified,
      isCompressed: true,
    });
  });

  test('compressed, and large enough to be inflated aside', async () => {
    const long = Array.from(
      { length: 40_000 },
      (_, index) => `{"eventID":"${(index * 2_654_435_761) % 2 ** 32}"}\n`,
    ).join('');
    const bytes = gzipSync(long, { level: 1 });
    assert.ok(bytes.length > 64 * 1024);
    const file = await fileOf('large.json.gz', bytes);
    assert.deepEqual(await readLogFile(file, defaultLimits), {
      text: long,
      notes: [],
      size: bytes.length,
      modified,
      isCompressed: true,
    });
    await truncate(file, bytes.length - 1000);
    const cut = await readLogFile(file, defaultLimits);
    assert.ok('text' in cut && long.startsWith(cut.text) && cut.text.length > long.length * 0.9);
    assert.deepEqual(cut.notes, [
      {
        code: 'cut',
        message: `it ends too soon: its text is read up to ${cut.text.length.toLocaleString('en-US')} bytes, the rest is missing.`,
        isLoss: true,
      },
    ]);
  });

  for (const [name, content, notes] of [
    ['json.gz', text, [['name', 'its name says that it is compressed, but it is not; it is read as it is.']]],
    ['zipped.json', gzipSync(text), [['name', 'its name does not say so, but it is compressed; it is unpacked.']]],
    ['empty.json.gz', '', [['empty', 'it is empty.']]],
  ] as const) {
    test(`whose name misleads: ${name}`, async () => {
      const read = await readLogFile(await fileOf(name, content), defaultLimits);
      assert.ok('notes' in read);
      assert.deepEqual(
        read.notes,
        notes.map(([code, message]) => ({ code, message, isLoss: false })),
      );
    });
  }

  test('longer than the limit: the beginning', async () => {
    const content = text.repeat(10_000);
    assert.deepEqual(await readLogFile(await fileOf('long.json', content), { ...defaultLimits, size: 50 }), {
      text: text.repeat(2),
      notes: [
        {
          code: 'limit',
          message: 'it is read up to 50 bytes: the setting workmailTrail.limits.size allows no more.',
          isLoss: true,
        },
      ],
      size: content.length,
      modified,
      isCompressed: false,
    });
  });

  test('of 3 GB, which is never read whole', async () => {
    const file = await fileOf('huge.json', text);
    await truncate(file, 3 * 1024 ** 3);
    const read = await readLogFile(file, { ...defaultLimits, size: 1000 });
    assert.ok('text' in read);
    assert.deepEqual(
      [read.text.length, read.size, read.notes.map(({ code }) => code)],
      [text.length, 3 * 1024 ** 3, ['limit']],
    );
  });

  test('behind a link', async () => {
    const link = path.join(folder, 'link.json');
    await symlink(await fileOf('target.json', text), link);
    const read = await readLogFile(link, defaultLimits);
    assert.ok('text' in read);
    assert.equal(read.text, text);
  });
});

suite('what is no log file', () => {
  test('is not there', async () => {
    assert.deepEqual(await readLogFile(path.join(folder, 'none.json'), defaultLimits), {
      failure: 'there is no such file.',
    });
  });

  test('has a name that no file can have', async () => {
    assert.deepEqual(await readLogFile('a\0b', defaultLimits), { failure: 'no file can have such a name.' });
  });

  test('is a folder', async () => {
    await mkdir(path.join(folder, 'sub.json'));
    assert.deepEqual(await readLogFile(path.join(folder, 'sub.json'), defaultLimits), {
      failure: 'it is a folder; name the files in it.',
    });
  });

  test('is a pipe: it is not opened, which would wait for ever', async () => {
    const pipe = path.join(folder, 'pipe.json');
    execFileSync('mkfifo', [pipe]);
    assert.deepEqual(await readLogFile(pipe, defaultLimits), {
      failure: 'it is a pipe, not a file; a terminal command reads one as standard input.',
    });
  });

  test('is a socket', async () => {
    const address = path.join(folder, 'socket.json');
    const server = createServer().listen(address);
    await once(server, 'listening');
    try {
      assert.deepEqual(await readLogFile(address, defaultLimits), { failure: 'it is a socket, not a file.' });
    } finally {
      server.close();
    }
  });

  test('is a device', async () => {
    assert.deepEqual(await readLogFile('/dev/null', defaultLimits), { failure: 'it is a device, not a file.' });
  });

  test('is a link that leads nowhere or back', async () => {
    const [lost, ring] = [path.join(folder, 'lost'), path.join(folder, 'ring')];
    await symlink(path.join(folder, 'nothing'), lost);
    await symlink(ring, ring);
    assert.deepEqual(await readLogFile(lost, defaultLimits), { failure: 'there is no such file.' });
    assert.deepEqual(await readLogFile(ring, defaultLimits), { failure: 'it is a link that leads back to itself.' });
  });
});
