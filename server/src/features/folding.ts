import type { Disposable, FoldingRange } from 'vscode-languageserver';
import { eventLabel } from '../core';
import type { Analysis } from '../documents/analysis';
import { type FoldedSpan, foldedSpans } from '../documents/foldedSpans';
import { ListedEvents } from '../documents/listedEvents';
import { cancelled, drain } from '../host/cooperate';
import type { FoldingAbilities } from '../wire/abilities';
import type { ServerContext } from './context';

/** As many as VS Code shows, for clients that do not say how many they want. */
const MOST_RANGES = 5000;

/** A log folds by its events, and an event by its objects and lists. */
export function register({ connection, documents, client, platform }: ServerContext): Disposable {
  const { folding } = client;
  return connection.onFoldingRanges(async ({ textDocument: { uri } }, token) => {
    const analysis = await documents.newest(uri, token);
    if (analysis === undefined) return null;
    const work = foldedSpans(analysis, Math.min(MOST_RANGES, folding.most ?? MOST_RANGES));
    const spans = await drain(work, platform, token, () => undefined);
    if (spans === undefined) throw cancelled();
    return rangesOf(analysis, spans, folding);
  });
}

/** In the order of the text. Of what begins in one line, whole lines can fold the longest only. */
function rangesOf(analysis: Analysis, spans: readonly FoldedSpan[], folding: FoldingAbilities): FoldingRange[] {
  const listed = folding.showsText ? new ListedEvents(analysis) : undefined;
  const ranges: FoldingRange[] = [];
  let lastLine = -1;
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const range = folding.wholeLines ? ofLines(analysis, span) : ofCharacters(analysis, span);
    if (range === undefined || (folding.wholeLines && range.startLine === lastLine)) continue;
    lastLine = range.startLine;
    const event = span.event === undefined ? undefined : listed?.at(span.event);
    ranges.push(
      event === undefined ? range : { ...range, collapsedText: eventLabel(event, listed?.areOfDays === true, true) },
    );
  }
  return ranges;
}

/** The line of the bracket that closes stays in sight, as editors fold JSON. */
function ofLines({ text }: Analysis, { start, end }: FoldedSpan): FoldingRange | undefined {
  const startLine = text.positionAt(start).line;
  const isClosed = '}]'.includes(text.slice(end - 1, end));
  const endLine = text.positionAt(end).line - (isClosed ? 1 : 0);
  return endLine > startLine ? { startLine, endLine } : undefined;
}

/** What lies between the brackets. */
function ofCharacters({ text }: Analysis, { start, end }: FoldedSpan): FoldingRange {
  const from = text.positionAt(start + ('{['.includes(text.slice(start, start + 1)) ? 1 : 0));
  const to = text.positionAt(end - ('}]'.includes(text.slice(end - 1, end)) ? 1 : 0));
  return { startLine: from.line, startCharacter: from.character, endLine: to.line, endCharacter: to.character };
}
