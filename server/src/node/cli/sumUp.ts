import type { AddedNames, OwnData } from '../../core';
import type { LogFiles, ScannedFile } from '../../host/logFiles';
import { askedOf } from '../../places/asked';
import { failedFile, withRows } from '../../places/scannedFile';
import { ScanCollector, type ScanSummary } from '../../places/scanSummary';
import { fileOf } from '../scan/readHere';
import { addedNames } from './addedNames';
import type { Reading } from './arguments';
import type { CommandContext } from './commandContext';
import { Names, type Place, placesNamed, STDIN_URI } from './places';
import { readLog } from './readLog';
import { type AnsweredLogs, RowsOfFiles } from './rowsOfFiles';

/** All logs together, as reports are written from them. */
export interface SummedUp {
  readonly found: ScanSummary;
  readonly names: Names;
  readonly added: AddedNames;
  readonly places: readonly Place[];
  /** What happened in them; undefined where nobody asked. */
  readonly answers: () => AnsweredLogs | undefined;
  /** What WorkMail's own logs among them hold, for programs; undefined where there are none, and where nobody asked. */
  readonly own: () => OwnData | undefined;
  /** It was stopped before everything was read. */
  readonly isPartial: boolean;
  /** Something that should have been read could not be, or was not. */
  readonly isIncomplete: boolean;
}

/**
 * Reads all logs and sums them up.
 *
 * @param isAnswering whether somebody will ask what happened in them
 * @param hear is told each file
 */
export async function sumUp(
  reading: Reading & { readonly names?: readonly string[] },
  around: CommandContext,
  files: LogFiles,
  isAnswering: boolean,
  hear: (file: ScannedFile) => void = () => undefined,
): Promise<SummedUp> {
  const places = await placesNamed(reading.files);
  const names = new Names(places);
  const question = { ...reading.question, ...(isAnswering && { keepsRows: true }) };
  const rows = new RowsOfFiles(
    (uri) => names.of(uri),
    (uri) => names.rank(uri),
  );
  const collector = new ScanCollector(
    (uri) => names.of(uri),
    reading.question.service ?? 'workmail',
    (uri) => names.rank(uri),
  );
  const added = await addedNames(reading.names ?? [], files, around);
  let failed = added.isIncomplete;
  let hasOwn = false;
  const take = async (file: ScannedFile): Promise<void> => {
    collector.add(file);
    hasOwn ||= (file.counts.own ?? 0) > 0;
    hear(file);
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
  return {
    found: collector.result(),
    names,
    added: added.names,
    places,
    answers: () => (isAnswering ? rows.answers(added.names) : undefined),
    own: () => (isAnswering && hasOwn ? rows.own(added.names) : undefined),
    isPartial,
    isIncomplete: failed || isPartial,
  };
}

/** What was read, in words. */
export function placesRead(places: readonly Place[]): readonly string[] {
  return places.map((place) => (place.kind === 'stdin' ? 'standard input' : place.label));
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
