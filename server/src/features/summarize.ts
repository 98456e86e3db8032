import type { Disposable, ProgressToken } from 'vscode-languageserver';
import { callsOf, findingsOf, previewLinks, report, scanChapter } from '../core';
import { type Asked, canSelect, collectReportInput, linkPlace } from '../events/reportInput';
import { cancelled, drain } from '../host/cooperate';
import { SummarizeProgress, SummarizeRequest } from '../wire/protocol';
import { allOfName } from './allOf';
import { askedLog } from './askedLogs';
import type { ServerContext } from './context';

/** The report on some open logs and inspected places, with progress where somebody listens to it. */
export function register(context: ServerContext): Disposable {
  const { connection, platform } = context;
  return connection.onRequest(SummarizeRequest, async ({ uris, labels, workDoneToken }, token) => {
    const tell = (percentage: number, message: string): void => {
      if (workDoneToken !== undefined) sendProgress(workDoneToken, percentage, message);
    };
    const asked: Asked[] = [];
    for (const [position, uri] of uris.entries()) {
      tell(Math.floor((50 * position) / uris.length), `Reading ${position + 1} of ${uris.length}`);
      asked.push(await askedLog(context, uri, labels[position] ?? uri, token));
    }
    const total = asked.reduce((sum, { found }) => sum + recordsOf(found), 0);
    let told = 50;
    const input = await drain(collectReportInput(asked), platform, token, (added) => {
      const percentage = 50 + Math.floor((50 * added) / total);
      if (percentage <= told) return;
      told = percentage;
      tell(told, `${added} of ${total} records`);
    });
    if (input === undefined) throw cancelled();
    const { summary, sources, folders } = input;
    const { entities } = findingsOf(summary);
    const links = previewLinks(
      (log, index) => linkPlace(input, log, index),
      (filter) => canSelect(input, filter),
      (name) => allOfName({ ...name, session: undefined }, entities),
    );
    const scans = folders.map(({ label, place: { collector, state } }) => ({
      account: collector.account,
      title: { places: [label], isPartial: state !== 'complete' },
    }));
    const chapters = scans.map(({ account, title }) => scanChapter(account, title));
    return {
      markdown: [report(summary, sources, links, scans, context.names.names), ...chapters].join('\n'),
      events: callsOf(summary.events).copies.size,
    };
  });

  function sendProgress(workDone: ProgressToken, percentage: number, message: string): void {
    connection
      .sendProgress(SummarizeProgress, workDone, { kind: 'report', percentage, message })
      .catch(() => undefined);
  }
}

function recordsOf(found: Asked['found']): number {
  switch (found.kind) {
    case 'missing':
      return 0;
    case 'folder':
      return found.place.told().workmail;
    default:
      return found.analysis.recordCount;
  }
}
