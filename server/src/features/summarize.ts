import type { Disposable } from 'vscode-languageserver';
import { callsOf, findingsOf, previewLinks, report, scanChapter } from '../core';
import { canSelect, linkPlace } from '../events/reportInput';
import { SummarizeRequest } from '../wire/protocol';
import { allOfName } from './allOf';
import type { ServerContext } from './context';
import { gatherReport } from './reportParts';

/** The report on some open logs and inspected places as the editor shows it: what it tells leads to the events. */
export function register(context: ServerContext): Disposable {
  return context.connection.onRequest(SummarizeRequest, async (params, token) => {
    const { input, beside, sketch, positionOf } = await gatherReport(context, params, token);
    const { summary, sources } = input;
    const { entities } = findingsOf(summary);
    const links = previewLinks(
      (log, index) => linkPlace(input, log, index),
      (filter) => canSelect(input, filter),
      (name) => allOfName({ ...name, session: undefined }, entities),
      ({ row }) => positionOf(row.file),
    );
    const chapters = (beside.scans ?? []).map(({ account, title }) => scanChapter(account, title));
    return {
      markdown: [report(summary, sources, links, beside), ...chapters].join('\n'),
      events: callsOf(summary.events).copies.size,
      sketch,
    };
  });
}
