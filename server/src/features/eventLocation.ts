import type { CancellationToken, Location, Range } from 'vscode-languageserver';
import { type EventInLog, label } from '../core';
import { rangeOf } from '../documents/lsp';
import type { MergedEvents } from '../events/mergedEvents';
import { viewUri } from '../wire/viewUri';
import type { ServerContext } from './context';
import { wholeTexts } from './wholeText';

/** Where a place of an event is that lies on disk: the view of it has nothing else. */
const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * Where an event stands: in its open log, at one of some texts if it holds one, else at its beginning; on disk in a view of the event
 * alone, which is made when somebody looks.
 */
export async function locationOf(
  { documents }: ServerContext,
  { logs }: MergedEvents,
  event: EventInLog,
  texts: readonly string[],
  token: CancellationToken,
): Promise<Location | undefined> {
  const log = logs[event.log];
  if (log === undefined) return undefined;
  const { uri } = log;
  const { start, end, index } = event.facts;
  if (log.rangeOf(event.facts) === null) {
    return { uri: viewUri({ log: uri, around: index, alone: true }, titleOf(event)), range: TOP };
  }
  const analysis = await documents.newest(uri, token);
  if (analysis === undefined) return undefined;
  const record = analysis.text.slice(start, end);
  for (const text of texts) {
    const [found] = wholeTexts(record, text);
    if (found !== undefined)
      return { uri, range: rangeOf(analysis.text, { start: start + found.start, end: start + found.end }) };
  }
  return { uri, range: rangeOf(analysis.text, { start, end: start }) };
}

/** What a tab or a list of files calls it: names sort by time. */
function titleOf({ facts }: EventInLog): string {
  const { eventTime, eventName, actor } = facts;
  return label([eventTime, eventName, actor.name].filter((part) => part !== '').join(' '));
}
