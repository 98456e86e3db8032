import type { CancellationToken } from 'vscode-languageserver';
import type { Analysis } from '../documents/analysis';
import type { Documents } from '../documents/documents';
import { cancelled } from '../host/cooperate';
import type { ReadNote } from '../host/logFiles';
import type { DiskLogs } from '../places/diskLogs';
import type { Inspected } from '../places/inspected';

/** A text of which views are made: an open log, or a file on disk, whose container is `none` where it is no log. */
export interface ViewedLog {
  readonly analysis: Analysis;
  /** What is wrong with the file around its text. */
  readonly notes: readonly ReadNote[];
  /** Whether an editor can show the text itself, so that there is an original to go to. */
  readonly isText: boolean;
}

/** Why there is nothing to make a view of, in sentences for its reader. */
export interface Unreadable {
  readonly failure: string;
}

/** Where logs are. */
export interface Logs {
  readonly documents: Documents;
  readonly inspected: Inspected;
  readonly diskLogs: DiskLogs;
}

/** VS Code hands no longer document to an extension. UTF-16 units. */
export const LONGEST_TEXT = 50 * 1024 * 1024;

const NO_FILES =
  'Compressed and large logs are read from the disk of the machine that VS Code works on, and there is none here. ' +
  'Unpack the file and open what is in it, or open it in VS Code on a machine that has it.';
const NOT_ON_DISK =
  'This file does not lie on the disk of the machine that VS Code works on. Copy it there, and open the copy.';

/**
 * The log as it is in its editor, else as it was when it was last read from disk. A long one that was inspected is at hand.
 *
 * @throws ResponseError RequestCancelled
 */
export async function viewedLog(
  { documents, inspected, diskLogs }: Logs,
  uri: string,
  token: CancellationToken,
): Promise<ViewedLog | Unreadable> {
  const open = await documents.newest(uri, token);
  if (open !== undefined) return { analysis: open, notes: [], isText: true };
  const large = inspected.analysis(uri);
  if (large !== undefined && large.text.length > LONGEST_TEXT) return { analysis: large, notes: [], isText: false };
  if (!uri.startsWith('file:')) return { failure: NOT_ON_DISK };
  let read = await diskLogs.reread(uri, token, documents.orders);
  if (read !== undefined && 'analysis' in read && read.analysis.outline.lacksNames === true)
    read = await diskLogs.reread(uri, token, await documents.allOrders(token));
  if (token.isCancellationRequested) throw cancelled();
  if (read === undefined) return { failure: NO_FILES };
  if ('failure' in read) return { failure: `This file cannot be shown as a log: ${read.failure}` };
  return { ...read, isText: !read.isCompressed };
}
