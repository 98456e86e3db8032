import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { after, before, suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { readArguments } from '../../../server/src/node/cli/arguments';
import { exportEvents } from '../../../server/src/node/cli/export';
import { Output } from '../../../server/src/node/cli/output';
import { Progress } from '../../../server/src/node/cli/progress';
import { createReadMet } from '../../../server/src/node/scan/readMet';
import { writeDamagedTree } from '../../support/damagedTree';
import { LOG_FORMS } from '../../support/logForms';
import { projectRoot } from '../../support/projectRoot';
import { recordOf } from '../investigate/given';
import { anyEvent } from '../store/anyLog';
import { hostileLog } from './hostile';

const SEED = 20260301;
const FILES = 7;
const ID = '0f6ba5f2-5c1e-4a51-9b0e-3b1c2d4e5f60';
/** Nothing is in it, and so nothing is wrong with it. */
const EMPTY = '{"Records":[]}';

/** What was exported, line by line, and what was said. */
interface Told {
  readonly lines: readonly string[];
  readonly said: readonly string[];
  readonly isIncomplete: boolean;
}

/** What differs, and not thousands of lines that are the same. */
function differing(one: Told, other: Told): readonly unknown[] {
  const at = one.lines.findIndex((line, index) => line !== other.lines[index]);
  const isLine = at >= 0 || one.lines.length !== other.lines.length;
  const isRest = JSON.stringify({ ...one, lines: [] }) !== JSON.stringify({ ...other, lines: [] });
  return [
    ...(isLine ? [at, one.lines[at], other.lines[at]] : []),
    ...(isRest
      ? [one.said.filter((word) => !other.said.includes(word)), other.said.filter((word) => !one.said.includes(word))]
      : []),
  ];
}

suite('an export is the same, byte for byte, whoever writes it', () => {
  let folder = '';

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-written-'));
    const at = (name: string): string => path.join(folder, name);
    await writeDamagedTree(at('trail'), FILES, SEED);
    for (const name of ['containers', 'damage', 'own-logs'])
      await cp(path.join(projectRoot(), 'test', 'fixtures', name), at(`fixtures/${name}`), {
        recursive: true,
        filter: (file) => !file.endsWith('.expected.json'),
      });
    await mkdir(at('any'));
    for (const [form, { write }] of Object.entries(LOG_FORMS)) {
      const some = fc.sample(anyEvent, { seed: SEED + form.length, numRuns: 9 });
      await writeFile(at(`any/${form.replace(/\W/g, '-')}.log`), write(some));
    }
    const plain = Array.from({ length: 300 }, (_, index) =>
      recordOf(index % 3 === 0 ? 'CreateUser' : 'ListUsers', {
        eventID: `0f6ba5f2-5c1e-4a51-9b0e-${String(index).padStart(12, '0')}`,
        ...(index % 7 === 0 && {
          errorMessage: '=1+1',
          requestParameters: { 'a "b" c': ['}', '\\'], responseElements: 1 },
        }),
        ...(index % 11 === 0 && { requestParameters: null, userAgent: 'Zoë' }),
      }),
    );
    // More than a piece holds, by bytes and by rows.
    const many = Array.from({ length: 2_000 }, (_, index) =>
      recordOf('ListUsers', { eventID: `1a6ba5f2-5c1e-4a51-9b0e-${String(index).padStart(12, '0')}` }),
    );
    const whole = recordOf('CreateUser', { eventID: ID });
    const odd = recordOf('CreateUser', { eventID: ID, userIdentity: 'nobody' });
    // A log of WorkMail itself that is delivered twice, with fewer fields the first time.
    const reads = Array.from({ length: 40 }, (_, index) => ({
      event_timestamp: 1_772_359_324_120 + (index >> 2),
      request_id: `00000003-0000-4000-8000-${String(index >> 2).padStart(12, '0')}`,
      organization_arn: 'arn:aws:workmail:us-east-1:111111111111:organization/m-0123456789abcdef0123456789abcdef',
      user_id: 'a1b2c3d4-0000-4111-8222-333344445555',
      protocol: 'EWS',
      source_ip: '203.0.113.66',
      action: 'read',
      object_type: 'Message',
      item_id: `item-${index}`,
      folder_path: '/Inbox',
      action_allowed: index % 3 > 0,
    }));
    const less = reads.map(({ folder_path, action_allowed, ...rest }) => rest);
    const lines = (records: readonly object[]): string =>
      records.map((record) => `${JSON.stringify(record)}\n`).join('');
    const files: Readonly<Record<string, string | Uint8Array>> = {
      'delivered/1.jsonl': lines(less),
      'delivered/2.jsonl.gz': gzipSync(lines(reads)),
      'delivered/3.jsonl': lines(less.slice(10)),
      'copies/1.json': JSON.stringify({ Records: [odd, ...plain.slice(0, 30)] }),
      'copies/2.json': JSON.stringify({ Records: [whole, ...plain.slice(10, 40)] }),
      'copies/3.json': JSON.stringify({ Records: [odd, whole] }),
      'hostile.json': hostileLog,
      'many/1.json.gz': gzipSync(JSON.stringify({ Records: many })),
      'many/2.json.gz': gzipSync(JSON.stringify({ Records: many.slice(0, 1) })),
      'many/3.json': JSON.stringify({ Records: many.slice(1_900) }),
      'plain.json.gz': gzipSync(JSON.stringify({ Records: plain })),
      'pretty.json': JSON.stringify({ Records: plain }, undefined, 2),
      'spaced.json': JSON.stringify({ Records: plain }).replaceAll('":', '" : ').replaceAll(',"', ' ,"'),
    };
    for (const name of ['copies', 'delivered', 'many']) await mkdir(at(name));
    for (const [name, content] of Object.entries(files)) await writeFile(at(name), content);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function told(threads: number, ...args: readonly string[]): Promise<Told> {
    const request = readArguments(['export', ...args]);
    assert.ok(request.command === 'export');
    const chunks: Buffer[] = [];
    const said: string[] = [];
    const output = new Output(
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          chunks.push(chunk);
          done();
        },
      }),
    );
    const around = {
      stdin: Readable.from([Buffer.from(EMPTY)]),
      output,
      colour: false,
      progress: new Progress(undefined),
      stop: { isCancellationRequested: false },
      complain: async (label: string, words: string) => {
        said.push(`${label}: ${words}`);
      },
    };
    const workerFile = path.join(projectRoot(), 'dist', 'scanWorker.js');
    const isIncomplete = await exportEvents(request, around, createReadMet({ workerFile, threads }));
    await output.flush();
    return { lines: Buffer.concat(chunks).toString('latin1').split('\n'), said, isIncomplete };
  }

  for (const [format, ...options] of [
    ['csv'],
    ['tsv', '--where', 'is:write'],
    ['jsonl'],
    ['parquet'],
    ['xlsx'],
    ['xlsx', '--where', 'is:write'],
    ['csv', '--where', 'text:Zoë'],
    ['jsonl', '--since', '2026-02-01', '--where', 'actor:*e*'],
  ] as const) {
    test([format, ...options].join(' '), async () => {
      // With standard input among what is read, it is written where all rows come together.
      const together = await told(2, '--format', format, ...options, folder, '-');
      assert.ok(together.lines.length > 20);
      for (const threads of options.length === 0 ? [1, 3] : [3])
        assert.deepEqual(differing(await told(threads, '--format', format, ...options, folder), together), []);
    });
  }
});
