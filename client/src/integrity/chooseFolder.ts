import { type QuickPickItem, type Uri, window, workspace } from 'vscode';
import { labelText } from '../../../server/src/wire/protocol';
import type { Places } from '../places/places';
import { namesOf } from '../summary/summarize';

interface Choice extends QuickPickItem {
  readonly choose: () => Promise<Uri | undefined>;
}

/**
 * Lets the user choose a folder on a disk: one that was inspected, one that is open, or any other.
 *
 * @param notHere is said where there is no disk
 */
export async function chooseFolder(places: Places, notHere: string): Promise<Uri | undefined> {
  const open = workspace.workspaceFolders ?? [];
  if (open.length > 0 && open.every(({ uri }) => uri.scheme !== 'file')) {
    await window.showInformationMessage(notHere);
    return undefined;
  }
  const inspected = places.all().flatMap(({ uri, isFolder }) => (isFolder ? [{ uri, words: 'inspected folder' }] : []));
  const known = new Map(inspected.map((each) => [each.uri.toString(), each]));
  for (const { uri } of open) if (!known.has(uri.toString())) known.set(uri.toString(), { uri, words: 'open folder' });
  const all = Array.from(known.values());
  if (all.length === 0) return pickFolder();
  const names = namesOf(all.map(({ uri }) => uri));
  const choices = all.map(
    ({ uri, words }, at): Choice => ({
      label: labelText(names[at] ?? ''),
      description: words,
      choose: async () => uri,
    }),
  );
  const another: Choice = { label: '$(folder-opened) Choose a folder…', choose: pickFolder };
  const chosen = await window.showQuickPick([...choices, another], {
    title: 'Verify Integrity',
    placeHolder: 'The logs of which folder? Digests have to lie in it, too.',
  });
  return chosen?.choose();
}

async function pickFolder(): Promise<Uri | undefined> {
  const [folder] =
    (await window.showOpenDialog({
      title: 'Choose a Folder of CloudTrail Logs and Digests',
      openLabel: 'Verify',
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  return folder;
}
