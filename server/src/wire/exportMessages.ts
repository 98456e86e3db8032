import { RequestType } from 'vscode-jsonrpc';
import type { InquiryId } from '../core/investigate/questions/inquiry';

/** An event by the uri of its log and its position among the records there, from 0. */
export interface EventAt {
  readonly uri: string;
  readonly index: number;
}

/**
 * client → server: some events as lines of a file that other programs read, the head of a table before the first of them. `missing`: how many
 * of them are no longer there, or can't be written in this format.
 */
export const ExportEventsRequest = new RequestType<
  {
    events: readonly EventAt[];
    format: ExportedAs;
    /** Whether nothing was written before. */
    isFirst: boolean;
  },
  { text: string; missing: number },
  void
>('workmailTrail/exportEvents');

/** What the lines are: see docs/exporting.md. */
export type ExportedAs = 'csv' | 'tsv' | 'jsonl' | 'timesketch-csv' | 'timesketch-jsonl';

/**
 * client → server: some events as a whole file: a table that is no text; or as SARIF what is wrong with them and what was found in which they play
 * a part; or the techniques of ATT&CK that they may be steps of. `missing`: as above. `notes`: what is not as it stands in the logs, in
 * sentences. `refused` says in a sentence why there is no file.
 */
export const ExportFileRequest = new RequestType<
  { events: readonly EventAt[]; format: ExportedWhole },
  { base64: string; missing: number; notes: readonly string[] } | { refused: string },
  void
>('workmailTrail/exportFile');

/** Files that are made as a whole: see docs/exporting.md. */
export type ExportedWhole = 'parquet' | 'xlsx' | 'sarif' | 'navigator';

/**
 * client → server: all events behind a list that shows some of them, as they happened: those that answer a question, or those that carry a finding,
 * which is told by its inquiry, its position there and its sentence. At most `limit`; `total` is how many there are. Null when there is no such
 * finding any more.
 */
export const EventsBehindRequest = new RequestType<
  { limit: number } & (
    | { question: string }
    | { finding: { readonly inquiry: InquiryId; readonly at: number; readonly summary: string } }
  ),
  { events: readonly EventAt[]; total: number } | null,
  void
>('workmailTrail/eventsBehind');
