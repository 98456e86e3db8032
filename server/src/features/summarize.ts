import type { Disposable, ProgressToken } from 'vscode-languageserver';
import { callsOf, findingsOf, previewLinks, report, sameCase, scanChapter } from '../core';
import type { EventLog } from '../documents/eventLog';
import { type Asked, canSelect, collectReportInput, linkPlace, type ReportInput } from '../events/reportInput';
import { cancelled, drain } from '../host/cooperate';
import { fileKey } from '../wire/fileKey';
import { SummarizeProgress, SummarizeRequest } from '../wire/protocol';
import { readViewUri } from '../wire/viewUri';
import { allOfName } from './allOf';
import { askedLog } from './askedLogs';
import type { ServerContext } from './context';

/** How far everything is when all records are added up, in percent. */
const ADDED = 80;

/** The report on some open logs and inspected places, with progress where somebody listens to it. */
export function register(context: ServerContext): Disposable {
  const { connection, platform } = context;
  return connection.onRequest(SummarizeRequest, async ({ uris, labels, written, workDoneToken }, token) => {
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
      const percentage = 50 + Math.floor(((ADDED - 50) * added) / total);
      if (percentage <= told) return;
      told = percentage;
      tell(told, `${added} of ${total} records`);
    });
    if (input === undefined) throw cancelled();
    const { summary, sources, folders } = input;
    tell(ADDED + 1, 'Asking what happened');
    const { answers: answered, sketch } = await context.answers.of(
      await context.events.among(isAmong(asked), token),
      token,
    );
    tell(100, 'Writing');
    const { entities } = findingsOf(summary);
    const positions = positionsOf(input);
    const links = previewLinks(
      (log, index) => linkPlace(input, log, index),
      (filter) => canSelect(input, filter),
      (name) => allOfName({ ...name, session: undefined }, entities),
      ({ row }) => positions.get(keyOf(row.file)),
    );
    const scans = folders.map(({ label, place: { collector, state } }) => ({
      account: collector.account,
      title: { places: [label], isPartial: state !== 'complete' },
    }));
    const chapters = scans.map(({ account, title }) => scanChapter(account, title));
    // What was written on other logs is no part of a report on these.
    const own = written === undefined ? undefined : sameCase(sketch, [written]);
    const beside = {
      scans,
      added: context.names.names,
      answers: answered,
      ...(own !== undefined && { written: own }),
    };
    return {
      markdown: [report(summary, sources, links, beside), ...chapters].join('\n'),
      events: callsOf(summary.events).copies.size,
      sketch,
    };
  });

  function sendProgress(workDone: ProgressToken, percentage: number, message: string): void {
    connection
      .sendProgress(SummarizeProgress, workDone, { kind: 'report', percentage, message })
      .catch(() => undefined);
  }
}

/** Whether a log is asked for, or lies in a folder that is. */
function isAmong(asked: readonly Asked[]): (log: EventLog) => boolean {
  const keys = new Set(asked.map(({ uri }) => keyOf(uri)));
  const folders = asked.flatMap(({ uri, found }) => (found.kind === 'folder' ? [`${keyOf(uri)}/`] : []));
  return ({ uri }) => {
    const key = keyOf(uri);
    return keys.has(key) || folders.some((folder) => key.startsWith(folder));
  };
}

/** Positions of logs in the summary; of a file that is open and lies in a folder that of the open one. */
function positionsOf({ logs }: ReportInput): ReadonlyMap<string, number> {
  const [files, whole] = [new Map<string, number>(), new Map<string, number>()];
  for (const [at, log] of logs.entries()) {
    if (log.kind === 'file') files.set(keyOf(log.file.uri), at);
    else if (log.kind !== 'none') whole.set(keyOf(log.analysis.uri), at);
  }
  return new Map([...files, ...whole]);
}

/** A readable view stands for its log. */
function keyOf(uri: string): string {
  return fileKey(readViewUri(uri)?.log ?? uri);
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
