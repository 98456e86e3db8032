import { applyEdits } from '../edits';
import { cellEdits } from '../tables/cellEvents';
import type { HeldMessage, Holder } from './heldMessages';
import { areNames, headerOf, isMessages, timeInColumns } from './ownHeader';
import { cellsOfLine } from './ownRow';
import { QuotedRows } from './quotedRows';

/** The form of tables of which a column holds records. */
const TABLE = 'own-values';

/** The messages of a table with a column of them; undefined for other text. */
export function messagesInCells(text: string): Holder | undefined {
  const header = headerOf(text);
  if (header === undefined) return undefined;
  const [, ...names] = header.columns;
  const column = names.findIndex(isMessages);
  if (column < 0 || areNames(names)) return undefined;
  return { messages: () => inColumn(text, header, column), outside: () => ({ form: TABLE, gaps: [] }) };
}

function* inColumn(
  text: string,
  { columns, body }: { readonly columns: readonly string[]; readonly body: number },
  column: number,
): Generator<HeldMessage> {
  const rows = new QuotedRows(text);
  const [delimiter = '\t', ...names] = columns;
  for (let at = body; at < text.length; ) {
    const feed = text.indexOf('\n', at);
    const end = rows.endOf(at, feed < 0 ? text.length : feed, columns);
    const row = text.slice(at, end).replace(/\r$/, '');
    const cells = cellsOfLine(row, delimiter);
    const cell = cells[column];
    // A row that has more or fewer has its message in another place.
    if (cell !== undefined && cells.length === names.length) {
      const written = row.slice(cell.start, cell.end);
      const edits = row[cell.start - 1] === '"' ? cellEdits(written) : [];
      const said = applyEdits(written, edits);
      const line = said.replace(/[\r\n]+$/, '');
      const around = timeInColumns(names, cells);
      if (!/[\r\n]/.test(line))
        yield {
          start: at + cell.start,
          end: at + cell.end,
          text: line,
          edits,
          ...(around !== undefined && { around }),
        };
    }
    at = end + 1;
  }
}
