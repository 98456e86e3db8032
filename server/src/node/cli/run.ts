import type { Writable } from 'node:stream';
import { version } from '../../../../package.json';
import { defaultLimits } from '../../bytes/limits';
import { terminal } from '../../core';
import { readArguments } from './arguments';
import { check } from './check';
import { help } from './help';
import { Output, ReaderGone } from './output';
import { type ReadLog, readLog } from './readLog';
import { summarize } from './summarize';

/** What the program needs of the process it runs in. */
export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Whether the output may have colours. */
  readonly colour: boolean;
}

/** One of the files that were asked for. */
export interface Input {
  /** As it was given. */
  readonly file: string;
  /** As it is called towards people. */
  readonly label: string;
  readonly read: ReadLog;
}

export type Inputs = AsyncIterable<Input>;

const CLEAN = 0;
const PROBLEMS = 1;
const UNUSABLE = 2;

/**
 * Runs one command line.
 *
 * @param args the words after the name of the program
 * @returns the exit code: 0 clean, 1 errors or warnings found, 2 wrong usage or an input that could not be read completely
 */
export async function run(args: readonly string[], { stdin, stdout, stderr, colour }: Streams): Promise<number> {
  const output = new Output(stdout);
  const complaints = new Output(stderr);
  let failed = false;
  async function* inputs(files: readonly string[]): Inputs {
    for (const file of files) {
      const label = file === '-' ? 'standard input' : file;
      const read = await readLog(file, stdin, defaultLimits);
      const sayOf = (words: string) => complaints.write(`workmail-trail: ${terminal(label)}: ${terminal(words)}\n`);
      if ('failure' in read) {
        failed = true;
        await sayOf(read.failure);
      } else {
        failed ||= read.notes.some(({ isLoss }) => isLoss);
        for (const { message } of read.notes) await sayOf(message);
      }
      yield { file, label, read };
    }
  }
  try {
    const code = await obey();
    await output.flush();
    return failed ? UNUSABLE : code;
  } catch (error) {
    if (error instanceof ReaderGone) return failed ? UNUSABLE : CLEAN;
    throw error;
  }

  async function obey(): Promise<number> {
    const request = readArguments(args);
    switch (request.command) {
      case 'help':
        await output.write(help);
        return CLEAN;
      case 'version':
        await output.write(`${version}\n`);
        return CLEAN;
      case 'misused':
        await complaints.write(`workmail-trail: ${terminal(request.reason)} See workmail-trail --help.\n`);
        return UNUSABLE;
      case 'check':
        return (await check(inputs(request.files), output, { ...request, colour })) ? PROBLEMS : CLEAN;
      case 'summarize':
        await summarize(inputs(request.files), output, request);
        return CLEAN;
    }
  }
}
