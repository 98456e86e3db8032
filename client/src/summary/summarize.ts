import type { CancellationToken, Uri } from 'vscode';
import { type Case, placesApart, SummarizeProgress, SummarizeRequest } from '../../../server/src/wire/protocol';
import type { CaseNotes } from '../cases/caseNotes';
import type { LogServer } from '../logServer';
import { logOf, viewIn } from '../logs/views';

/** What the server tells while it works: how far it is in percent, and a word on it. */
export type HearProgress = (progress: { readonly percentage: number; readonly message: string }) => void;

/**
 * The report on some open logs with what was written on them, in Markdown. Undefined when it was cancelled. Rejects when the server fails.
 *
 * @param notes mostly those of these logs are known; which logs they are, the report itself tells
 */
export async function summarize(
  server: LogServer,
  logs: readonly Uri[],
  notes: Pick<CaseNotes, 'known' | 'of'>,
  token?: CancellationToken,
  hear: HearProgress = () => undefined,
): Promise<string | undefined> {
  const uris = logs.map((log) => log.toString());
  const progress = server.hear(SummarizeProgress, hear);
  const asked = (written: Case | undefined) => ({
    uris,
    labels: namesOf(logs),
    ...(written !== undefined && { written }),
  });
  const { known } = notes;
  try {
    const answer = await server.ask(SummarizeRequest, { ...asked(known), workDoneToken: progress.token }, token);
    if (answer === undefined) return undefined;
    const own = await notes.of(answer.sketch);
    if (own === undefined || own === known) return answer.markdown;
    return (await server.ask(SummarizeRequest, asked(own), token))?.markdown;
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
