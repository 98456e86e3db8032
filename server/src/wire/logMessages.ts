import { RequestType } from 'vscode-jsonrpc';

/** One open log, in words for the view. */
export interface LogStatus {
  readonly uri: string;
  /** `records`, `single`, `array`, `json-lines`, `concatenated` … */
  readonly container: string;
  /** One sentence: what was read and what was found. */
  readonly status: string;
  readonly workmail: number;
  readonly malformed: number;
  readonly other: number;
}

/** How a log is read, for the status of an editor that shows it: `uri` is that of the log itself. Texts are safe as labels. */
export interface LogForm extends LogStatus {
  /** What the log is, in a few words: `CloudTrail log file`, `CloudTrail events under data.Records`. */
  readonly form: string;
  /** The version of the record format, as the first record has it; absent where that has none, as in tables. */
  readonly eventVersion?: string;
  /** All records, and those of WorkMail and Message Flow among them, malformed or not. */
  readonly records: number;
  readonly ofWorkMail: number;
  /** Sentences: what lies over the log and was taken off for reading, and what was not read (`isLoss`). */
  readonly notes: readonly { readonly message: string; readonly isLoss: boolean }[];
}

/**
 * client → server: how the log that an editor shows is read. For the uri of an open log, of a readable view (then of the log
 * it shows) or of a file that was inspected by itself. Waits for the newest version of that log and no other. Null for
 * everything else. LSP has nothing that tells it by itself: ask again after `LogsChangedNotification`.
 */
export const LogFormRequest = new RequestType<{ uri: string }, LogForm | null, void>('workmailTrail/logForm');
