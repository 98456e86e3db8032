import { type TextDocument, Uri, window } from 'vscode';
import { activeLog } from '../logs/activeLog';
import type { LogDocuments } from '../logs/logDocuments';

/**
 * The log that a command makes a copy of: the one whose uri it was given (by a menu as a `Uri`, by a code action of the server as text),
 * else the active log. Says so where there is none.
 */
export async function logToCopy(
  target: Uri | string | undefined,
  logs: LogDocuments,
): Promise<TextDocument | undefined> {
  const uri = typeof target === 'string' ? Uri.parse(target, true) : target;
  const log = uri === undefined ? activeLog(logs) : logs.get(uri);
  if (log === undefined) {
    await window.showInformationMessage('Open a CloudTrail log first: a copy is made of the log in the active editor.');
  }
  return log;
}
