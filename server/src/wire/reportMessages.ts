import { ProgressType, RequestType } from 'vscode-jsonrpc';
import type { WorkDoneProgressParams } from 'vscode-languageserver-protocol';
import type { Case } from '../core/investigate/case/case';
import type { Sketch } from '../core/investigate/case/sketch';
import type { CaseHeader } from '../core/investigate/report/handed/caseHeader';

export type { CaseHeader };

/**
 * What a report is on: open logs and inspected places. `labels` gives the name to print for each uri. `written` is what somebody wrote on a
 * case: it is in the report if the case is that of these logs. `where` is a question: then the report is on the events that answer it alone, says
 * so, and leaves out what is told of all events, which is what was found in them and what was written on that.
 */
export type ReportParams = {
  readonly uris: readonly string[];
  readonly labels: readonly string[];
  readonly where?: string;
  readonly written?: Case;
} & WorkDoneProgressParams;

/**
 * client → server: the report on some logs, as Markdown. Links are paths below the report:
 * `event/<position of the uri>/L<line>,<column>-L<line>,<column>.trail-event` (one based) in an open log,
 * `event/<position of the uri>/<path below it>/@<index>.trail-event` on disk, and `selection/<EventFilter as key=value&…>/<name>.json`.
 * `events` is the number of distinct WorkMail events; `sketch` tells which case these logs belong to, and is empty for a report that answers a
 * question.
 */
export const SummarizeRequest = new RequestType<
  ReportParams,
  { markdown: string; events: number; sketch: Sketch },
  void
>('workmailTrail/summarize');

/** How a report is to be handed over; `output` is the uri of the file, from which links of Markdown lead to the logs. */
export type HandOverParams = ReportParams & {
  readonly header: CaseHeader;
  readonly format: 'html' | 'markdown';
  readonly output?: string;
};

/** client → server: the same report to be handed over: a page of HTML that is whole by itself, or a file of Markdown. */
export const HandOverRequest = new RequestType<HandOverParams, { text: string; sketch: Sketch }, void>(
  'workmailTrail/handOver',
);

/**
 * What a redacted report is on. `key` is the text of the key file of the case; absent: a new one is begun. `sha256` are the hashes of the bytes
 * of logs, by their uris, as far as they are known.
 */
export type RedactedReportParams = Omit<HandOverParams, 'written' | 'where' | 'output'> & {
  readonly key?: string;
  readonly sha256: Readonly<Record<string, string>>;
};

/** A redacted report with the key file that says what its pseudonyms stand for, or why there is none. */
export type RedactedReport =
  | { readonly text: string; readonly key: string; readonly byForm: number }
  | { readonly refused: string };

/** client → server: the report to be handed over, on redacted copies of some logs in their place. */
export const RedactedReportRequest = new RequestType<RedactedReportParams, RedactedReport, void>(
  'workmailTrail/redactedReport',
);

/** The progress token type of reports. */
export const SummarizeProgress = new ProgressType<{ kind: 'report'; percentage: number; message: string }>();
