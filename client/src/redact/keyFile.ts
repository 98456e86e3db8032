import { FileType, Uri, window, workspace } from 'vscode';
import { labelText } from '../../../server/src/wire/protocol';

/** Where the key of a case is kept, and what it holds so far; nothing for a new one. */
export interface KeyFile {
  readonly uri: Uri;
  readonly text: string | undefined;
}

const FILTERS = { 'Key of redacted copies': ['json'] };

/** Asks for the key file of a case. Undefined when the user thinks better of it, or the file is none. @param title what the key is for */
export async function askKeyFile(title: string): Promise<KeyFile | undefined> {
  const fresh = {
    label: '$(new-file) New Key File…',
    detail: 'For a new case. Keep it apart from the rest: whoever has it can undo the redaction.',
  };
  const known = {
    label: '$(key) Use a Key File…',
    detail: 'For another log of the same case: the same values get the same pseudonyms.',
  };
  const chosen = await window.showQuickPick([fresh, known], { title, placeHolder: 'Which key?' });
  if (chosen === undefined) return undefined;
  return chosen === fresh ? newKeyFile() : knownKeyFile();
}

async function newKeyFile(): Promise<KeyFile | undefined> {
  const defaultUri = await suggested();
  const uri = await window.showSaveDialog({
    title: 'Where shall the key be kept?',
    saveLabel: 'Keep the Key Here',
    filters: FILTERS,
    ...(defaultUri !== undefined && { defaultUri }),
  });
  if (uri === undefined) return undefined;
  if (!(await holdsSomething(uri))) return { uri, text: undefined };
  await window.showErrorMessage(
    'There is a file of that name. A new key never replaces a file: take another name, or use the key that is there.',
  );
  return undefined;
}

/** Beside the folder that is open, since the key is not handed on with what lies in it; under a name that is free. */
async function suggested(): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined) return undefined;
  for (let count = 1; count < MOST_NAMES; count++) {
    const name = count === 1 ? 'Key of redacted copies.json' : `Key of redacted copies ${count}.json`;
    const uri = Uri.joinPath(folder, folder.path === '/' ? '.' : '..', name);
    if (!(await isThere(uri))) return uri;
  }
  return undefined;
}

const MOST_NAMES = 100;

async function knownKeyFile(): Promise<KeyFile | undefined> {
  const [uri] =
    (await window.showOpenDialog({ title: 'The key of the case', openLabel: 'Use This Key', filters: FILTERS })) ?? [];
  return uri && { uri, text: new TextDecoder().decode(await workspace.fs.readFile(uri)) };
}

/** Keeps a key. Returns whether it is kept; where not, the user has been told. */
export async function saveKey({ uri, text }: KeyFile, key: string): Promise<boolean> {
  if (text === undefined && (await holdsSomething(uri))) {
    await window.showErrorMessage('Nothing was redacted: meanwhile there is a file where the key should be kept.');
    return false;
  }
  try {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(key));
    return true;
  } catch {
    await window.showErrorMessage('Nothing was redacted: its key could not be written.');
    return false;
  }
}

/** Where the key is, and what it is for: that it must not go along is easily forgotten once the copy is there. */
export function keyWords({ uri }: KeyFile): string {
  const name = labelText(uri.path.slice(uri.path.lastIndexOf('/') + 1));
  return `Its key is kept in ${name}: keep that apart and hand it to nobody who gets what is redacted. Without it nobody can say what the pseudonyms stand for.`;
}

/** The dialog of a browser makes the file that was chosen, so an empty one is as good as none. */
async function holdsSomething(uri: Uri): Promise<boolean> {
  return (await isThere(uri)) && (await workspace.fs.stat(uri)).size > 0;
}

async function isThere(uri: Uri): Promise<boolean> {
  try {
    const { type } = await workspace.fs.stat(uri);
    return type !== FileType.Unknown;
  } catch {
    return false;
  }
}
