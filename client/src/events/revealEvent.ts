import { Position, Range, Selection, TextEditorRevealType, Uri, window } from 'vscode';
import { type EventItem, type EventLocation, ShowEventRequest } from '../../../server/src/protocol';
import type { LogServer } from '../logServer';
import type { LongLines } from './longLines';

/** How much of an event's beginning is brought into view where many events share a line. Characters. */
const beginning = 60;

/** Shows an event in its log: by its characters or, where nobody knows them yet, by its position among the records. */
export type RevealEvent = (event: EventLocation | Pick<EventItem, 'uri' | 'index' | 'range'>) => Promise<void>;

/**
 * Selects exactly an event's characters in its log. The cursor goes to the start of the event: the end of a long one, or of
 * one on a line with thousands of others, would scroll its beginning out of sight. The focus stays where it was, so that
 * the arrow keys walk on in the tree.
 */
export function revealEventWith(server: LogServer, longLines: LongLines): RevealEvent {
  return async (event) => {
    try {
      const {
        uri,
        range: { start, end },
      } = await located(server, event);
      const log = Uri.parse(uri, true);
      const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === log.toString());
      const editor = await window.showTextDocument(log, {
        preview: true,
        preserveFocus: true,
        ...(shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn }),
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

function beginningOf({ start, end }: Range): Range {
  const seen = new Position(start.line, start.character + beginning);
  return new Range(start, seen.isBefore(end) ? seen : end);
}
