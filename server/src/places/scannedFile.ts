import { noCounts } from '../core/index';
import type { FileStretch, LogOnDisk, ReadFailure, ReadNote, ScannedFile } from '../host/logFiles';
import { brokenPromise, brokenPromiseOf, isMissed, notesOfFailure, notesOfText } from './fileNotes';
import { KeptEvents } from './keptEvents';
import type { ScannedText } from './scanText';
import type { EventsTold } from './wantedEvents';

/** What a scan says of one file, made from what was found in it. */

export type Identity = Pick<ScannedFile, 'uri' | 'size' | 'modified'>;

/** The same without its rows: as it is told from thread to thread, and from session to session. */
export type FileTold = Omit<ScannedFile, 'events' | 'stretches'> & { readonly events: EventsTold };

/** A file with its rows. */
export function withRows(told: FileTold, stretches: readonly FileStretch[]): ScannedFile {
  return { ...told, stretches, events: new KeptEvents(told.uri, stretches, told.events) };
}

/** A file whose text was read, log or not. */
export function readFile(
  { uri, size, modified }: Identity,
  { kind, advice, ...found }: ScannedText,
  { notes, isCompressed }: Pick<LogOnDisk, 'notes' | 'isCompressed'>,
): FileTold {
  const told = notesOfText(uri, { container: found.container, kind }, notes);
  const isLog = found.container !== 'none';
  const isWhole = !notes.some(({ isLoss }) => isLoss);
  const file = { uri, size, modified, isCompressed, notes: told, ...found };
  const messages = notes.map(({ message }) => message);
  // It holds events, and none of them is among those told of.
  if (advice !== undefined && isLog)
    return Object.assign(file, { outcome: 'skipped', isFailure: true, reasons: [...messages, advice] } as const);
  if (isLog)
    return Object.assign(file, {
      outcome: isWhole ? 'read' : 'partly',
      isFailure: !isWhole,
      reasons: messages,
    } as const);
  const isFailure = isMissed(notes) || brokenPromise(uri, kind) !== undefined;
  return Object.assign(file, { outcome: 'skipped', isFailure, reasons: noLogReasons(uri, kind, notes) } as const);
}

function noLogReasons(uri: string, kind: string | undefined, notes: readonly ReadNote[]): readonly string[] {
  const promise = brokenPromise(uri, kind);
  const told = isMissed(notes) ? notes : notes.filter(({ code }) => code === 'empty');
  const isEmpty = notes.some(({ code }) => code === 'empty');
  const what = kind === undefined ? 'not a CloudTrail log.' : `not a CloudTrail log: this is ${kind}.`;
  return [...told.map(({ message }) => message), ...(promise !== undefined ? [promise] : isEmpty ? [] : [what])];
}

/** A file without a text. */
export function unreadFile(identity: Identity, read: ReadFailure): FileTold {
  const failed = failedFile(identity, read.failure);
  if (read.noLog === undefined) return failed;
  const notes = notesOfFailure(identity.uri, read);
  return {
    ...failed,
    isFailure: brokenPromiseOf(identity.uri, read) !== undefined,
    reasons: notes.map(({ message }) => message),
    notes,
  };
}

/** A file that should have been read and could not be. */
export function failedFile(identity: Identity, reason: string): FileTold {
  return {
    ...nothing,
    uri: identity.uri,
    size: identity.size,
    modified: identity.modified,
    isFailure: true,
    reasons: [reason],
    notes: notesOfFailure(identity.uri, { failure: reason }),
  };
}

/** A log that was read as a whole and of which nothing is told: its rows were written where it was read. */
export function writtenFile(uri: string): FileTold {
  return { ...nothing, uri, outcome: 'read', container: 'records' };
}

/** A file that is not to be read. */
export function leftFile(uri: string, reason: string): FileTold {
  return { ...nothing, uri, reasons: [reason], notes: notesOfFailure(uri, { failure: reason }, true) };
}

const nothing: FileTold = {
  uri: '',
  outcome: 'skipped',
  isFailure: false,
  reasons: [],
  notes: [],
  size: 0,
  modified: 0,
  isCompressed: false,
  container: 'none',
  counts: noCounts,
  malformed: { syntax: 0, schema: 0 },
  others: [],
  first: undefined,
  last: undefined,
  outside: 0,
  events: { service: 'workmail', count: 0 },
};
