import {
  noLinks,
  type ReportLinks,
  reportText,
  scanData,
  scanNoticeText,
  scanReportText,
  summaryData,
} from '../../core';
import type { LogFiles, ScannedFile } from '../../host/logFiles';
import type { ScanSummary } from '../../places/scanSummary';
import type { Reading } from './arguments';
import { caseNamed, writtenOn } from './caseNamed';
import type { CommandContext } from './commandContext';
import { jsonText } from './json';
import { placeText } from './logLines';
import type { Names } from './places';
import { placesRead, sumUp } from './sumUp';

/** Names of files listed for one reason in the text; in JSON all of them are. */
const MOST_NAMES = 100;

/**
 * Sums up all logs together and writes one report, or one JSON object.
 *
 * @returns whether something that should have been read could not be, or was not
 */
export async function summarize(
  reading: Reading & { readonly names?: readonly string[]; readonly case?: string },
  around: CommandContext,
  files: LogFiles,
): Promise<boolean> {
  const { service = 'workmail', where } = reading.question;
  // Answers are of all events; a report on some of them leaves them out.
  const isAnswering = where === undefined && service === 'workmail';
  const known = await caseNamed(reading.case, around);
  if (known === undefined) return true;
  const names = [...known.names, ...(reading.names ?? [])];
  const summed = await sumUp({ ...reading, names }, around, files, isAnswering);
  const { found, added, places, isPartial, isIncomplete } = summed;
  if (reading.json) {
    const scan = scanData(found.account, isPartial);
    const own = isAnswering ? summed.own() : undefined;
    const data = {
      scan,
      ...summaryData(found.summary, found.sources, added),
      ...(own !== undefined && { ownLogs: own }),
      service,
      where: where ?? null,
    };
    await around.output.write(`${jsonText(data)}\n`);
    return isIncomplete;
  }
  const answered = summed.answers();
  const written = await writtenOn(answered, known, reading.case, around);
  const text = reportText(found.summary, found.sources, linksOf(found, summed.names), {
    service,
    ...(where !== undefined && { asked: { question: where, unasked: found.account.unasked } }),
    added,
    ...(answered && { answers: answered.answers, own: answered.own }),
    ...(written && { written }),
  });
  // What is missing stands before the numbers that it is missing from.
  const notice = scanNoticeText(found.account, { places: placesRead(places), isPartial });
  await around.output.write(notice === '' ? text : `${notice}\n${text}`);
  const isTold =
    places.some(({ kind }) => kind === 'folder') || isPartial || found.account.outcomes.read < found.files.length;
  if (isTold) await around.output.write(`\n${scanReportText(found.account, MOST_NAMES)}`);
  return isIncomplete;
}

/** Nothing can be clicked: events are told by their places, and those of other services by their positions. */
function linksOf({ files }: ScanSummary, names: Names): ReportLinks {
  const positions = new Map(
    files.flatMap((file, log) => (file === undefined ? [] : [[names.of(file.uri), log] as const])),
  );
  const starts = new Map<number, ReadonlyMap<number, string>>();
  const placeOf = (log: number, index: number): string | undefined => {
    const file = files[log];
    if (file === undefined) return undefined;
    const known = starts.get(log) ?? startsIn(file);
    starts.set(log, known);
    const place = known.get(index);
    return place && `${names.of(file.uri)}:${place}`;
  };
  return {
    ...noLinks,
    event: placeOf,
    act: ({ row }) => placeOf(positions.get(row.file) ?? -1, row.index) ?? `${row.file}#${row.index}`,
  };
}

/** Where the events of a file begin, by their index. */
function startsIn({ events }: ScannedFile): ReadonlyMap<number, string> {
  return new Map(Array.from(events, (facts, at) => [facts.index, placeText(events.start(at, facts))]));
}
