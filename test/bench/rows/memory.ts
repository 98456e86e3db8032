import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import budgets from '../../../budgets.json';
import { runProgram } from '../child';
import { atMost, duration, megabytesOf, type Section } from '../section';

/** A command line that was run to its end. */
export interface CommandRun {
  readonly ms: number;
  readonly code: number;
  /** The most memory that the process held. */
  readonly peakBytes: number;
  /** What it wrote to standard error. */
  readonly complaints: string;
}

const { compressedMegabytes, emptyMegabytes } = budgets.memory.traps;
const GB = 1024 ** 3;
const MB = 1024 ** 2;
const RECORD =
  '{"eventVersion":"1.11","eventSource":"workmail.amazonaws.com","eventName":"ListUsers","awsRegion":"us-east-1"}';

interface Trap {
  readonly what: string;
  readonly name: string;
  readonly make: (file: string) => Promise<void>;
  /** The most it may take, in MB. */
  readonly figure: number;
}

const TRAPS: readonly Trap[] = [
  { what: '1 GiB of zeros in gzip', name: 'zeros.json.gz', make: bomb('\0'), figure: compressedMegabytes },
  { what: '1 GiB of spaces in gzip', name: 'spaces.json.gz', make: bomb(' '), figure: compressedMegabytes },
  {
    what: '1 GiB of one record in gzip',
    name: 'record.json.gz',
    make: bomb(`${RECORD}\n`),
    figure: compressedMegabytes,
  },
  { what: '8 GiB of zeros', name: 'sparse.json', make: (file) => sparse(file, ''), figure: emptyMegabytes },
  {
    what: 'a record and 8 GiB of zeros',
    name: 'begun.json',
    make: (file) => sparse(file, RECORD),
    figure: emptyMegabytes,
  },
];

/** Files that are made to fill a machine, or do so by accident, and what each command takes for them. */
export async function measureMemory(): Promise<Section> {
  const rows: string[][] = [];
  const folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-memory-'));
  try {
    for (const { what, name, make, figure } of TRAPS) {
      const file = path.join(folder, name);
      await make(file);
      for (const args of [
        ['check', file],
        ['summarize', file],
        ['summarize', folder],
      ]) {
        const { result } = await runProgram<CommandRun>('memoryProduct', { args });
        const { ms, peakBytes, code } = result;
        const place = args[1] === folder ? 'its folder' : 'the file';
        const peak = Math.round(peakBytes / 1e6);
        rows.push([
          what,
          `${args[0]} ${place}`,
          String(code),
          megabytesOf(peakBytes),
          atMost(peak, figure, ' MB'),
          duration(ms),
        ]);
      }
      await rm(file);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return {
    title: 'Files that could fill a machine',
    method:
      'The terminal command, each in a process of its own, on one file alone. Memory: the most that the process held, Node itself and ' +
      'its threads included. Exit code 2 says that something was not read; what, stands in the result.',
    columns: ['file', 'command', 'exit code', 'memory', 'figure', 'time'],
    rows,
  };
}

function bomb(unit: string): (file: string) => Promise<void> {
  const piece = Buffer.alloc(MB, unit);
  return async (file) => {
    const pieces = Array.from({ length: GB / MB }, () => piece);
    await pipeline(Readable.from(pieces), createGzip(), createWriteStream(file));
  };
}

async function sparse(file: string, beginning: string): Promise<void> {
  await writeFile(file, beginning);
  await truncate(file, 8 * GB);
}
