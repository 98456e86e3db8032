import { ProgressType, RequestType } from 'vscode-jsonrpc';
import type { WorkDoneProgressParams } from 'vscode-languageserver-protocol';

/** A file or folder that the server reads from disk, and how far it is. */
export interface InspectedPlace {
  readonly uri: string;
  readonly isFolder: boolean;
  /** `partial`: stopped before everything was read. `failed`: nothing could be read; the only reason says why. */
  readonly state: 'reading' | 'complete' | 'partial' | 'failed';
  /** The days that were asked for, as `YYYY-MM-DD`, inclusive. */
  readonly since?: string;
  readonly until?: string;
  /** Files found so far, and what became of them. `read` includes those without WorkMail events. */
  readonly found: number;
  readonly read: number;
  readonly partly: number;
  readonly skipped: number;
  readonly records: number;
  /** Events of WorkMail and Message Flow, each once, however often it was delivered. */
  readonly workmail: number;
  /** Records of WorkMail's own logs, copies too; absent where there are none. */
  readonly own?: number;
  /** Of a file: what is wrong with it as a container of text. Of a folder, the scan report says it. */
  readonly reasons: readonly string[];
}

/**
 * client → server: read a file or folder on disk, and keep what was found until `ForgetPlaceRequest`. Answers when all is
 * read; meanwhile the tree can be asked as usual. A cancelled reading leaves what it has read, marked as partial. Days are
 * `YYYY-MM-DD`, inclusive, and only of a folder. Of a file everything is read that an open log would show, its problems
 * too. Null where the server has no files, and for a file that is no log.
 */
export const InspectRequest = new RequestType<
  { uri: string; isFolder: boolean; since?: string; until?: string } & WorkDoneProgressParams,
  InspectedPlace | null,
  void
>('workmailTrail/inspect');

/** The progress token type of InspectRequest: the place as far as it is read, a few times a second. */
export const InspectProgress = new ProgressType<InspectedPlace>();

/** client → server: let go of what was read of a place. */
export const ForgetPlaceRequest = new RequestType<{ uri: string }, null, void>('workmailTrail/forgetPlace');

/** client → server: what became of every file of a place, in Markdown. */
export const ScanReportRequest = new RequestType<{ uri: string }, { markdown: string } | null, void>(
  'workmailTrail/scanReport',
);
