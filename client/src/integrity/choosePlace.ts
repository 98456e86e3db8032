import { type QuickPickItem, Uri, window, workspace } from 'vscode';
import { labelText } from '../../../server/src/wire/protocol';
import { isBrowserAlone } from '../browserAlone';
import { urisShown } from '../logs/shownUris';
import { logOf, viewIn } from '../logs/views';
import type { Places } from '../places/places';
import { namesOf } from '../summary/summarize';
import { placeOfFiles, type VerifiedPlace } from './verifiedPlace';

interface Choice extends QuickPickItem {
  readonly choose: () => Promise<VerifiedPlace | undefined>;
}

/**
 * Lets the user choose a folder on a disk: one that was inspected, one that is open, or any other; or files: those that are open, or any others.
 *
 * @param notHere is said where there is no disk
 */
export async function choosePlace(places: Places, notHere: string): Promise<VerifiedPlace | undefined> {
  const open = workspace.workspaceFolders ?? [];
  if (isBrowserAlone() || (open.length > 0 && open.every(({ uri }) => uri.scheme !== 'file'))) {
    await window.showInformationMessage(notHere);
    return undefined;
  }
  const inspected = places.all().flatMap(({ uri, isFolder }) => (isFolder ? [{ uri, words: 'inspected folder' }] : []));
  const known = new Map(inspected.map((each) => [each.uri.toString(), each]));
  for (const { uri } of open) if (!known.has(uri.toString())) known.set(uri.toString(), { uri, words: 'open folder' });
  const all = Array.from(known.values());
  const names = namesOf(all.map(({ uri }) => uri));
  const choices = all.map(
    ({ uri, words }, at): Choice => ({
      label: labelText(names[at] ?? ''),
      description: words,
      choose: async () => ({ folder: uri }),
    }),
  );
  const shown = openFiles();
  const some = placeOfFiles(shown);
  const ofOpen: Choice = {
    label: shown.length === 1 ? 'The open file' : `The ${shown.length} open files`,
    description: 'digests have to be among them',
    choose: async () => some,
  };
  const others: readonly Choice[] = [
    { label: '$(folder-opened) Choose a folder…', choose: pickFolder },
    { label: '$(file) Choose files…', description: 'logs and their digests', choose: pickFiles },
  ];
  const chosen = await window.showQuickPick([...choices, ...(some === undefined ? [] : [ofOpen]), ...others], {
    title: 'Verify Integrity',
    placeHolder: 'Which logs? Digests have to lie among them.',
  });
  return chosen?.choose();
}

/** Those with a tab that can be logs or digests, compressed ones by their own names. */
function openFiles(): readonly Uri[] {
  const files = Array.from(urisShown(), (text) => {
    const uri = Uri.parse(text, true);
    const view = viewIn({ uri });
    return view === undefined ? uri : logOf(view);
  }).filter(({ scheme, path }) => scheme === 'file' && /\.json[^/]*$/i.test(path));
  return Array.from(new Map(files.map((file) => [file.toString(), file])).values());
}

async function pickFiles(): Promise<VerifiedPlace | undefined> {
  const files = await window.showOpenDialog({
    title: 'Choose CloudTrail Logs and Their Digests',
    openLabel: 'Verify',
    canSelectMany: true,
  });
  return files && placeOfFiles(files);
}

async function pickFolder(): Promise<VerifiedPlace | undefined> {
  const [folder] =
    (await window.showOpenDialog({
      title: 'Choose a Folder of CloudTrail Logs and Digests',
      openLabel: 'Verify',
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  return folder && { folder };
}
