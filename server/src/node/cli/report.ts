import { type HandedLogs, handedReport } from '../../core';
import type { LogFiles } from '../../host/logFiles';
import { type InputSeen, inputSeen } from '../../places/inputSeen';
import type { ScanSummary } from '../../places/scanSummary';
import { relativeHref } from '../../wire/relativeHref';
import { uriOfPath } from '../filePath';
import { caseNamed, writtenOn } from './caseNamed';
import type { CommandContext } from './commandContext';
import { writeTo } from './exportTarget';
import { realPlace } from './realPlace';
import { handingOf, redactedReport } from './redactedReport';
import type { Reporting } from './reportArguments';
import { reportInputs } from './reportInputs';
import { placesRead, sumUp } from './sumUp';
import { writeManifest } from './writeManifest';

/**
 * Writes the report on all logs together as a file to be handed over.
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
  if (asked.redaction !== undefined) return redactedReport(asked, asked.redaction, around, tool);
  const known = await caseNamed(asked.case, around);
  if (known === undefined) return true;
  return writeTo(asked, around, 'report', async (target) => {
    const reading = {
      ...asked,
      names: [...known.names, ...asked.names],
      json: false,
      question: { service: 'workmail' },
    };
    const seen: InputSeen[] = [];
    const summed = await sumUp(reading, around, files, true, (file) => seen.push(inputSeen(file)));
    const { found, names, added, places, isPartial, isIncomplete } = summed;
    const hashing = reportInputs(seen, (uri) => names.of(uri), asked.limits, around, hashWorkerFile);
    const answered = summed.answers();
    const written = await writtenOn(answered, known, asked.case, around);
    const scans = [{ account: found.account, title: { places: placesRead(places), isPartial } }];
    const inputs = await hashing;
    const beside = {
      added,
      scans,
      inputs,
      ...(answered && { answers: answered.answers, own: answered.own }),
      ...(written && { written }),
    };
    const handing = { ...handingOf(asked, tool), logs: await linksTo(found, asked.output) };
    await target.write(handedReport(found.summary, found.sources, handing, beside));
    const { manifest } = asked;
    const isManifestMissing =
      manifest !== undefined &&
      (await writeTo({ ...asked, output: manifest }, around, 'report', async (file) => {
        const hashes = await writeManifest(inputs, places, manifest, file);
        // Of a report that is stopped it has a part of the files.
        return { ...hashes, isIncomplete: hashes.isIncomplete || isIncomplete };
      }));
    return { what: 'the report', isIncomplete: isIncomplete || isManifestMissing };
  });
}

/** Where the logs lie, seen from the file that is written. Of standard output nobody knows where it is kept. */
async function linksTo({ files, sources }: ScanSummary, output: string | undefined): Promise<HandedLogs> {
  if (output === undefined) return new Map();
  // Where a folder is a link, the way up from it leads elsewhere.
  const from = uriOfPath(await realPlace(output));
  return new Map(
    files.flatMap((file, at) => {
      const href = file && relativeHref(from, file.uri);
      const label = sources[at]?.label;
      return href === undefined || label === undefined ? [] : [[label, { href }] as const];
    }),
  );
}
