import type { CancellationToken, Location, Range } from 'vscode-languageserver';
import { type EventInLog, label, type Span } from '../core';
import { spanAt } from '../documents/analysis';
import type { EventLog } from '../documents/eventLog';
import type { LogText } from '../documents/logText';
import { rangeOf } from '../documents/lsp';
import type { MergedEvents } from '../events/mergedEvents';
import { LONGEST_TEXT } from '../views/viewedLog';
import { viewUri } from '../wire/viewUri';
import type { ServerContext } from './context';
import { wholeTexts } from './wholeText';

/** Where a place of an event is that lies on disk: the view of it has nothing else. */
const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Views of so many events are made to tell where in them a text stands: more are a list that nobody reads to its end. */
const MOST_SHOWN = 25;

/** So many files are read to tell where in them events stand; of others the beginning has to do. */
const MOST_READ = 100;

/**
 * Where events stand: in an open log at one of some texts if the event holds one, else at its beginning. On disk, in a view of the event
 * alone, which is made when somebody looks; where the client knows no views, in the file.
 *
 * @returns in the order of the events; undefined for one that is not there any more
 */
export async function locationsOf(
  context: ServerContext,
  { logs }: MergedEvents,
  events: readonly EventInLog[],
  texts: readonly string[],
  token: CancellationToken,
): Promise<readonly (Location | undefined)[]> {
  const found = new Map<EventInLog, Location>();
  const read = new Set<number>();
  const isShown = events.length <= MOST_SHOWN;
  // File by file, since each is read once for all its events.
  for (const event of [...events].sort((left, right) => left.log - right.log)) {
    const log = logs[event.log];
    if (log === undefined) continue;
    const isRead = !context.client.announced.views && log.rangeOf(event.facts) === null;
    if (isRead) read.add(event.log);
    const location =
      isRead && read.size > MOST_READ
        ? { uri: log.uri, range: TOP }
        : await placeOf(context, log, event, texts, isShown, token);
    if (location !== undefined) found.set(event, location);
  }
  return events.map((event) => found.get(event));
}

/** The same for one event. */
export async function locationOf(
  context: ServerContext,
  merged: MergedEvents,
  event: EventInLog,
  texts: readonly string[],
  token: CancellationToken,
): Promise<Location | undefined> {
  const [location] = await locationsOf(context, merged, [event], texts, token);
  return location;
}

async function placeOf(
  context: ServerContext,
  log: EventLog,
  event: EventInLog,
  texts: readonly string[],
  isShown: boolean,
  token: CancellationToken,
): Promise<Location | undefined> {
  const { uri } = log;
  const { index } = event.facts;
  if (log.rangeOf(event.facts) === null) {
    if (!context.client.announced.views) return inFile(context, uri, index, texts, token);
    const view = viewUri({ log: uri, around: index, alone: true }, titleOf(event));
    const made = isShown ? await context.views.of(view, token) : undefined;
    const isMade = made !== undefined && !('failure' in made);
    return { uri: view, range: isMade ? rangeIn(made.text, { start: 0, end: made.text.length }, texts) : TOP };
  }
  const analysis = await context.documents.newest(uri, token);
  return analysis && { uri, range: rangeIn(analysis.text, event.facts, texts) };
}

/**
 * In a file that an editor opens itself. Editors that open a `.gz` show the text in it, so its places are told as in any other file;
 * of an archive they show what it holds, so the archive has to do.
 */
async function inFile(
  { inspected, views }: ServerContext,
  uri: string,
  index: number,
  texts: readonly string[],
  token: CancellationToken,
): Promise<Location | undefined> {
  const analysis = await inspected.logOf(uri, index, token);
  const span = analysis && spanAt(analysis, index);
  const log = await views.log(uri, token);
  if (analysis === undefined || span === undefined || 'failure' in log) return undefined;
  // What is too long for VS Code is a text to others.
  const isLongText = log.analysis.text.length > LONGEST_TEXT && !/\.zip$/i.test(uri);
  const isShown = log.isText || isLongText || /\.gz$/i.test(uri);
  return { uri, range: isShown ? rangeIn(analysis.text, span, texts) : TOP };
}

function rangeIn(text: LogText, { start, end }: Span, texts: readonly string[]): Range {
  const record = text.slice(start, end);
  for (const each of texts) {
    const [found] = wholeTexts(record, each);
    if (found !== undefined) return rangeOf(text, { start: start + found.start, end: start + found.end });
  }
  return rangeOf(text, { start, end: start });
}

/** What a tab or a list of files calls it: names sort by time. */
function titleOf({ facts }: EventInLog): string {
  const { eventTime, eventName, actor } = facts;
  return label([eventTime, eventName, actor.name].filter((part) => part !== '').join(' '));
}
