import { Worker } from 'node:worker_threads';
import type { FileStretch } from '../../host/logFiles';
import type { Piece } from '../writing/messages';
import { keepYoungSmall } from '../youngRoom';
import { answersIn } from './answersText';
import type { Answer, Batch, FileToRead, ThreadMessage, WorkerOrders } from './messages';
import { reasons } from './reasons';
import { type ReceivedChunks, ReceivedRows, stretchesIn } from './receivedRows';

/** How files are read in threads, and who is told. */
export interface ThreadsOptions {
  /** The bundle that a thread runs. */
  readonly workerFile: string;
  readonly threads: number;
  readonly orders: Omit<WorkerOrders, 'begun'>;
  /** Called with what came of some files, as soon as it is known. */
  readonly answered: (files: readonly Answered[]) => void;
  /** Called with what threads wrote, before the files are answered. */
  readonly written?: ((piece: Piece) => void) | undefined;
}

/** A file and what came of it. */
export interface Answered {
  readonly file: FileToRead;
  /** `crashed`: reading this file ended its thread. `unread`: no thread can be had, for the reason told. */
  readonly answer: Read | { readonly kind: 'crashed' } | { readonly kind: 'unread'; readonly reason: string };
}

/** An answer of a thread, with its rows at hand. */
type Read =
  | Exclude<Answer, { readonly kind: 'scanned' }>
  | (Omit<Extract<Answer, { readonly kind: 'scanned' }>, 'stretches'> & { readonly stretches: readonly FileStretch[] });

/** A thread works on one batch while the next one waits for it. */
const BATCHES_AHEAD = 2;
/** Long enough for messages to cost little, short enough for threads to end together. */
const MOST_IN_BATCH = 32;
/** A walk that has found so many more files than are read waits. */
const MOST_WAITING = 20_000;
/** The same where nothing is kept of a file that was read, so that what waits would be the larger part. */
const FEW_WAITING = 2_000;
/** After so many threads in a row that ended before they read anything, no more are started. */
const MOST_FALSE_STARTS = 3;
/**
 * Room of a thread for values that nobody has kept yet, in megabytes: nearly all of them are forgotten with the file they belong to, so
 * that more room is only more memory, which leaves the nearest cache of the processor.
 */
const YOUNG_ROOM = 4;

/**
 * Reads files in threads, and survives them: a file that ends its thread is reported, the thread is replaced, and all other
 * files are read.
 */
export class Threads {
  readonly #options: ThreadsOptions;
  readonly #running = new Set<Thread>();
  /** What is still to be read, the next one last. */
  readonly #returned: FileToRead[] = [];
  #waiting: FileToRead[] = [];
  #next = 0;
  #falseStarts = 0;
  #isStopped = false;
  #changed: (() => void)[] = [];

  constructor(options: ThreadsOptions) {
    this.#options = options;
  }

  add(file: FileToRead): void {
    this.#waiting.push(file);
  }

  /** Begins to read what was added. Resolves when there is room for more. */
  async proceed(): Promise<void> {
    this.#dispatch();
    const most = this.#options.written === undefined ? MOST_WAITING : FEW_WAITING;
    while (!this.#isStopped && this.#left > most) await this.#change();
  }

  /** Resolves when everything is answered or `stop` was called, and no thread runs any more. */
  async finish(): Promise<void> {
    this.#dispatch();
    while (!this.#isStopped && (this.#left > 0 || this.#isReading)) await this.#change();
    await this.stop();
  }

  /** Ends all threads where they stand. Nothing is answered any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#tellChange();
    await Promise.all(Array.from(this.#running, (thread) => thread.end()));
  }

  get #left(): number {
    return this.#waiting.length - this.#next + this.#returned.length;
  }

  get #isReading(): boolean {
    return Array.from(this.#running).some((thread) => thread.assigned > 0);
  }

  #dispatch(): void {
    while (!this.#isStopped && this.#left > 0) {
      const thread = this.#idlest();
      if (thread === undefined) return;
      thread.give(this.#batch());
    }
  }

  /** The thread that has least to do, a new one where there may be more; undefined when all have enough. */
  #idlest(): Thread | undefined {
    let idlest: Thread | undefined;
    for (const thread of this.#running) {
      if (idlest === undefined || thread.assigned < idlest.assigned) idlest = thread;
    }
    if ((idlest === undefined || idlest.assigned > 0) && this.#running.size < this.#options.threads) {
      return this.#start();
    }
    return idlest !== undefined && idlest.batches < BATCHES_AHEAD ? idlest : undefined;
  }

  #batch(): Batch {
    const share = Math.ceil(this.#left / (this.#options.threads * BATCHES_AHEAD));
    const size = Math.max(1, Math.min(MOST_IN_BATCH, share));
    const batch: FileToRead[] = [];
    while (batch.length < size) {
      const file = this.#returned.pop() ?? this.#waiting[this.#next++];
      if (file === undefined) break;
      batch.push(file);
    }
    if (2 * this.#next >= this.#waiting.length) {
      this.#waiting = this.#waiting.slice(this.#next);
      this.#next = 0;
    }
    return batch;
  }

  #start(): Thread | undefined {
    const { workerFile, orders, answered, written } = this.#options;
    const thread = new Thread(workerFile, orders, {
      written: (piece) => {
        if (!this.#isStopped) written?.(piece);
      },
      answered: (files) => {
        if (this.#isStopped) return;
        this.#falseStarts = 0;
        answered(files);
        this.#dispatch();
        this.#tellChange();
      },
      ended: ({ unread, crashed, error }) => {
        this.#running.delete(thread);
        if (this.#isStopped) return;
        for (const file of unread.reverse()) this.#returned.push(file);
        if (crashed === undefined) this.#falseStarts++;
        else answered([{ file: crashed, answer: { kind: 'crashed' } }]);
        if (this.#falseStarts >= MOST_FALSE_STARTS) this.#giveUp(error);
        this.#dispatch();
        this.#tellChange();
      },
    });
    this.#running.add(thread);
    return thread;
  }

  /** No thread can be had: rather said of every file than waited for. */
  #giveUp(error: string): void {
    const reason = reasons.noThread(error);
    for (let batch = this.#batch(); batch.length > 0; batch = this.#batch()) {
      this.#options.answered(batch.map((file) => ({ file, answer: { kind: 'unread', reason } })));
    }
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#changed.push(resolve);
    });
  }

  #tellChange(): void {
    const waiting = this.#changed;
    this.#changed = [];
    for (const resolve of waiting) resolve();
  }
}

