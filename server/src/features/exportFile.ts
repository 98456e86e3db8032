import type { CancellationToken, Disposable } from 'vscode-languageserver';
import type { TableWriters } from '../host/binaryTables';
import { cancelled } from '../host/cooperate';
import { type EventAt, ExportFileRequest } from '../wire/protocol';
import { base64Of } from './base64';
import { ChosenEvents } from './chosenEvents';
import type { ServerContext } from './context';
import { exportedEvents } from './exportedEvents';
import { layerOf } from './layerOf';
import { sarifOf } from './sarifOf';

/** Here the whole file lies in memory. */
const MOST = 100_000;

const NO_TABLES =
  'What writes Parquet and XLSX could not be loaded. Export as CSV, or reload the window and try again.';

interface MadeFile {
  readonly base64: string;
  readonly missing: number;
  readonly notes: readonly string[];
}

/** Events as a whole file for other programs. */
export function register(context: ServerContext): Disposable {
  const { connection, platform } = context;
  return connection.onRequest(ExportFileRequest, async ({ events, format }, token) => {
    const asked = Array.isArray(events) ? events.slice(0, MOST) : [];
    if (format === 'parquet' || format === 'xlsx') {
      const writers = platform.tables?.();
      return writers === undefined ? { refused: NO_TABLES } : table(asked, format, writers, token);
    }
    const chosen = new ChosenEvents(asked);
    const { text, missing } = await (format === 'sarif'
      ? sarifOf(context, chosen, token)
      : layerOf(context, asked, chosen, token));
    return { base64: base64Of([new TextEncoder().encode(text)]), missing, notes: [] };
  });

  async function table(
    asked: readonly EventAt[],
    format: 'parquet' | 'xlsx',
    { xlsxBytes, parquetBytes, longestCell }: TableWriters,
    token: CancellationToken,
  ): Promise<MadeFile> {
    const cut = new Map<string, number>();
    let missing = asked.length;
    let mended = 0;
    const all = exportedEvents(context, asked, token, () => missing--);
    const count = (column: string): unknown => cut.set(column, (cut.get(column) ?? 0) + 1);
    const pieces: Uint8Array[] = [];
    for await (const piece of format === 'xlsx' ? xlsxBytes(all, count) : parquetBytes(all, () => mended++))
      pieces.push(piece);
    if (token.isCancellationRequested) throw cancelled();
    const notes = Array.from(
      cut,
      ([column, count]) =>
        `${count} ${count === 1 ? 'cell' : 'cells'} of the column ${column} longer than the ${longestCell} characters that a cell takes, and cut: other formats have all of it.`,
    );
    if (mended > 0)
      notes.push(
        `${mended} ${mended === 1 ? 'event holds' : 'events hold'} half of a surrogate pair, for which databases refuse JSON: U+FFFD stands in its place.`,
      );
    return { base64: base64Of(pieces), missing, notes };
  }
}
