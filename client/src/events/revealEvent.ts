import { Position, Range, Selection, TextEditorRevealType, Uri, window } from 'vscode';
import {
  type EventItem,
  type EventLocation,
  ShowEventRequest,
  ViewPlaceRequest,
} from '../../../server/src/wire/protocol';
import type { LogServer } from '../logServer';
import { columnOf } from '../logs/shownUris';
import { viewIn } from '../logs/views';
import type { LongLines } from './longLines';

/** How much of an event's beginning is brought into view where many events share a line. Characters. */
const beginning = 60;

/** Shows an event in its log: by its characters or, where nobody knows them yet, by its position among the records. */
export type RevealEvent = (
  event: EventLocation | Pick<EventItem, 'uri' | 'index' | 'range'>,
  focus?: 'stays' | 'follows',
) => Promise<void>;

/**
 * Selects exactly an event's characters in its log. The cursor goes to the start of the event: the end of a long one, or of
 * one on a line with thousands of others, would scroll its beginning out of sight. The focus stays where it was, so that
 * the arrow keys walk on in the tree, unless it is asked to follow.
 */
export function revealEventWith(server: LogServer, longLines: LongLines): RevealEvent {
  return async (event, focus = 'stays') => {
    try {
      const {
        uri,
        range: { start, end },
      } = await inSight(server, await located(server, event));
      const log = Uri.parse(uri, true);
      // A tab that is there already, before a second one in the group that happens to have the focus.
      const viewColumn = columnOf(log);
      const editor = await window.showTextDocument(log, {
        preview: true,
        preserveFocus: focus !== 'follows',
        ...(viewColumn !== undefined && { viewColumn }),
      });
      const range = new Range(start.line, start.character, end.line, end.character);
      await longLines.show(editor, range);
      editor.selection = new Selection(range.end, range.start);
      editor.revealRange(beginningOf(range), TextEditorRevealType.InCenterIfOutsideViewport);
    } catch {
      await window.showInformationMessage('The log of this event is no longer open, and it cannot be opened again.');
    }
  };
}

async function located(server: LogServer, event: Parameters<RevealEvent>[0]): Promise<EventLocation> {
  const { uri, range } = event;
  if (range !== null) {
    return { uri, range };
  }
  const found = 'index' in event ? await server.ask(ShowEventRequest, { uri, index: event.index }) : undefined;
  if (found === undefined || found === null) {
    throw new Error('The event is no longer there.');
  }
  return found;
}

/** The same event in the readable view of its log, where that is what the reader sees of it. */
async function inSight(server: LogServer, event: EventLocation): Promise<EventLocation> {
  const { uri, range } = event;
  const log = Uri.parse(uri, true).toString();
  const documents = window.visibleTextEditors.map(({ document }) => document);
  const view = documents.find((document) => viewIn(document)?.log === log)?.uri.toString();
  const isLogShown = documents.some((document) => document.uri.toString() === log);
  const isViewActive = window.activeTextEditor?.document.uri.toString() === view;
  if (view === undefined || (isLogShown && !isViewActive)) {
    return event;
  }
  return (await server.ask(ViewPlaceRequest, { view, range })) ?? event;
}

function beginningOf({ start, end }: Range): Range {
  const seen = new Position(start.line, start.character + beginning);
  return new Range(start, seen.isBefore(end) ? seen : end);
}
