import type { CancellationToken, Disposable } from 'vscode-languageserver';
import { cancelled } from '../host/cooperate';
import { type EventAt, ExportFileRequest } from '../wire/protocol';
import { ChosenEvents } from './chosenEvents';
import type { ServerContext } from './context';
import { exportedEvents } from './exportedEvents';
import { layerOf } from './layerOf';
import { sarifOf } from './sarifOf';

/** Here the whole file lies in memory. */
const MOST = 100_000;

const NO_TABLES =
  'Parquet and XLSX can’t be written in a browser. Export as CSV, or open the logs in VS Code on a machine that has them.';

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
    if (format === 'parquet' || format === 'xlsx')
      return platform.tables === undefined ? { refused: NO_TABLES } : table(asked, format, token);
    const chosen = new ChosenEvents(asked);
    const { text, missing } = await (format === 'sarif'
      ? sarifOf(context, chosen, token)
      : layerOf(context, asked, chosen, token));
    return { base64: base64Of(text), missing, notes: [] };
  });

  async function table(
    asked: readonly EventAt[],
    format: 'parquet' | 'xlsx',
    token: CancellationToken,
  ): Promise<MadeFile> {
    const { tables } = platform;
    const cut = new Map<string, number>();
    let missing = asked.length;
    let mended = 0;
    const all = exportedEvents(context, asked, token, () => missing--);
    const count = (column: string): unknown => cut.set(column, (cut.get(column) ?? 0) + 1);
    const base64 = await tables?.write(format, all, count, () => mended++);
    if (base64 === undefined || token.isCancellationRequested) throw cancelled();
    const notes = Array.from(
      cut,
      ([column, count]) =>
        `${count} ${count === 1 ? 'cell' : 'cells'} of the column ${column} longer than the ${tables?.longestCell} characters that a cell takes, and cut: other formats have all of it.`,
    );
    if (mended > 0)
      notes.push(
        `${mended} ${mended === 1 ? 'event holds' : 'events hold'} half of a surrogate pair, for which databases refuse JSON: U+FFFD stands in its place.`,
      );
    return { base64, missing, notes };
  }
}

/** Of UTF-8. A piece at a time: no call takes as many arguments as a file has bytes. */
function base64Of(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += PIECE)
    pieces.push(String.fromCharCode(...bytes.subarray(from, from + PIECE)));
  return btoa(pieces.join(''));
}

const PIECE = 8192;
