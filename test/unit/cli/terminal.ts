/** Runs the command line program inside a test, as a terminal or a pipe would. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { Stoppable } from '../../../server/src/host/logFiles';
import { run } from '../../../server/src/node/cli/run';
import { projectRoot } from '../../support/projectRoot';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** What standard input holds. */
  readonly stdin?: string | Uint8Array;
  readonly colour?: boolean;
  readonly isWatched?: boolean;
  readonly isPlain?: boolean;
  readonly isTerminal?: boolean;
  readonly stop?: Stoppable;
}

export async function ran(args: readonly string[], { stdin = '', ...options }: RunOptions = {}): Promise<Ran> {
  const [stdout, stderr] = [new Collected(), new Collected()];
  const workerFile = path.join(projectRoot(), 'dist', 'scanWorker.js');
  const code = await run(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    colour: false,
    workerFile,
    ...options,
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** Takes little at a time, so that a writer has to wait for it. */
export class Collected extends Writable {
  readonly #chunks: Buffer[] = [];

  constructor() {
    super({ highWaterMark: 16 });
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk);
    setImmediate(done);
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}

/** Runs with a folder that holds these files and is gone afterwards. */
export async function withFiles<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (pathOf: (name: string) => string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-cli-'));
  const pathOf = (name: string): string => path.join(folder, name);
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(pathOf(name), content);
    return await use(pathOf);
  } finally {
    await rm(folder, { recursive: true });
  }
}
