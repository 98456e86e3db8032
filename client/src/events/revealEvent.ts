import { Position, Range, Selection, TextEditorRevealType, Uri, window } from 'vscode';
import type { EventItem } from '../../../server/src/protocol';

/** How much of an event's beginning is brought into view where many events share a line. Characters. */
const beginning = 60;

/**
 * Selects exactly an event's characters in its log. The cursor goes to the start of the event: the end of a long one, or of
 * one on a line with thousands of others, would scroll its beginning out of sight. The focus stays where it was, so that
 * the arrow keys walk on in the tree.
 */
export async function revealEvent({ uri, range }: Pick<EventItem, 'uri' | 'range'>): Promise<void> {
  const log = Uri.parse(uri, true);
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === log.toString());
  try {
    const editor = await window.showTextDocument(log, {
      preview: true,
      preserveFocus: true,
      ...(shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn }),
    });
    const start = new Position(range.start.line, range.start.character);
    editor.selection = new Selection(new Position(range.end.line, range.end.character), start);
    const seen = new Range(start, editor.document.validatePosition(start.translate(0, beginning)));
    editor.revealRange(seen, TextEditorRevealType.InCenterIfOutsideViewport);
  } catch {
    await window.showInformationMessage('The log of this event is no longer open, and it cannot be opened again.');
  }
}
