import {
  addEvent,
  addLog,
  containerText,
  type EventFilter,
  type EventInLog,
  emptySummary,
  type LinkPlace,
  mergeSummaries,
  movedSummary,
  type ReportSource,
  type Summary,
} from '../core/index';
import { type Analysis, allFacts, spanAt } from '../documents/analysis';
import { rangeOf } from '../documents/lsp';
import type { ScannedFile } from '../host/logFiles';
import type { Place } from '../places/place';
import { lastName } from '../wire/placeNames';

/** One of the logs and folders that a report is asked for. */
export interface Asked {
  readonly uri: string;
  /** How it is called; not escaped. */
  readonly label: string;
  readonly found: FoundLog | { readonly kind: 'folder'; readonly place: Place } | MissingLog;
}

interface MissingLog {
  readonly kind: 'missing';
  /** Of a file that was to be inspected and can't be read: why. Absent for a log that is not known. */
  readonly reason?: string;
}

/** A log that was read as a whole, in an editor or from disk. */
interface FoundLog {
  readonly kind: 'open' | 'disk';
  readonly analysis: Analysis;
}

/** Where the events of one log of a summary stand. */
export type SummedLog =
  | (FoundLog & { readonly asked: number })
  | { readonly kind: 'file'; readonly asked: number; readonly folder: string; readonly file: ScannedFile }
  /** Its events are not at hand. */
  | { readonly kind: 'none' };

/** What is summed up together: `sources` and `logs` are by position of the log in the summary. */
export interface ReportInput {
  readonly summary: Summary;
  readonly sources: readonly ReportSource[];
  readonly logs: readonly SummedLog[];
  /** Folders among it, in the order they were asked for. */
  readonly folders: readonly FolderAmong[];
  /** What of it answers a question; absent: nothing was asked, and all of it counts. */
  readonly kept?: Kept;
}

/** A folder among what is summed up. */
export interface FolderAmong {
  readonly place: Place;
  /** How it is called; not escaped. */
  readonly label: string;
  /** Its logs in the summary; the end is exclusive. */
  readonly from: number;
  readonly to: number;
  /** Files that are told of by their numbers alone, as one log of the summary. */
  readonly rest: { readonly files: readonly ScannedFile[]; readonly at: number };
}

/** Which events answer a question. */
export interface Kept {
  readonly has: (event: EventInLog) => boolean;
  /** What does not, by position of the log in the summary. */
  readonly unasked: readonly Unasked[];
}

/** Records that do not answer a question, and how many of these are broken JSON. */
export interface Unasked {
  readonly records: number;
  readonly broken: number;
}

/** What does not answer in some logs together. @param to exclusive */
export function unaskedIn({ unasked }: Kept, from = 0, to = unasked.length): Unasked {
  const sum = { records: 0, broken: 0 };
  for (const { records, broken } of unasked.slice(from, to)) {
    sum.records += records;
    sum.broken += broken;
  }
  return sum;
}

/**
 * Adds up logs, event by event, and what was found in folders, yielding how many events are added so far.
 *
 * A folder alone gives what the terminal gives for it: the same function counts both.
 */
export function* collectReportInput(all: readonly Asked[]): Generator<number, ReportInput> {
  const logs: SummedLog[] = [];
  const sources: ReportSource[] = [];
  const folders: ReportInput['folders'][number][] = [];
  let summary = emptySummary();
  let added = 0;
  for (const [asked, { uri, label, found }] of all.entries()) {
    const log = logs.length;
    if (found.kind === 'folder') {
      const { place } = found;
      const ofFolder = place.collector.result();
      summary = mergeSummaries(summary, movedSummary(ofFolder.summary, log));
      const own = lastName(uri);
      for (const source of ofFolder.sources) sources.push({ ...source, label: renamed(source.label, own, label) });
      for (const file of ofFolder.files) {
        logs.push(file === undefined ? { kind: 'none' } : { kind: 'file', asked, folder: uri, file });
      }
      const listed = new Set(ofFolder.files);
      const rest = place.files.filter((file) => !listed.has(file));
      folders.push({ place, label, from: log, to: logs.length, rest: { files: rest, at: logs.length - 1 } });
      added += ofFolder.summary.events.size;
      yield added;
      continue;
    }
    addLog(summary, log);
    sources.push({ label, form: formOf(found), ...(found.kind === 'missing' && { logs: 0 }) });
    logs.push(found.kind === 'missing' ? { kind: 'none' } : { ...found, asked });
    for (const facts of found.kind === 'missing' ? [] : allFacts(found.analysis)) {
      addEvent(summary, log, facts);
      yield ++added;
    }
  }
  return { summary, sources, logs, folders };
}

/** The events that are at hand: of a folder those of WorkMail, and those too damaged to tell whose they are. */
export function* eventsOf({ logs, kept }: ReportInput): Generator<EventInLog> {
  for (const [log, summed] of logs.entries()) {
    if (summed.kind === 'none') continue;
    for (const facts of summed.kind === 'file' ? summed.file.events : allFacts(summed.analysis)) {
      const event = { log, facts };
      if (kept?.has(event) !== false) yield event;
    }
  }
}

/** Where a link to an event leads. */
export function linkPlace({ logs }: ReportInput, log: number, index: number): LinkPlace | undefined {
  const summed = logs[log];
  if (summed === undefined || summed.kind === 'none') return undefined;
  const { asked } = summed;
  if (summed.kind === 'disk') return { asked, below: '' };
  if (summed.kind === 'file') {
    const { uri } = summed.file;
    // What a link in the folder leads to may lie elsewhere.
    return uri.startsWith(`${summed.folder}/`) ? { asked, below: uri.slice(summed.folder.length) } : undefined;
  }
  const span = spanAt(summed.analysis, index);
  return span && { asked, range: rangeOf(summed.analysis.text, span) };
}

/**
 * Whether the records that a filter picks are at hand. Of folders, other services are only counted; and a position of a log
 * means another file once the folder is read anew.
 */
export function canSelect({ folders }: ReportInput, { service, log }: EventFilter): boolean {
  return folders.length === 0 || (service === 'workmail' && log === undefined);
}

/** Files of a folder go by the name that tells the folder from others. */
function renamed(label: string, folder: string, name: string): string {
  return label.startsWith(`${folder}/`) ? `${name}${label.slice(folder.length)}` : label;
}

function formOf(found: FoundLog | MissingLog): string {
  if (found.kind === 'missing') {
    return found.reason === undefined ? 'not open as a CloudTrail log, nor inspected' : `not read: ${found.reason}`;
  }
  return found.analysis.hasFailed ? 'could not be analysed' : containerText(found.analysis.outline.container);
}
