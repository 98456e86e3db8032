import type { ReadMet } from '../scan/readMet';
import type { CommandContext } from './commandContext';
import type { Exporting } from './exportArguments';
import { writeTo } from './exportTarget';
import { writeEvents } from './writeEvents';
import { writeLayer } from './writeLayer';
import { writeSarif } from './writeSarif';

/** Formats that no terminal can show. */
const BINARY: readonly Exporting['format'][] = ['parquet', 'xlsx'];

/**
 * Writes the events of all services in all logs that answer a question in another form, each once; or what is wrong with the logs and
 * what was found in them.
 *
 * @param readMet reads what is more than a little
 * @returns whether something that should have been read or written could not be, or was not
 */
export async function exportEvents(asked: Exporting, around: CommandContext, readMet: ReadMet): Promise<boolean> {
  const { format, output } = asked;
  if (output === undefined && around.isTerminal === true && BINARY.includes(format)) {
    await around.complain('export', `${format} can't be shown on a terminal. Name a file with --output.`);
    return true;
  }
  const write = format === 'sarif' ? writeSarif : format === 'navigator' ? writeLayer : writeEvents;
  return writeTo(asked, around, 'export', (target) => write(asked, around, readMet, target));
}
