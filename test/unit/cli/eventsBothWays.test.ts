import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, before, suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { readArguments } from '../../../server/src/node/cli/arguments';
import { events } from '../../../server/src/node/cli/events';
import { Output } from '../../../server/src/node/cli/output';
import { Progress } from '../../../server/src/node/cli/progress';
import { readHere } from '../../../server/src/node/scan/readHere';
import { createReadMet, type ReadMet } from '../../../server/src/node/scan/readMet';
import { writeDamagedTree } from '../../support/damagedTree';
import { LOG_FORMS } from '../../support/logForms';
import { projectRoot } from '../../support/projectRoot';
import { zip } from '../../support/zip';
import { anyEvent } from '../store/anyLog';
import { Collected } from './terminal';

const FILES = 7;
const SEED = 20260301;
const DELIVERED = 'AWSLogs/111122223333/CloudTrail/us-east-1/2026/02/01/111122223333.json';
const PACKED = { awslogs: { data: gzipSync('{"Records":[{"eventVersion":"1.08"}]}').toString('base64') } };

interface Listed {
  readonly stdout: string;
  readonly stderr: string;
  readonly isIncomplete: boolean;
}

suite('events lists the same whether logs are read one after the other or with the extractor in threads', () => {
  const inThreads = createReadMet({ workerFile: path.join(projectRoot(), 'dist', 'scanWorker.js') });
  let folder = '';
  // Logs as tools and services hand them on, in hundreds of forms: most of what there is to read.
  let forms = '';

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-ways-'));
    const at = (name: string): string => path.join(folder, name);
    await writeDamagedTree(at('trail'), FILES, SEED);
    forms = await mkdtemp(path.join(tmpdir(), 'workmail-trail-ways-'));
    for (const [name, to] of [
      ['containers', at('fixtures/containers')],
      ['damage', at('fixtures/damage')],
      ['several', at('fixtures/several')],
      ['forms', forms],
    ] as const)
      await cp(path.join(projectRoot(), 'test', 'fixtures', name), to, {
        recursive: true,
        filter: (file) => !file.endsWith('.expected.json'),
      });
    await mkdir(at('any'));
    for (const [form, { write }] of Object.entries(LOG_FORMS)) {
      const some = fc.sample(anyEvent, { seed: SEED + form.length, numRuns: 9 });
      await writeFile(at(`any/${form.replace(/\W/g, '-')}.log`), write(some));
    }
    const log = LOG_FORMS.pretty.write(fc.sample(anyEvent, { seed: SEED, numRuns: 30 }));
    const packed = gzipSync(log);
    const files: Readonly<Record<string, string | Uint8Array>> = {
      'odd/cut.json.gz': packed.subarray(0, -40),
      'odd/twice.json.gz': Buffer.concat([packed, packed]),
      'odd/archive.zip': zip([{ content: log }, { content: log, isEncrypted: true }]),
      'odd/utf-16.json': Buffer.from(`\ufeff${log}`, 'utf16le'),
      'odd/not-packed.json.gz': log,
      'odd/picture.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a),
      'odd/my-cloudtrail.json': '{"a":1}',
      'odd/other.json': '{"a":1}',
      'odd/packed.json': JSON.stringify(PACKED),
      'odd/node_modules/log.json': log,
      'odd/sp ace #%.json': log,
      [DELIVERED]: log,
    };
    for (const [name, content] of Object.entries(files)) {
      await mkdir(path.dirname(at(name)), { recursive: true });
      await writeFile(at(name), content);
    }
  });
  after(async () => {
    for (const each of [folder, forms]) await rm(each, { recursive: true, force: true });
  });

  async function listed(args: readonly string[], readMet: ReadMet): Promise<Listed> {
    const request = readArguments(['events', ...args]);
    assert.ok(request.command === 'events');
    const [stdout, stderr] = [new Collected(), new Collected()];
    const [output, complaints] = [new Output(stdout), new Output(stderr)];
    const around = {
      stdin: Readable.from([Buffer.from(LOG_FORMS.array.write(fc.sample(anyEvent, { seed: SEED, numRuns: 9 })))]),
      output,
      colour: false,
      progress: new Progress(undefined),
      stop: { isCancellationRequested: false },
      complain: (label: string, words: string) => complaints.write(`${label}: ${words}\n`),
    };
    const isIncomplete = await events(request, around, readMet);
    await output.flush();
    await complaints.flush();
    return { stdout: stdout.text(), stderr: stderr.text(), isIncomplete };
  }

  const ASKED_OF_ALL: readonly (readonly string[])[] = [
    ['--json'],
    ['--group', 'service,action', '--json'],
    ['--json', '--where', 'text:"us-east-1" or text:jane'],
  ];
  const ASKED: readonly (readonly string[])[] = [
    ['--csv', '--fields', 'file,index,time,eventID,malformed,actor,targets', '--sort=-time'],
    ['--sort', 'actor', '--limit', '200'],
    ['--group', 'file,errorCode', '--sort=-failed'],
    ['--json', '--where', 'is:failed or service:workmail'],
    ['--where', 'file:*e* -action:ListUsers', '--group', 'file,malformed'],
    ['--json', '--since', '2026-01-01T00:10:00Z', '--until', '2026-03-01'],
    ['--since', '2026-03-01', '--where', 'text:jane', '--group', 'action'],
  ];

  for (const args of [...ASKED_OF_ALL, ...ASKED]) {
    test(args.join(' '), async () => {
      const all = [...args, folder, ...(ASKED_OF_ALL.includes(args) ? [forms] : [])];
      const [one, threads] = [await listed(all, readHere), await listed(all, inThreads)];
      assert.ok(one.stdout.split('\n').length > 2, 'Nothing is listed.');
      assert.deepEqual(threads, one);
    });
  }

  test('logs that are named twice, in folders and beside them, in the order in which they are', async () => {
    const named = ['odd', 'any/pretty.log', 'nowhere', 'any', 'odd/cut.json.gz', 'any/pretty.log'];
    const all = ['--json', ...named.map((name) => path.join(folder, name)), '-', path.join(folder, 'trail')];
    assert.deepEqual(await listed(all, inThreads), await listed(all, readHere));
  });
});
