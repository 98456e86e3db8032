import { terminal } from '../../core';
import type { ReadMet } from '../scan/readMet';
import { codeOf } from './codeOf';
import type { CommandContext } from './commandContext';
import type { Exporting } from './exportArguments';
import { exportTarget } from './exportTarget';
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
  const target = await exportTarget(asked, around.output);
  if (typeof target === 'string') {
    await around.complain(output ?? 'export', target);
    return true;
  }
  const write = format === 'sarif' ? writeSarif : format === 'navigator' ? writeLayer : writeEvents;
  try {
    const { what, isIncomplete } = await write(asked, around, readMet, target);
    await target.finish();
    if (output !== undefined) await around.output.write(`${terminal(output)}: ${what}\n`);
    return isIncomplete;
  } catch (error) {
    await target.abandon();
    // What is no word of the file system is a mistake of ours.
    if (output === undefined || !(error instanceof Error && 'code' in error)) throw error;
    await around.complain(output, `nothing was written (${codeOf(error)}).`);
    return true;
  }
}
