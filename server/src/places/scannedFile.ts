import { noCounts } from '../core/index';
import type { LogOnDisk, ReadFailure, ReadNote, ScannedFile } from '../host/logFiles';
import { promiseOf } from './deliveryPath';
import type { ScannedText } from './scanText';

/** What a scan says of one file, made from what was found in it. */

type Identity = Pick<ScannedFile, 'uri' | 'size' | 'modified'>;

/** A file whose text was read, log or not. */
export function readFile(
  { uri, size, modified }: Identity,
  { kind, advice, ...found }: ScannedText,
  { notes, isCompressed }: Pick<LogOnDisk, 'notes' | 'isCompressed'>,
): ScannedFile {
  const isLog = found.container !== 'none';
  const isWhole = !notes.some(({ isLoss }) => isLoss);
  const file = { uri, size, modified, isCompressed, stretches: nothing.stretches, ...found };
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

/** Whether events may stand in what could not be read of a file that seems to be no log. Its characters tell of none. */
export function isMissed(notes: readonly ReadNote[]): boolean {
  return notes.some(({ code, isLoss }) => isLoss && code !== 'encoding');
}

/**
 * What to say of a file that is called like a log and holds nothing that can be read as events: damage, or another hand, has
 * taken its content away. Undefined for all others, and where a name was only meant to say what the file is about.
 *
 * @param name path or uri
 * @param kind what the file is instead, if that is known
 */
export function brokenPromise(name: string, kind: string | undefined): string | undefined {
  const promise = promiseOf(name);
  if (promise === undefined || (promise === 'cloudtrail' && kind !== undefined)) return undefined;
  const what = kind === undefined ? '' : `: this is ${kind}`;
  return `its name says CloudTrail, but nothing in it can be read as events${what}.`;
}

/** The same of a file that has no text. */
export function brokenPromiseOf(name: string, { noLog }: ReadFailure): string | undefined {
  const promise = noLog === undefined ? undefined : promiseOf(name);
  return promise === 'delivered' || noLog === 'unknown' ? brokenPromise(name, undefined) : undefined;
}

/** A file without a text. */
export function unreadFile(identity: Identity, read: ReadFailure): ScannedFile {
  const failed = failedFile(identity, read.failure);
  if (read.noLog === undefined) return failed;
  const promise = brokenPromiseOf(identity.uri, read);
  return promise === undefined ? { ...failed, isFailure: false } : { ...failed, reasons: [...failed.reasons, promise] };
}

/** A file that should have been read and could not be. */
export function failedFile(identity: Identity, reason: string): ScannedFile {
  return {
    ...nothing,
    uri: identity.uri,
    size: identity.size,
    modified: identity.modified,
    isFailure: true,
    reasons: [reason],
  };
}

/** A file that is not to be read. */
export function leftFile(uri: string, reason: string): ScannedFile {
  return { ...nothing, uri, reasons: [reason] };
}

const nothing: ScannedFile = {
  uri: '',
  outcome: 'skipped',
  isFailure: false,
  reasons: [],
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
  events: [],
  ranges: [],
  stretches: [],
};
