import type { CancellationToken, Uri } from 'vscode';
import {
  type Case,
  type HandOverParams,
  HandOverRequest,
  placesApart,
  type ReportParams,
  type Sketch,
  SummarizeProgress,
  SummarizeRequest,
} from '../../../server/src/wire/protocol';
import type { CaseNotes } from '../cases/caseNotes';
import type { LogServer } from '../logServer';
import { logOf, viewIn } from '../logs/views';

/** What the server tells while it works: how far it is in percent, and a word on it. */
export type HearProgress = (progress: { readonly percentage: number; readonly message: string }) => void;

/** The notes of the logs that were answered about, and those of others. */
type Notes = Pick<CaseNotes, 'known' | 'of'>;

/** What a report is on: all events of some logs, or those that answer a question. */
export interface Reported {
  readonly logs: readonly Uri[];
  readonly where: string | undefined;
}

/** The report on some open logs with what was written on them, in Markdown. Undefined when it was cancelled. Rejects when the server fails. */
export async function summarize(
  server: LogServer,
  subject: Reported,
  notes: Notes,
  token?: CancellationToken,
  hear?: HearProgress,
): Promise<string | undefined> {
  const ask = (params: ReportParams): Promise<{ markdown: string; sketch: Sketch } | undefined> =>
    server.ask(SummarizeRequest, params, token);
  return (await reported(server, ask, subject, notes, hear))?.markdown;
}

/** How a report is to be handed over. */
export type Handing = Pick<HandOverParams, 'header' | 'format' | 'output'>;

/** The same report to be handed over, as the text of a file. */
export async function handOver(
  server: LogServer,
  subject: Reported,
  notes: Notes,
  handing: Handing,
  token?: CancellationToken,
  hear?: HearProgress,
): Promise<string | undefined> {
  const ask = (params: ReportParams): Promise<{ text: string; sketch: Sketch } | undefined> =>
    server.ask(HandOverRequest, { ...params, ...handing }, token);
  return (await reported(server, ask, subject, notes, hear))?.text;
}

/** Mostly what was written on these logs is known; which logs they are, the report itself tells, and then it is asked for once more. */
async function reported<T extends { readonly sketch: Sketch }>(
  server: LogServer,
  ask: (params: ReportParams) => Promise<T | undefined>,
  subject: Reported,
  notes: Notes,
  hear: HearProgress = () => undefined,
): Promise<T | undefined> {
  const { logs, where } = subject;
  const uris = logs.map((log) => log.toString());
  const progress = server.hear(SummarizeProgress, hear);
  const asked = (written: Case | undefined): ReportParams => ({
    uris,
    labels: namesOf(logs),
    ...(where !== undefined && { where }),
    ...(written !== undefined && { written }),
  });
  const { known } = notes;
  try {
    const answer = await ask({ ...asked(known), workDoneToken: progress.token });
    if (answer === undefined) return undefined;
    const own = await notes.of(answer.sketch);
    return own === undefined || own === known ? answer : await ask(asked(own));
  } finally {
    progress.dispose();
  }
}

/**
 * How logs are called that stand beside each other: by their names, with as much of their folders as tells them apart. A
 * readable view goes by the name of its log. Not escaped: whoever shows one does that.
 */
export function namesOf(logs: readonly Uri[]): readonly string[] {
  return placesApart(
    logs.map((log) => {
      const view = viewIn({ uri: log });
      return (view === undefined ? log : logOf(view)).toString();
    }),
  );
}

/** How one log is called where no other is spoken of. */
export function nameOf(log: Uri): string {
  return namesOf([log])[0] ?? '';
}
