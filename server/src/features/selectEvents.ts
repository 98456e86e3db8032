import type { Disposable } from 'vscode-languageserver';
import { byPlace, type EventInLog, findingsOf, parseQuestion, select } from '../core';
import { recordText } from '../documents/recordText';
import { answeringInput } from '../events/answeringInput';
import { type Asked, collectReportInput, eventsOf } from '../events/reportInput';
import { cancelled, drain } from '../host/cooperate';
import { type EventOrigin, SelectEventsRequest } from '../wire/protocol';
import { askedLog } from './askedLogs';
import type { ServerContext } from './context';
import { isAsked } from './reportParts';

/** An event as it is shown, and where it comes from. */
interface Excerpt {
  readonly uri: string;
  readonly index: number;
  readonly text: string;
}

/** The events that a number of a report stands for, as they are written in their logs, in a readable layout. */
export function register(context: ServerContext): Disposable {
  const { connection, platform, inspected } = context;
  return connection.onRequest(SelectEventsRequest, async ({ uris, filter, where }, token) => {
    const asked: Asked[] = [];
    for (const uri of uris) asked.push(await askedLog(context, uri, uri, token));
    // Names and copies are found as the report finds them, or its numbers would not be those of the selections.
    const all = await drain(collectReportInput(asked), platform, token, () => undefined);
    if (all === undefined) throw cancelled();
    const input = isAsked(where) ? await answeringInput(all, parseQuestion(where), platform, token) : all;
    const { entities } = findingsOf(input.summary, context.names.names);
    const found = select(filter ?? {}, eventsOf(input), entities);
    const texts = new Map<EventInLog, Excerpt>();
    const missing = new Set(asked.filter((each) => each.found.kind === 'missing').map(({ uri }) => uri));
    // File by file, since each is read once for all its events; they are shown in the order they happened.
    for (const event of [...found].sort(byPlace)) {
      const log = input.logs[event.log];
      if (log === undefined || log.kind === 'none') continue;
      const { index } = event.facts;
      const analysis = log.kind === 'file' ? await inspected.logOf(log.file.uri, index, token) : log.analysis;
      if (token.isCancellationRequested) throw cancelled();
      const uri = log.kind === 'file' ? log.file.uri : log.analysis.uri;
      if (analysis === undefined && log.kind === 'file') missing.add(uri);
      else texts.set(event, { uri, index, text: (analysis && recordText(analysis, index, '  ')) ?? '  null' });
    }
    const shown = found.flatMap((event) => texts.get(event) ?? []);
    return {
      text: shown.length === 0 ? '[]\n' : `[\n${shown.map(({ text }) => text).join(',\n')}\n]\n`,
      events: shown.length,
      origins: originsOf(shown),
      missing: Array.from(missing),
    };
  });
}

/** The line at which each begins, below the bracket of the list. */
function originsOf(shown: readonly Excerpt[]): readonly EventOrigin[] {
  let line = 1;
  return shown.map(({ uri, index, text }) => {
    const origin = { uri, index, line };
    line += text.split('\n').length;
    return origin;
  });
}
