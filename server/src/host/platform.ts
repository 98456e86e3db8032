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
  /**
   * The module of the extractor, see `extract/exports.ts`: loaded when it is asked for first. Absent or undefined where it can't be
   * run: then all is read in TypeScript.
   */
  readonly extractorModule?: () => object | undefined;
}
