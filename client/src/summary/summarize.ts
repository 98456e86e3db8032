import { type CancellationToken, type Uri, workspace } from 'vscode';
import { SummarizeProgress, SummarizeRequest } from '../../../server/src/wire/protocol';
import type { LogServer } from '../logServer';
import { logOf, viewIn } from '../logs/views';

/** What the server tells while it works: how far it is in percent, and a word on it. */
export type HearProgress = (progress: { readonly percentage: number; readonly message: string }) => void;

/** The report on some open logs, in Markdown. Undefined when it was cancelled. Rejects when the server fails. */
export async function summarize(
  server: LogServer,
  logs: readonly Uri[],
  token?: CancellationToken,
  hear: HearProgress = () => undefined,
): Promise<string | undefined> {
  const uris = logs.map((log) => log.toString());
  const progress = server.hear(SummarizeProgress, hear);
  try {
    const answer = await server.ask(
      SummarizeRequest,
      { uris, labels: logs.map(nameOf), workDoneToken: progress.token },
      token,
    );
    return answer?.markdown;
  } finally {
    progress.dispose();
  }
}

/**
 * How a log is called: its path in the workspace where it lies in one. A readable view goes by the name of its log. Not
 * escaped: whoever shows it does that.
 */
export function nameOf(log: Uri): string {
  const view = viewIn({ uri: log });
  return workspace.asRelativePath(view === undefined ? log : logOf(view));
}
