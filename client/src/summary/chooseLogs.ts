import { type QuickPickItem, QuickPickItemKind, type Uri, window } from 'vscode';
import { labelText } from '../../../server/src/wire/protocol';
import type { LogDocuments } from '../logs/logDocuments';
import { openOneLog } from '../logs/openLog';
import type { Places } from '../places/places';
import { everything } from './everything';
import { namesOf } from './summarize';

interface Choice extends QuickPickItem {
  /** What to do when it is picked. Undefined: the user changed their mind, or it was only a heading. */
  readonly choose: () => Promise<readonly Uri[] | undefined>;
}

/**
 * Lets the user choose what to report on: an open log, an inspected folder, all of them, or a file. Undefined when they chose
 * nothing.
 */
export async function chooseLogs(
  logs: LogDocuments,
  places: Places,
  title = 'Summarize WorkMail Events',
  button = 'Summarize',
): Promise<readonly Uri[] | undefined> {
  const front = nameInFront();
  if (logs.size + places.size === 0) {
    return chooseFile(button, front && `${front} Holds No CloudTrail Events: Choose a Log`);
  }
  const choice = await window.showQuickPick(choices(logs, places, button), {
    title,
    placeHolder: front === undefined ? 'Which log?' : `${front} holds no CloudTrail events. Which log?`,
  });
  return choice?.choose();
}

function choices(logs: LogDocuments, places: Places, button: string): readonly Choice[] {
  const known = [
    ...places.all().map(({ uri, isFolder }) => ({ uri, description: isFolder ? 'inspected folder' : 'log on disk' })),
    ...logs.all().map(({ uri }) => ({ uri, description: 'open log' })),
  ];
  const names = namesOf(known.map(({ uri }) => uri));
  const offered = known.map(
    ({ uri, description }, at): Choice => ({
      label: labelText(names[at] ?? ''),
      description,
      choose: async () => [uri],
    }),
  );
  if (offered.length > 1) {
    offered.push({ ...allWords(logs, places), choose: async () => everything(logs, places) });
  }
  const nothing = async () => undefined;
  return [
    ...offered,
    { label: '', kind: QuickPickItemKind.Separator, choose: nothing },
    { label: '$(folder-opened) Choose a file…', choose: () => chooseFile(button) },
  ];
}

function allWords(logs: LogDocuments, places: Places): QuickPickItem {
  if (places.size === 0) {
    return { label: `All ${logs.all().length} open logs`, description: 'in one report' };
  }
  return { label: 'Everything', description: 'open logs and what was inspected, in one report' };
}

/** For who asked about the document in front, and is asked for a file instead. */
function nameInFront(): string | undefined {
  const front = window.activeTextEditor?.document.uri;
  return front && labelText(namesOf([front])[0] ?? '');
}

async function chooseFile(button: string, title?: string): Promise<readonly Uri[] | undefined> {
  const uri = await openOneLog(button, title);
  return uri === undefined ? undefined : [uri];
}
