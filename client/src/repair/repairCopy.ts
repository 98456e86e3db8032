import {
  commands,
  type Disposable,
  Range,
  type TextDocument,
  type TextDocumentShowOptions,
  type Uri,
  window,
} from 'vscode';
import { RepairRequest, type RepairResult } from '../../../server/src/wire/protocol';
import type { LogServer } from '../logServer';
import type { LogDocuments } from '../logs/logDocuments';
import { nameOf } from '../summary/summarize';
import { logToCopy } from './logToCopy';
import { fill, openNamedCopy } from './namedCopy';

/**
 * "Repair a Copy": every repair that invents nothing, made in a new untitled document beside the log, which is called after it. Takes the log's uri
 * (a menu gives a `Uri`, a code action of the server its text), else the active log. The log is never written.
 */
export function registerRepairCopy(server: LogServer, logs: LogDocuments): Disposable {
  return commands.registerCommand('workmailTrail.repairCopy', async (target?: Uri | string) => {
    const log = await logToCopy(target, logs);
    if (log === undefined) return;
    try {
      const result = await server.ask(RepairRequest, { uri: log.uri.toString() });
      await show(log, logs, result ?? undefined);
    } catch (error) {
      server.fail('The log could not be repaired.', error);
    }
  });
}

async function show(log: TextDocument, logs: LogDocuments, result: RepairResult | undefined): Promise<void> {
  if (result === undefined) {
    await window.showInformationMessage('This document is no longer open as a CloudTrail log.');
    return;
  }
  if (result.repaired > 0) {
    const copy = await openNamedCopy(log);
    logs.expectCopy(copy.uri);
    await fill(copy, result.text);
    const first = copy.positionAt(firstDifference(log.getText(), result.text));
    const options: TextDocumentShowOptions = { preview: false, selection: new Range(first, first) };
    await commands.executeCommand('vscode.diff', log.uri, copy.uri, `${nameOf(log.uri)} ↔ Repaired Copy`, options);
  }
  await tell(result);
}

/** Where the first repair was made, so that it can be shown: on a log of one line it lies far to the right. */
function firstDifference(before: string, after: string): number {
  let at = 0;
  while (at < before.length && before.charCodeAt(at) === after.charCodeAt(at)) {
    at += 1;
  }
  return at;
}

/** Without the names and sentences of what is left: they may quote the log, and a notification makes links of what it is told. */
async function tell({ repaired, left }: RepairResult): Promise<void> {
  const done = repaired === 0 ? 'No copy was made.' : `${problems(repaired)} repaired in the copy.`;
  if (left.length > 0) {
    const remedy = 'No repair is possible there without inventing facts: see the Problems panel.';
    await window.showWarningMessage(`${done} ${problems(left.length)} left. ${remedy}`);
  } else {
    await window.showInformationMessage(repaired === 0 ? 'This log needs no repair.' : done);
  }
}

function problems(count: number): string {
  return count === 1 ? '1 problem is' : `${count} problems are`;
}
