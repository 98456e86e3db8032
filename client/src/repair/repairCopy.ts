import {
  commands,
  type Disposable,
  Range,
  type TextDocument,
  type TextDocumentShowOptions,
  Uri,
  window,
  workspace,
} from 'vscode';
import { labelText, RepairRequest, type RepairResult } from '../../../server/src/protocol';
import type { LogServer } from '../logServer';
import { activeLog } from '../logs/activeLog';
import type { LogDocuments } from '../logs/logDocuments';
import { nameOf } from '../summary/summarize';

/**
 * "Repair a Copy": every repair that invents nothing, made in a new untitled document beside the log. Takes the log's uri
 * (a menu gives a `Uri`, a code action of the server its text), else the active log. The log is never written.
 */
export function registerRepairCopy(server: LogServer, logs: LogDocuments): Disposable {
  return commands.registerCommand('workmailTrail.repairCopy', async (target?: Uri | string) => {
    const uri = typeof target === 'string' ? Uri.parse(target, true) : target;
    const log = uri === undefined ? activeLog(logs) : logs.get(uri);
    if (log === undefined) {
      await window.showInformationMessage(
        'Open a CloudTrail log first: a copy is made of the log in the active editor.',
      );
      return;
    }
    try {
      const result = await server.ask(RepairRequest, { uri: log.uri.toString() });
      await show(log, result ?? undefined);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await window.showErrorMessage(`${labelText(nameOf(log.uri))} could not be repaired. ${labelText(reason)}`);
    }
  });
}

async function show(log: TextDocument, result: RepairResult | undefined): Promise<void> {
  const name = labelText(nameOf(log.uri));
  if (result === undefined) {
    await window.showInformationMessage(`${name} is no longer open as a CloudTrail log.`);
    return;
  }
  if (result.repaired > 0) {
    const copy = await workspace.openTextDocument({ content: result.text, language: log.languageId });
    const first = copy.positionAt(firstDifference(log.getText(), result.text));
    const options: TextDocumentShowOptions = { preview: false, selection: new Range(first, first) };
    await commands.executeCommand('vscode.diff', log.uri, copy.uri, `${name} ↔ Repaired Copy`, options);
  }
  await tell(name, result);
}

/** Where the first repair was made, so that it can be shown: on a log of one line it lies far to the right. */
function firstDifference(before: string, after: string): number {
  let at = 0;
  while (at < before.length && before.charCodeAt(at) === after.charCodeAt(at)) {
    at += 1;
  }
  return at;
}

async function tell(name: string, { repaired, left }: RepairResult): Promise<void> {
  const made = repaired === 1 ? '1 problem is' : `${repaired} problems are`;
  const done =
    repaired === 0 ? `Nothing in ${name} can be repaired safely.` : `${made} repaired in the copy of ${name}.`;
  if (left.length === 0) {
    await window.showInformationMessage(repaired === 0 ? `${name} needs no repair.` : done);
    return;
  }
  const [first] = left;
  const rest = left.length === 1 ? '' : ` And ${left.length - 1} more: see the Problems panel.`;
  await window.showWarningMessage(`${done} Left for you: ${labelText(first ?? '')}${rest}`);
}
