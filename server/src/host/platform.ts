import type { BinaryTables } from './binaryTables';
import type { Integrity } from './fileIntegrity';
import type { LogFiles } from './logFiles';

/** What the server needs from the machine it runs on. Each main has its own; a test makes one in a few lines. */
export interface Platform {
  /** Lets everything that waits be served first: input, other requests, cancellations. */
  pause(): Promise<void>;
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** IANA name of the reader's time zone, for the local time beside UTC. */
  readonly timeZone: string | undefined;
  /** Logs on disk; absent where the server has no files to read. */
  readonly files?: LogFiles;
  /** Tables that are no text; absent where the server writes none. */
  readonly tables?: BinaryTables;
  /** Hashes of files on disk; absent where the server has none. */
  readonly integrity?: Integrity;
  /** What it takes to read texts with the extractor; absent where they are read in TypeScript. */
  readonly extractor?: ExtractorHost;
}

/** What a platform has for the extractor, see the room `extract`. */
export interface ExtractorHost {
  /** Its module, loaded when it is asked for first; undefined where this machine can't run it. */
  module(): object | undefined;
  /** Puts the UTF-16 units of a text, the little end of each first, where there is room for all of them. */
  putUnits(text: string, into: Uint8Array<ArrayBuffer>): void;
}
