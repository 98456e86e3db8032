import { reportHtml, terminal } from '../../core';
import type { LogFiles } from '../../host/logFiles';
import { codeOf } from './codeOf';
import type { CommandContext } from './commandContext';
import { exportTarget } from './exportTarget';
import type { Reporting } from './reportArguments';
import { placesRead, sumUp } from './sumUp';

/**
 * Writes the report on all logs together as a page to be handed over.
 *
 * @param tool name and version of the program
 * @returns whether something that should have been read or written could not be, or was not
 */
export async function report(
  asked: Reporting,
  around: CommandContext,
  files: LogFiles,
  tool: string,
): Promise<boolean> {
  const { output, title, author, reference } = asked;
  const target = await exportTarget(asked, around.output);
  if (typeof target === 'string') {
    await around.complain(output ?? 'report', target);
    return true;
  }
  try {
    const reading = { ...asked, json: false, question: { service: 'workmail' } };
    const summed = await sumUp(reading, around, files, true);
    const { found, added, places, isPartial, isIncomplete } = summed;
    const answers = summed.answers();
    const header = { title, author, reference, made: nowInUtc(), tool };
    const scans = [{ account: found.account, title: { places: placesRead(places), isPartial } }];
    const beside = { added, scans, ...(answers !== undefined && { answers }) };
    await target.write(reportHtml(found.summary, found.sources, header, beside));
    await target.finish();
    if (output !== undefined) await around.output.write(`${terminal(output)}: the report\n`);
    return isIncomplete;
  } catch (error) {
    await target.abandon();
    // What is no word of the file system is a mistake of ours.
    if (output === undefined || !(error instanceof Error && 'code' in error)) throw error;
    await around.complain(output, `nothing was written (${codeOf(error)}).`);
    return true;
  }
}

/** `2026-03-01 08:00:00 UTC` */
function nowInUtc(): string {
  return `${new Date().toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
