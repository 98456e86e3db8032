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
import { askedOf } from '../../places/asked';
import { failedFile, withRows } from '../../places/scannedFile';
import { ScanCollector, type ScanSummary } from '../../places/scanSummary';
import { fileOf } from '../scan/readHere';
import { addedNames } from './addedNames';
import type { Reading } from './arguments';
import type { CommandContext } from './commandContext';
import { jsonText } from './json';
import { placeText } from './logLines';
import { Names, type Place, placesNamed, STDIN_URI } from './places';
import { readLog } from './readLog';
import { RowsOfFiles } from './rowsOfFiles';

/** Names of files listed for one reason in the text; in JSON all of them are. */
const MOST_NAMES = 100;

/**
 * Sums up all logs together and writes one report, or one JSON object.
 *
 * @returns whether something that should have been read could not be, or was not
 */
export async function summarize(
  reading: Reading & { readonly names?: readonly string[] },
  around: CommandContext,
  files: LogFiles,
): Promise<boolean> {
  const places = await placesNamed(reading.files);
  const names = new Names(places);
  const { service = 'workmail', where } = reading.question;
  // Answers are of all events; a report on some of them leaves them out.
  const isAnswering = !reading.json && where === undefined && service === 'workmail';
  const question = { ...reading.question, ...(isAnswering && { keepsRows: true }) };
  const rows = new RowsOfFiles(
    (uri) => names.of(uri),
    (uri) => names.rank(uri),
  );
  const collector = new ScanCollector(
    (uri) => names.of(uri),
    service,
    (uri) => names.rank(uri),
  );
  const added = await addedNames(reading.names ?? [], files, around);
  let failed = added.isIncomplete;
  const take = async (file: ScannedFile): Promise<void> => {
    collector.add(file);
    if (isAnswering) rows.add(file);
    failed ||= file.isFailure;
    if (!names.isNamed(file.uri) || (file.outcome === 'skipped' && !file.isFailure)) return;
    for (const reason of file.reasons) await around.complain(names.of(file.uri), reason);
  };
  for (const place of places) {
    if (place.kind === 'stdin') await take(await standardInput({ ...reading, question }, around));
    if (place.kind === 'missing')
      await take(withRows(failedFile({ uri: place.uri, size: 0, modified: 0 }, place.reason), []));
  }
  const isPartial = await scan(places, names, { ...reading, question }, around, files, take);
  around.progress.clear();
  const found = collector.result();
  const title = { places: places.map((place) => (place.kind === 'stdin' ? 'standard input' : place.label)), isPartial };
  if (reading.json) {
    const scan = scanData(found.account, isPartial);
    const data = { scan, ...summaryData(found.summary, found.sources, added.names), service, where: where ?? null };
    await around.output.write(`${jsonText(data)}\n`);
  } else {
    const text = reportText(found.summary, found.sources, linksOf(found, names), {
      service,
      ...(where !== undefined && { asked: { question: where, unasked: found.account.unasked } }),
      added: added.names,
      ...(isAnswering && { answers: rows.answers(added.names) }),
    });
    // What is missing stands before the numbers that it is missing from.
    const notice = scanNoticeText(found.account, title);
    await around.output.write(notice === '' ? text : `${notice}\n${text}`);
    const isTold =
      places.some(({ kind }) => kind === 'folder') || isPartial || found.account.outcomes.read < found.files.length;
    if (isTold) await around.output.write(`\n${scanReportText(found.account, MOST_NAMES)}`);
  }
  return failed || isPartial;
}

async function standardInput({ question, limits }: Reading, { stdin }: CommandContext): Promise<ScannedFile> {
  return fileOf(STDIN_URI, await readLog('-', stdin, limits), askedOf(question)('-'), question.keepsRows === true);
}

/** @returns whether it was stopped before everything was read */
async function scan(
  places: readonly Place[],
  names: Names,
  { question, limits }: Reading,
  { stop, progress }: CommandContext,
  files: LogFiles,
  take: (file: ScannedFile) => Promise<void>,
): Promise<boolean> {
  const roots = places.flatMap((place) => (place.kind === 'file' || place.kind === 'folder' ? [place.uri] : []));
  if (roots.length === 0) return stop.isCancellationRequested;
  let found = 0;
  let done = 0;
  const taken: Promise<void>[] = [];
  const { isPartial } = await files.scan(
    { roots, limits, ...question, nameOf: (uri) => names.of(uri) },
    (part) => {
      if (part.kind === 'found') {
        found = part.files;
      } else {
        done += part.files.length;
        for (const file of part.files) taken.push(take(file));
      }
      progress.tell(() => `${done} of ${found} files read`);
    },
    stop,
  );
  await Promise.all(taken);
  return isPartial;
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
