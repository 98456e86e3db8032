import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Stoppable } from '../../host/logFiles';
import type { FilePath } from '../filePath';
import { inflaterBeside } from '../inflaterFile';
import { FileHasher, type HashedFile, NOT_READ } from './hashFile';
import { type HashOrders, hashedIn } from './messages';

/** How files are hashed. */
export interface HashingOptions extends HashOrders {
  /** The bundle that a thread runs. */
  readonly workerFile: string;
  readonly stop: Stoppable;
  /** Whoever asked goes on working meanwhile: even few files are hashed by threads. */
  readonly isBeside?: boolean;
  /** Called with the number of files that are done, and of those that are known. */
  readonly progress: (done: number, of: number) => void;
}

/** Fewer files than this are hashed before a thread is started. */
const FEW = 48;
/** Long enough for messages to cost little, short enough for threads to end together. */
const MOST_IN_BATCH = 64;
/** A thread works on one batch while the next one waits for it. */
const BATCHES_AHEAD = 2;

/**
 * Hashes files with all processors, the first of them while others are still looked for. A file that ends its thread is told as unread, with those of
 * its batch; the others are read.
 */
export class Hashing {
  readonly #options: HashingOptions;
  readonly #paths: FilePath[] = [];
  readonly #hashed: (HashedFile | undefined)[] = [];
  readonly #threads = new Set<HashThread>();
  #next = 0;
  #done = 0;
  #isComplete = false;
  #finished: (() => void) | undefined;

  constructor(options: HashingOptions) {
    this.#options = options;
  }

  /** @returns the place at which `finish` tells what came of it */
  add(file: FilePath): number {
    this.#paths.push(file);
    if (this.#left >= MOST_IN_BATCH * BATCHES_AHEAD) this.#dispatch();
    return this.#paths.length - 1;
  }

  /** Waits for all of them. What was not begun when somebody wanted no more was not read. */
  async finish(): Promise<readonly HashedFile[]> {
    this.#isComplete = true;
    if (this.#paths.length < FEW && this.#options.isBeside !== true) await this.#hashHere();
    else
      await new Promise<void>((resolve) => {
        this.#finished = resolve;
        this.#dispatch();
        this.#tellEnd();
      });
    return Array.from(this.#paths, (_, at) => this.#hashed[at] ?? { content: { failure: NOT_READ } });
  }

  get #left(): number {
    return this.#options.stop.isCancellationRequested ? 0 : this.#paths.length - this.#next;
  }

  async #hashHere(): Promise<void> {
    const { limits, part, workerFile, stop, progress } = this.#options;
    const hasher = new FileHasher(limits, inflaterBeside(path.dirname(workerFile)), part);
    for (const [at, file] of this.#paths.entries()) {
      if (stop.isCancellationRequested) return;
      this.#hashed[at] = hasher.hash(file);
      progress(at + 1, this.#paths.length);
      await setImmediate();
    }
  }

  #dispatch(): void {
    while (this.#left > 0) {
      const thread = this.#idlest();
      if (thread === undefined) return;
      const share = this.#isComplete ? Math.ceil(this.#left / (this.#threads.size * BATCHES_AHEAD)) : MOST_IN_BATCH;
      const start = this.#next;
      this.#next = Math.min(start + Math.min(MOST_IN_BATCH, share), this.#paths.length);
      thread.give({ start, paths: this.#paths.slice(start, this.#next) });
    }
  }

  #idlest(): HashThread | undefined {
    const idlest = [...this.#threads].sort((left, right) => left.waiting - right.waiting)[0];
    if ((idlest?.waiting ?? 1) > 0 && this.#threads.size < availableParallelism()) return this.#start();
    return idlest !== undefined && idlest.waiting < BATCHES_AHEAD ? idlest : undefined;
  }

  #start(): HashThread {
    const { workerFile, limits, part, progress } = this.#options;
    const thread: HashThread = new HashThread(workerFile, { limits, part }, (start, hashed, isEnd) => {
      for (const [at, one] of hashed.entries()) this.#hashed[start + at] = one;
      this.#done += hashed.length;
      progress(this.#done, this.#paths.length);
      if (isEnd) this.#threads.delete(thread);
      this.#dispatch();
      this.#tellEnd();
    });
    this.#threads.add(thread);
    return thread;
  }

  #tellEnd(): void {
    const isWorking = [...this.#threads].some(({ waiting }) => waiting > 0);
    if (!this.#isComplete || this.#left > 0 || isWorking) return;
    for (const thread of this.#threads) thread.end();
    this.#threads.clear();
    this.#finished?.();
  }
}

/** Some files in a row. */
interface GivenBatch {
  /** The place of the first among all. */
  readonly start: number;
  readonly paths: readonly FilePath[];
}

/** One thread and the batches it was given. */
class HashThread {
  readonly #worker: Worker;
  readonly #given: GivenBatch[] = [];

  /** @param answered is given what came of a batch; at the end of the thread of each that was open, or of none */
  constructor(
    workerFile: string,
    orders: HashOrders,
    answered: (start: number, hashed: readonly HashedFile[], isEnd: boolean) => void,
  ) {
    this.#worker = new Worker(workerFile, { workerData: orders });
    this.#worker.on('message', (text: string) => answered(this.#given.shift()?.start ?? 0, hashedIn(text), false));
    let reason = '';
    this.#worker.on('error', (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    this.#worker.on('exit', (code) => {
      const failure = `the thread that read it ended (${reason === '' ? `exit code ${code}` : reason}).`;
      for (const { start, paths } of this.#given.splice(0))
        answered(
          start,
          paths.map(() => ({ content: { failure } })),
          true,
        );
    });
  }

  /** Batches that are not answered yet. */
  get waiting(): number {
    return this.#given.length;
  }

  give(batch: GivenBatch): void {
    this.#given.push(batch);
    this.#worker.postMessage(batch.paths);
  }

  end(): void {
    void this.#worker.terminate();
  }
}
