import {
  delimitedText,
  type ExportedEvent,
  type ExportedEvents,
  hasTimesketchTime,
  jsonLines,
  timesketchCsv,
  timesketchLines,
} from '../../core';
import { LONGEST_CELL, parquetBytes, xlsxBytes } from '../../export/binaryFormats';
import type { ReadMet } from '../scan/readMet';
import type { CommandContext } from './commandContext';
import { counted } from './counted';
import type { Exporting } from './exportArguments';
import { exportedEvents, type ReadAgain } from './exportedEvents';
import type { ExportTarget, Written } from './exportTarget';
import { rowsToExport } from './rowsToExport';
import { formInThreads, writeInThreads } from './writeInThreads';

/** Writes events as a table or as lines, and says what is not as it stands in the logs. */
export async function writeEvents(
  asked: Exporting,
  around: CommandContext,
  readMet: ReadMet,
  target: ExportTarget,
): Promise<Written> {
  const form = await formInThreads(asked);
  if (form !== undefined) {
    const written = await writeInThreads(asked, form, around, readMet, target);
    await tellOf(written, asked, around);
    await tellOfCut(written.cut, around);
    if (around.stop.isCancellationRequested)
      await around.complain('export', `stopped: ${counted(written.events, 'event')} written.`);
    return {
      what: counted(written.events, 'event'),
      isIncomplete: written.isIncomplete || written.lost.size > 0 || around.stop.isCancellationRequested,
    };
  }
  const { rows, logs, isIncomplete } = await rowsToExport(asked, around, readMet);
  const { progress, stop } = around;
  const read: ReadAgain = { events: 0, made: 0, laidOut: 0, mended: 0, lost: new Map() };
  const cut = new Map<string, number>();
  let timeless = 0;
  async function* told(): ExportedEvents & AsyncGenerator<readonly ExportedEvent[]> {
    for await (const some of exportedEvents(rows, logs, read, () => stop.isCancellationRequested)) {
      progress.tell(() => `${read.events} of ${rows.events} events written`);
      const timed = asked.format.startsWith('timesketch') ? some.filter(hasTimesketchTime) : some;
      timeless += some.length - timed.length;
      yield timed;
    }
  }
  const changes = {
    cut: (column: string) => cut.set(column, (cut.get(column) ?? 0) + 1),
    mended: () => read.mended++,
  };
  const pieces = piecesOf(asked.format, told(), changes);
  for await (const piece of pieces) await target.write(piece);
  progress.clear();
  const say = (words: string): Promise<void> => around.complain('export', words);
  await tellOf(read, asked, around);
  if (timeless > 0) await say(`${counted(timeless, 'event')} without a time that can be read: Timesketch takes none.`);
  await tellOfCut(cut, around);
  if (stop.isCancellationRequested) await say(`stopped: ${read.events} of ${counted(rows.events, 'event')} written.`);
  return {
    what: counted(read.events - timeless, 'event'),
    isIncomplete: isIncomplete || read.lost.size > 0 || timeless > 0 || stop.isCancellationRequested,
  };
}

/** Says what is not as it stands in the logs. */
async function tellOf(read: ReadAgain, { format }: Exporting, around: CommandContext): Promise<void> {
  const say = (words: string): Promise<void> => around.complain('export', words);
  for (const [name, count] of read.lost)
    await around.complain(name, `${counted(count, 'event')} could not be read again: not in the export.`);
  if (read.made > 0)
    await say(
      `of the events, ${read.made} stood in a log damaged, in other text or in a table, and are written as the JSON that was read of them.`,
    );
  if (read.laidOut > 0 && format === 'jsonl')
    await say(`of the events, ${read.laidOut} stood on several lines: the white space between values is left out.`);
  if (read.mended > 0)
    await say(
      `of the events, ${read.mended} ${read.mended === 1 ? 'holds' : 'hold'} half of a surrogate pair, for which databases refuse JSON: U+FFFD stands in its place. CSV and JSON Lines have it as it is.`,
    );
}

async function tellOfCut(cut: ReadonlyMap<string, number>, around: CommandContext): Promise<void> {
  for (const [column, count] of cut)
    await around.complain(
      'export',
      `${counted(count, 'cell')} of the column ${column} longer than the ${LONGEST_CELL} characters that a cell takes, and cut: other formats have all of it.`,
    );
}

/** Is told what is not as it stands in the logs. */
interface Changes {
  cut(column: string): void;
  mended(): void;
}

function piecesOf(
  format: Exporting['format'],
  events: ExportedEvents,
  { cut, mended }: Changes,
): AsyncIterable<string | Uint8Array> {
  switch (format) {
    case 'tsv':
      return delimitedText(events, '\t');
    case 'jsonl':
      return jsonLines(events);
    case 'parquet':
      return parquetBytes(events, mended);
    case 'xlsx':
      return xlsxBytes(events, cut);
    case 'timesketch-csv':
      return timesketchCsv(events);
    case 'timesketch-jsonl':
      return timesketchLines(events);
    default:
      return delimitedText(events, ',');
  }
}
