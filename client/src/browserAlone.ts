import { env, UIKind, Uri } from 'vscode';

/** Whether the window is a browser without a machine behind it. Its files are of the scheme `file`, too, and lie on no disk that could be read. */
export function isBrowserAlone(): boolean {
  return env.uiKind === UIKind.Web && env.remoteName === undefined;
}

/** The folder of a file. Undefined where it can't be known: a browser that hands a single file over says of no folder. */
export function folderOf(file: Uri): Uri | undefined {
  const folder = Uri.joinPath(file, '..');
  return isBrowserAlone() && file.scheme === 'file' && folder.path === '/' ? undefined : folder;
}
