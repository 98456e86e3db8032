import { type Memento, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { labelText } from '../../../server/src/wire/protocol';
import { nameOf } from '../summary/summarize';

/** Files of public keys by the folders that they were chosen for. */
const KEYS = 'verify.publicKeys';

interface Choice extends QuickPickItem {
  readonly choose: () => Promise<Uri | 'none' | undefined>;
}

/**
 * Asks for the file of public keys by which signatures are checked; one that was chosen for this folder before is offered first.
 *
 * @param name of what is verified
 * @returns `none` where they are not to be checked; undefined when the user thinks better of it
 */
export async function askKeys(memory: Memento, folder: Uri, name: string): Promise<Uri | 'none' | undefined> {
  const remembered = memory.get<Readonly<Record<string, string>>>(KEYS, {});
  const key = folder.toString();
  const last = Object.hasOwn(remembered, key) ? remembered[key] : undefined;
  const known = last === undefined ? [] : [choiceOf(Uri.parse(last, true))];
  const without: Choice = {
    label: 'Without signatures',
    detail: 'Hashes alone: whoever can change a log and all digests from then on leaves no trace.',
    choose: async () => 'none',
  };
  const another: Choice = {
    label: '$(folder-opened) Choose a file of public keys…',
    detail: 'JSON of “aws cloudtrail list-public-keys” for the time and Region of the digests.',
    choose: chooseFile,
  };
  const chosen = await window.showQuickPick([...known, without, another], {
    title: `Verify Integrity of ${labelText(name)}`,
    placeHolder: 'By which public keys shall signatures be checked?',
    ignoreFocusOut: true,
  });
  const file = await chosen?.choose();
  if (file !== undefined && file !== 'none') await memory.update(KEYS, { ...remembered, [key]: file.toString() });
  return file;
}

function choiceOf(file: Uri): Choice {
  return { label: `$(key) ${labelText(nameOf(file))}`, description: 'as last time', choose: async () => file };
}

async function chooseFile(): Promise<Uri | undefined> {
  const defaultUri = workspace.workspaceFolders?.[0]?.uri;
  const [file] =
    (await window.showOpenDialog({
      title: 'Choose a File of Public Keys',
      openLabel: 'Verify',
      canSelectMany: false,
      filters: { JSON: ['json'], 'All files': ['*'] },
      ...(defaultUri !== undefined && { defaultUri }),
    })) ?? [];
  return file;
}
