import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Stoppable } from '../../host/logFiles';
import { inflaterBeside } from '../inflaterFile';
import { FileHasher, type FileToHash, type HashedFile } from './hashFile';
import type { HashAnswers, HashOrders } from './messages';

/** How files are hashed. */
export interface HashingOptions extends HashOrders {
  /** The bundle that a thread runs. */
  readonly workerFile: string;
  readonly stop: Stoppable;
  /** Called with the number of files that are done. */
  readonly progress: (done: number) => void;
}

/** Fewer files than this are hashed before a thread is started. */
const FEW = 48;
/** Long enough for messages to cost little, short enough for threads to end together. */
const MOST_IN_BATCH = 64;
/** A thread works on one batch while the next one waits for it. */
const BATCHES_AHEAD = 2;

/**
 * Hashes files with all processors.
 *
 * @returns what came of each, at its place; undefined for those that were not begun when somebody wanted no more
 */
export async function hashFiles(
  files: readonly FileToHash[],
  options: HashingOptions,
): Promise<readonly (HashedFile | undefined)[]> {
  const found: (HashedFile | undefined)[] = new Array(files.length).fill(undefined);
  if (files.length < FEW) return hashHere(files, found, options);
  const threads = Math.min(availableParallelism(), Math.ceil(files.length / MOST_IN_BATCH));
  const share = Math.ceil(files.length / (threads * BATCHES_AHEAD));
  const work = { files, found, next: 0, done: 0, size: Math.min(MOST_IN_BATCH, share) };
  await Promise.all(Array.from({ length: threads }, () => thread(work, options)));
  return found;
}

async function hashHere(
  files: readonly FileToHash[],
  found: (HashedFile | undefined)[],
  { limits, wantsBytes, workerFile, stop, progress }: HashingOptions,
): Promise<readonly (HashedFile | undefined)[]> {
  const hasher = new FileHasher(limits, inflaterBeside(path.dirname(workerFile)), wantsBytes);
  for (const [at, file] of files.entries()) {
    if (stop.isCancellationRequested) break;
    found[at] = hasher.hash(file);
    progress(at + 1);
    await setImmediate();
  }
  return found;
}

/** What threads share: files are taken from the front. */
interface Work {
  readonly files: readonly FileToHash[];
  readonly found: (HashedFile | undefined)[];
  readonly size: number;
  next: number;
  done: number;
}

/** Runs one thread until nothing is left. Files that end it are told as unread; the others are taken by a new one. */
async function thread(work: Work, options: HashingOptions): Promise<void> {
  while (work.next < work.files.length && !options.stop.isCancellationRequested) {
    const { limits, wantsBytes, workerFile } = options;
    const orders: HashOrders = { limits, wantsBytes };
    const worker = new Worker(workerFile, { workerData: orders });
    await runThread(worker, work, options);
    await worker.terminate();
  }
}

function runThread(worker: Worker, work: Work, { stop, progress }: HashingOptions): Promise<void> {
  return new Promise((resolve) => {
    const given: number[] = [];
    const give = (): void => {
      while (given.length < BATCHES_AHEAD && work.next < work.files.length && !stop.isCancellationRequested) {
        given.push(work.next);
        worker.postMessage(work.files.slice(work.next, work.next + work.size));
        work.next += work.size;
      }
      if (given.length === 0) resolve();
    };
    worker.on('message', (answers: HashAnswers) => {
      const start = given.shift() ?? 0;
      for (const [at, answer] of answers.entries()) work.found[start + at] = answer;
      work.done += answers.length;
      progress(work.done);
      give();
    });
    const ended = (error: unknown): void => {
      const reason = `the thread that read it ended (${error instanceof Error ? error.message : String(error)}).`;
      for (const start of given.splice(0))
        for (let at = start; at < Math.min(start + work.size, work.files.length); at++)
          work.found[at] = { content: { failure: reason }, bytes: undefined };
      resolve();
    };
    worker.on('error', ended);
    worker.on('exit', (code) => ended(`exit code ${code}`));
    give();
  });
}
