import { type QuickPickItem, QuickPickItemKind, type Uri, window } from 'vscode';
import { labelText } from '../../../server/src/protocol';
import type { LogDocuments } from '../logs/logDocuments';
import { openOneLog } from '../logs/openLog';
import { nameOf } from './summarize';

interface Choice extends QuickPickItem {
  /** What to do when it is picked. Undefined: the user changed their mind, or it was only a heading. */
  readonly choose: () => Promise<readonly Uri[] | undefined>;
}

/** Lets the user choose what to report on: an open log, all of them, or a file. Undefined when they chose nothing. */
export async function chooseLogs(logs: LogDocuments): Promise<readonly Uri[] | undefined> {
  const open = logs.all().map(({ uri }) => uri);
  if (open.length === 0) {
    return chooseFile();
  }
  const choice = await window.showQuickPick(choices(open), {
    title: 'Summarize WorkMail Events',
    placeHolder: 'Which log?',
  });
  return choice?.choose();
}

function choices(open: readonly Uri[]): readonly Choice[] {
  const offered: Choice[] = open.map((uri) => ({ label: labelText(nameOf(uri)), choose: async () => [uri] }));
  if (open.length > 1) {
    offered.push({ label: `All ${open.length} open logs`, description: 'in one report', choose: async () => open });
  }
  const nothing = async () => undefined;
  return [
    ...offered,
    { label: '', kind: QuickPickItemKind.Separator, choose: nothing },
    { label: '$(folder-opened) Choose a file…', choose: chooseFile },
  ];
}

async function chooseFile(): Promise<readonly Uri[] | undefined> {
  const uri = await openOneLog('Summarize');
  return uri === undefined ? undefined : [uri];
}