/** An answer, with the rows of its file in the chunks that came with it. */
function withRows(answer: Answer, chunks: ReceivedChunks): Read {
  return answer.kind === 'scanned' ? { ...answer, stretches: stretchesIn(chunks, answer.stretches) } : answer;
}

interface ThreadEvents {
  readonly written: (piece: Piece) => void;
  readonly answered: (files: readonly Answered[]) => void;
  /** `crashed` is the file that was being read; `unread` are those that were given to the thread and not answered. */
  readonly ended: (end: {
    readonly unread: FileToRead[];
    readonly crashed: FileToRead | undefined;
    readonly error: string;
  }) => void;
}

/** One thread and what it was given to read. */
class Thread {
  readonly #worker: Worker;
  /** How many files the thread has begun to read: it can't tell any more when one of them has ended it. */
  readonly #rows: ReceivedRows;
  readonly #begun = new Int32Array(new SharedArrayBuffer(4));
  #answered = 0;
  #assigned: FileToRead[] = [];
  #sizes: number[] = [];
  #error = '';

  constructor(workerFile: string, orders: ThreadsOptions['orders'], events: ThreadEvents) {
    this.#rows = new ReceivedRows(orders.secret);
    const workerData: WorkerOrders = { ...orders, begun: this.#begun };
    this.#worker = new Worker(workerFile, { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_ROOM } });
    // Nothing of what is written lives for long on this side.
    if (orders.writing !== undefined) this.#worker.on('online', keepYoungSmall);
    this.#worker.on('message', ({ answers: text, rows, piece }: ThreadMessage) => {
      if (piece !== undefined) events.written(piece);
      const answers = answersIn(text, this.#assigned);
      const chunks = this.#rows.take(rows);
      const files = this.#assigned.splice(0, answers.length);
      this.#answered += answers.length;
      this.#countBatches(answers.length);
      events.answered(
        answers.flatMap((answer, at) => {
          const file = files[at];
          return file === undefined ? [] : [{ file, answer: withRows(answer, chunks) }];
        }),
      );
    });
    this.#worker.on('error', (error) => {
      this.#error = error instanceof Error ? error.message : String(error);
    });
    this.#worker.on('exit', (code) => {
      const at = Atomics.load(this.#begun, 0) - this.#answered - 1;
      const [crashed] = at < 0 ? [] : this.#assigned.splice(at, 1);
      events.ended({ unread: this.#assigned, crashed, error: this.#error === '' ? `exit code ${code}` : this.#error });
    });
  }

  /** Files that are not answered yet, and batches. */
  get assigned(): number {
    return this.#assigned.length;
  }

  get batches(): number {
    return this.#sizes.length;
  }

  give(batch: Batch): void {
    for (const file of batch) this.#assigned.push(file);
    this.#sizes.push(batch.length);
    this.#worker.postMessage(batch);
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #countBatches(answers: number): void {
    let left = answers;
    while (left > 0 && this.#sizes.length > 0) {
      const [size = 0] = this.#sizes;
      if (size > left) this.#sizes[0] = size - left;
      else this.#sizes.shift();
      left -= Math.min(size, left);
    }
  }
}
