import type { Disposable, ProgressToken } from 'vscode-languageserver';
import { type Analysis, spanAt } from '../analysis';
import type { ServerContext } from '../context';
import { cancelled, drain } from '../cooperate';
import { containerText, previewLinks, type ReportSource, report } from '../core';
import { rangeOf } from '../lsp';
import { SummarizeProgress, SummarizeRequest } from '../protocol';
import { summing } from '../summing';

/** The report on some open logs, with progress where somebody listens to it. */
export function register({ connection, documents, platform }: ServerContext): Disposable {
  return connection.onRequest(SummarizeRequest, async ({ uris, labels, workDoneToken }, token) => {
    const tell = (percentage: number, message: string): void => {
      if (workDoneToken !== undefined) sendProgress(workDoneToken, percentage, message);
    };
    const logs: (Analysis | undefined)[] = [];
    for (const [position, uri] of uris.entries()) {
      tell(Math.floor((50 * position) / uris.length), `Reading ${position + 1} of ${uris.length}`);
      logs.push(await documents.newest(uri, token));
    }
    const total = logs.reduce((sum, log) => sum + (log?.recordCount ?? 0), 0);
    let told = 50;
    const summary = await drain(summing(logs), platform, token, (added) => {
      const percentage = 50 + Math.floor((50 * added) / total);
      if (percentage <= told) return;
      told = percentage;
      tell(told, `${added} of ${total} records`);
    });
    if (summary === undefined) throw cancelled();
    const sources = uris.map((uri, position) => sourceOf(labels[position] ?? uri, logs[position]));
    const links = previewLinks((log, index) => {
      const analysis = logs[log];
      const span = analysis && spanAt(analysis, index);
      return analysis && span && rangeOf(analysis.text, span);
    });
    return { markdown: report(summary, sources, links), events: summary.events.size };
  });

  function sendProgress(workDone: ProgressToken, percentage: number, message: string): void {
    connection
      .sendProgress(SummarizeProgress, workDone, { kind: 'report', percentage, message })
      .catch(() => undefined);
  }
}

function sourceOf(label: string, analysis: Analysis | undefined): ReportSource {
  if (analysis === undefined) return { label, form: 'not open as a CloudTrail log' };
  return { label, form: analysis.hasFailed ? 'could not be analysed' : containerText(analysis.outline.container) };
}
