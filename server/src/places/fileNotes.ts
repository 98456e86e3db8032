import type { LogOutline } from '../core/index';
import type { ReadFailure, ReadNote } from '../host/logFiles';
import { promiseOf } from './deliveryPath';

/**
 * What is wrong with a file whose text was read, as a file. One that is no log lacks nothing by that; but one that is called
 * like a log and is none does.
 *
 * @param name path or uri
 * @param notes on its bytes
 */
export function notesOfText(
  name: string,
  { container, kind }: { readonly container: string; readonly kind: LogOutline['kind'] },
  notes: readonly ReadNote[],
): readonly ReadNote[] {
  if (container !== 'none') return notes;
  const promise = brokenPromise(name, kind);
  const told = isMissed(notes) ? notes : notes.map((note) => ({ ...note, isLoss: false }));
  return promise === undefined ? told : [...told, { code: 'name', message: promise, isLoss: true }];
}

/**
 * The same of a file without a text.
 *
 * @param isLeftOut it was not opened, and did not have to be
 */
export function notesOfFailure(name: string, read: ReadFailure, isLeftOut = false): readonly ReadNote[] {
  const isNoLog = isLeftOut || read.noLog !== undefined;
  const note = { code: isNoLog ? 'left-out' : 'unread', message: read.failure, isLoss: !isNoLog };
  const promise = brokenPromiseOf(name, read);
  return promise === undefined ? [note] : [note, { code: 'name', message: promise, isLoss: true }];
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
