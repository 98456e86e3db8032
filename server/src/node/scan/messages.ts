import type { Secret } from '../../extract/byChance';
import type { Limits } from '../../host/limits';
import type { ScanQuestion } from '../../places/asked';
import type { FileTold } from '../../places/scannedFile';
import type { Piece, WritingOrders } from '../writing/messages';
import type { FileStamp } from './readBytes';
import type { RowsTold, StretchTold } from './rowMessages';

/** What the threads of a scan say to each other. Everything here crosses `postMessage`. */

/** What a thread is told when it is made. */
export interface WorkerOrders {
  readonly question: ScanQuestion;
  readonly limits: Limits;
  /** The extractor's; undefined where it can't run. */
  readonly module: object | undefined;
  /** What texts are marked by: the same for all threads, so that those of one can be told from those of another. */
  readonly secret: Secret;
  /** Shared: how many files the thread has begun to read, for the case that one of them ends it. */
  readonly begun: Int32Array;
  /** How rows are written; absent: they are told of. */
  readonly writing?: WritingOrders | undefined;
}

/** A file to be read. A path that is no text crosses as bytes. */
export interface FileToRead {
  readonly uri: string;
  readonly path: string | Uint8Array;
  /** How a question knows it; absent: by its uri. */
  readonly name?: string;
  /** The state of the file that is remembered. */
  readonly known: FileStamp | undefined;
  /** Its position among all that was met. */
  readonly number: number;
}

/** The files that a thread is given at once, to be read in this order. */
export type Batch = readonly FileToRead[];

/** What came of the next files of a batch, in its order; a batch is answered in one or more of these. */
export type Answers = readonly Answer[];

/** What came of one file: the same as is remembered, or read anew, with the state in which it was read. */
export type Answer =
  | { readonly kind: 'unchanged' }
  /** It is a whole log, its rows were written, and nothing else is to be told of it. */
  | { readonly kind: 'written' }
  | {
      readonly kind: 'scanned';
      readonly file: FileTold;
      readonly stamp: FileStamp;
      readonly stretches: readonly StretchTold[];
    };

/** What a thread says: answers as `answersText` writes them, and the rows of their files. */
export interface ThreadMessage {
  readonly answers: string;
  readonly rows: RowsTold;
  /** What was written since the last time, of the files that are answered and of the one that is read. */
  readonly piece?: Piece | undefined;
}
