import { commands, type Disposable, type TextDocument, type Uri, window } from 'vscode';
import { RedactRequest, type RedactResult } from '../../../server/src/wire/protocol';
import { number } from '../events/words';
import type { LogServer } from '../logServer';
import type { LogDocuments } from '../logs/logDocuments';
import { logToCopy } from '../repair/logToCopy';
import { fill, openNamedCopy } from '../repair/namedCopy';
import { askKeyFile, type KeyFile, keyWords, saveKey } from './keyFile';

/**
 * "Redact a Copy": a new untitled document with other values in the place of those that tell of somebody, the same everywhere, and
 * a key file that says which. Takes the log's uri, else the active log. The log is never written.
 */
export function registerRedactCopy(server: LogServer, logs: LogDocuments): Disposable {
  return commands.registerCommand('workmailTrail.redactCopy', async (target?: Uri | string) => {
    const log = await logToCopy(target, logs);
    if (log === undefined) return;
    const key = await askKeyFile('Redact a Copy');
    if (key === undefined) return;
    try {
      const params = { uri: log.uri.toString(), ...(key.text !== undefined && { key: key.text }) };
      const result = await server.ask(RedactRequest, params);
      await take(log, logs, key, result ?? undefined);
    } catch (error) {
      server.fail('No redacted copy could be made.', error);
    }
  });
}

async function take(
  log: TextDocument,
  logs: LogDocuments,
  key: KeyFile,
  result: RedactResult | { readonly refused: string } | undefined,
): Promise<void> {
  if (result === undefined) {
    await window.showInformationMessage('This document is no longer open as a CloudTrail log.');
  } else if ('refused' in result) {
    await window.showErrorMessage(`No copy was made. ${result.refused}`);
  } else if (await isWanted(result)) {
    // First: without its key a copy can't be gone on with, nor undone.
    if (await saveKey(key, result.key)) await show(log, logs, key, result);
  }
}

/** What is left is told before there is a copy. Without the values: a notification makes links of what it is told. */
async function isWanted({ remaining }: RedactResult): Promise<boolean> {
  if (remaining.length === 0) return true;
  const [first] = remaining;
  const values =
    remaining.length === 1
      ? '1 value that was replaced still stands'
      : `${remaining.length} values that were replaced still stand`;
  const question = `${values} in the copy, the first in line ${(first?.line ?? 0) + 1}, character ${(first?.character ?? 0) + 1}.`;
  const open = 'Open the Copy Anyway';
  const detail = 'Look for them in the copy before you hand it on.';
  return (await window.showWarningMessage(question, { modal: true, detail }, open)) === open;
}

async function show(log: TextDocument, logs: LogDocuments, key: KeyFile, result: RedactResult): Promise<void> {
  const copy = await openNamedCopy(log, { word: 'redacted', name: result.name });
  logs.expectCopy(copy.uri);
  await fill(copy, result.text);
  await window.showTextDocument(copy, { preview: false });
  const done = `${number(result.replaced)} ${result.replaced === 1 ? 'place is' : 'places are'} redacted in the copy.`;
  const byForm =
    result.byForm === 0
      ? ''
      : ` ${number(result.byForm)} damaged ${result.byForm === 1 ? 'record was' : 'records were'} redacted by form alone: read them yourself.`;
  const limit = ' Names in running text that stand nowhere else as a value are not known: read what people wrote.';
  await window.showInformationMessage(`${done}${byForm}${limit} ${keyWords(key)}`);
}
