import { availableParallelism } from 'node:os';
import path from 'node:path';
import { secretByChance } from '../../extract/byChance';
import type { Limits } from '../../host/limits';
import type { ScanEnd, ScannedFile, Stoppable } from '../../host/logFiles';
import type { ScanQuestion } from '../../places/asked';
import { failedFile, leftFile, withRows, writtenFile } from '../../places/scannedFile';
import { extractorBeside } from '../extractorFile';
import type { Piece, WritingOrders } from '../writing/messages';
import type { ScanCache } from './cache';
import type { FileToRead } from './messages';
import { reasons } from './reasons';
import { type Answered, Threads } from './threads';
import type { Left, Met } from './walk';

/** What a scan needs of the program that starts it. */
export interface ScanHost {
  /** The bundle that the threads run. */
  readonly workerFile: string;
  /** The folder that the extractor lies in; absent: that of the bundle. */
  readonly extractorFolder?: string;
  /** How many threads; absent: as many as there are processors for this process. */
  readonly threads?: number;
}

/** What is asked of files that were met. */
export interface AskedOfMet {
  readonly question: ScanQuestion;
  /** How much is read of one file. */
  readonly limits: Limits;
  /** What is known of them; absent: all are read, and nothing is remembered. */
  readonly cache?: ScanCache | undefined;
  /** Rows are written by the threads that read them, and not told of; absent: the other way round. */
  readonly writing?: Writing | undefined;
  /** The number of the first thing that is met; absent: 0. */
  readonly firstNumber?: number;
}

/** How rows are written where they are read. */
export interface Writing extends Omit<WritingOrders, 'isInModule'> {
  /** Is given what was written, in the order in which each thread has written it. */
  readonly written: (piece: Piece) => void;
  /** Nothing more is written under the number of a file: it is read again, under another one. */
  readonly later?: (number: number) => void;
}

/** Something to be read. */
export interface NamedMet extends Met {
  /** How a question knows it; absent: by its uri. */
  readonly name?: string;
}

/** What was met, and what came of reading it. */
export interface ReadOfMet<M extends NamedMet> {
  readonly met: M;
  readonly file: ScannedFile;
  /** The position of `met` among all that was met. */
  readonly number: number;
}

/** How many there are so far, or what came of some of them. */
export type MetPart<M extends NamedMet> =
  | { readonly kind: 'found'; readonly files: number; readonly isAll: boolean }
  | { readonly kind: 'read'; readonly files: readonly ReadOfMet<M>[] };

/**
 * Reads what somebody meets, each as often as it is met. Every file that is finished is handed to `take` at once, in no promised
 * order, in the same turn as the others of its message.
 *
 * @returns when all is read, or soon after `token` is cancelled
 */
export type ReadMet = <M extends NamedMet>(
  asked: AskedOfMet,
  met: AsyncIterable<readonly M[]>,
  take: (part: MetPart<M>) => void,
  token: Stoppable,
) => Promise<ScanEnd>;

/** How often the token is asked, in milliseconds: the protocol's token can be asked only. */
const ASK_AGAIN = 50;

/** For a machine with files and threads. */
export function createReadMet(host: ScanHost): ReadMet {
  let module: { readonly found: object | undefined } | undefined;
  const secret = secretByChance();
  const moduleFolder = host.extractorFolder ?? path.dirname(host.workerFile);
  const extractor = (): object | undefined => {
    module ??= { found: extractorBeside(moduleFolder) };
    return module.found;
  };
  return async <M extends NamedMet>(
    { question, limits, cache, writing, firstNumber = 0 }: AskedOfMet,
    met: AsyncIterable<readonly M[]>,
    take: (part: MetPart<M>) => void,
    token: Stoppable,
  ) => {
    let found = firstNumber;
    let isStopped = false;
    const reading = new Map<FileToRead, M>();
    const threads = new Threads({
      workerFile: host.workerFile,
      threads: Math.max(1, host.threads ?? availableParallelism()),
      orders: { question, limits, module: extractor(), secret, writing: writing && ordersOf(writing) },
      written: writing?.written,
      answered: (answers) => {
        const files: ReadOfMet<M>[] = [];
        for (const answer of answers) {
          const of = reading.get(answer.file);
          reading.delete(answer.file);
          if (of !== undefined) files.push({ met: of, file: fileOf(answer, cache), number: answer.file.number });
        }
        take({ kind: 'read', files });
      },
    });
    const all = async (): Promise<void> => {
      for await (const entries of met) {
        if (isStopped) return;
        let number = found;
        found += entries.length;
        const left: ReadOfMet<M>[] = [];
        for (const entry of entries) {
          const { uri, path: file, left: why, name } = entry;
          if (why !== undefined) {
            left.push({ met: entry, file: notOpened(uri, why), number });
          } else {
            const known = cache?.stampOf(uri);
            const toRead =
              name === undefined ? { uri, path: file, known, number } : { uri, path: file, name, known, number };
            reading.set(toRead, entry);
            threads.add(toRead);
          }
          number++;
        }
        tell({ kind: 'found', files: found, isAll: false });
        if (left.length > 0) tell({ kind: 'read', files: left });
        await threads.proceed();
      }
      tell({ kind: 'found', files: found, isAll: true });
      await threads.finish();
    };
    const tell = (part: MetPart<M>): void => {
      if (!isStopped) take(part);
    };
    // Reading on is of no use to anybody once the scan is called off, so neither a slow disk nor a large file is waited for.
    let asking: NodeJS.Timeout | undefined;
    const stopped = new Promise<void>((resolve) => {
      const ask = (): void => {
        if (!token.isCancellationRequested) return;
        isStopped = true;
        threads.stop().catch(() => undefined);
        resolve();
      };
      asking = setInterval(ask, ASK_AGAIN);
      ask();
    });
    try {
      await Promise.race([all(), stopped]);
    } finally {
      clearInterval(asking);
    }
    return { isPartial: isStopped };
  };
}

function ordersOf({ form, seed, where, turns }: Writing): WritingOrders {
  return { form, seed, where, turns, isInModule: true };
}

function fileOf({ file: { uri }, answer }: Answered, cache: ScanCache | undefined): ScannedFile {
  switch (answer.kind) {
    case 'scanned':
      cache?.remember(answer);
      return withRows(answer.file, answer.stretches);
    case 'written':
      return withRows(writtenFile(uri), []);
    case 'crashed':
      return failed(uri, reasons.crash);
    case 'unread':
      return failed(uri, answer.reason);
    case 'unchanged':
      return cache?.recall(uri) ?? failed(uri, reasons.crash);
  }
}

/** What is told of something that was met and is not opened. */
export function notOpened(uri: string, { reason, isFailure }: Left): ScannedFile {
  return isFailure ? failed(uri, reason) : withRows(leftFile(uri, reason), []);
}

function failed(uri: string, reason: string): ScannedFile {
  return withRows(failedFile({ uri, size: 0, modified: 0 }, reason), []);
}
