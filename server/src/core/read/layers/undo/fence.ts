import type { TextEdit } from '../../../record';
import type { Fence } from '../definition';
import type { Undoing } from '../layer';

/** What stands between marks is kept, what stands outside is not: a log in a ticket, a chat or a page. */
export function fenced(head: string, layer: Fence): Undoing | undefined {
  const edits = (text: string): readonly TextEdit[] => outside(text, layer);
  const gone = edits(head).reduce((sum, { start, end }) => sum + end - start, 0);
  // A page of prose that shows an event is about it; a log with words around it is mostly log.
  return gone > 0 && 2 * gone < head.length ? { edits } : undefined;
}

function outside(text: string, layer: Fence): readonly TextEdit[] {
  const open = new RegExp(layer.open, 'gmu');
  const close = new RegExp(layer.close, 'gmu');
  const edits: TextEdit[] = [];
  let from = 0;
  for (let mark = open.exec(text); mark !== null; mark = open.exec(text)) {
    const start = mark.index + mark[0].length;
    edits.push({ start: from, end: start, text: from === 0 ? '' : '\n' });
    close.lastIndex = start;
    const end = close.exec(text);
    if (end === null) return edits;
    from = end.index;
    open.lastIndex = end.index + end[0].length;
  }
  if (edits.length > 0 && from < text.length) edits.push({ start: from, end: text.length, text: '' });
  return edits;
}
