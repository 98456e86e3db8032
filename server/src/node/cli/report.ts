import { reportHtml } from '../../core';
import type { LogFiles } from '../../host/logFiles';
import type { CommandContext } from './commandContext';
import { writeTo } from './exportTarget';
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
  return writeTo(asked, around, 'report', async (target) => {
    const reading = { ...asked, json: false, question: { service: 'workmail' } };
    const summed = await sumUp(reading, around, files, true);
    const { found, added, places, isPartial, isIncomplete } = summed;
    const answers = summed.answers();
    const { title, author, reference } = asked;
    const header = { title, author, reference, made: Date.now(), tool };
    const scans = [{ account: found.account, title: { places: placesRead(places), isPartial } }];
    const beside = { added, scans, ...(answers !== undefined && { answers }) };
    await target.write(reportHtml(found.summary, found.sources, header, beside));
    return { what: 'the report', isIncomplete };
  });
}
