import { reportHtml } from '../../core';
import type { LogFiles } from '../../host/logFiles';
import { type InputSeen, inputSeen } from '../../places/inputSeen';
import type { CommandContext } from './commandContext';
import { writeTo } from './exportTarget';
import type { Reporting } from './reportArguments';
import { reportInputs } from './reportInputs';
import { placesRead, sumUp } from './sumUp';
import { writeManifest } from './writeManifest';

/**
 * Writes the report on all logs together as a page to be handed over.
 *
 * @param tool name and version of the program
 * @param hashWorkerFile the bundle that threads of the hashing run
 * @returns whether something that should have been read or written could not be, or was not
 */
export async function report(
  asked: Reporting,
  around: CommandContext,
  files: LogFiles,
  tool: string,
  hashWorkerFile: string,
): Promise<boolean> {
  return writeTo(asked, around, 'report', async (target) => {
    const reading = { ...asked, json: false, question: { service: 'workmail' } };
    const seen: InputSeen[] = [];
    const summed = await sumUp(reading, around, files, true, (file) => seen.push(inputSeen(file)));
    const { found, names, added, places, isPartial, isIncomplete } = summed;
    const answers = summed.answers();
    const { title, author, reference } = asked;
    const header = { title, author, reference, made: Date.now(), tool };
    const scans = [{ account: found.account, title: { places: placesRead(places), isPartial } }];
    const inputs = await reportInputs(seen, (uri) => names.of(uri), asked.limits, around, hashWorkerFile);
    const beside = { added, scans, inputs, ...(answers !== undefined && { answers }) };
    await target.write(reportHtml(found.summary, found.sources, header, beside));
    const { manifest } = asked;
    const isManifestMissing =
      manifest !== undefined &&
      (await writeTo({ ...asked, output: manifest }, around, 'report', (file) =>
        writeManifest(inputs, places, manifest, file),
      ));
    return { what: 'the report', isIncomplete: isIncomplete || isManifestMissing };
  });
}
