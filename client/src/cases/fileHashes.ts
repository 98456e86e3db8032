import { type CancellationToken, FileType, Uri, workspace } from 'vscode';
import { hrefTo, type SavedFile } from '../../../server/src/wire/protocol';

/** Folders that no log lies in; the terminal leaves them out as well. */
const LEFT_OUT = new Set(['.git', 'node_modules']);

/**
 * The hashes of some files and of all that lies in some folders, as the case file names them; each once, in the order of their names.
 *
 * @param from uri of the case file
 * @param tell told of each file that is done
 * @returns undefined when it was cancelled
 */
export async function fileHashes(
  from: string,
  places: readonly Uri[],
  token: CancellationToken,
  tell: (done: number) => void,
): Promise<readonly SavedFile[] | undefined> {
  const found = new Map<string, SavedFile>();
  const waiting = [...places];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (token.isCancellationRequested) return undefined;
    const folder = await entriesOf(next);
    if (folder !== undefined) {
      waiting.push(...folder);
      continue;
    }
    const file = hrefTo(from, next.toString());
    if (found.has(file)) continue;
    found.set(file, { file, sha256: await hashOf(next) });
    tell(found.size);
  }
  return Array.from(found.values()).sort((one, other) => (one.file < other.file ? -1 : 1));
}

/** What lies in a folder; undefined of a file. Links that lead to folders are not followed: a loop would have no end. */
async function entriesOf(uri: Uri): Promise<readonly Uri[] | undefined> {
  try {
    const { type } = await workspace.fs.stat(uri);
    if ((type & FileType.Directory) === 0) return undefined;
    const entries = await workspace.fs.readDirectory(uri);
    return entries.flatMap(([name, kind]) =>
      LEFT_OUT.has(name) || kind === (FileType.Directory | FileType.SymbolicLink) ? [] : [Uri.joinPath(uri, name)],
    );
  } catch {
    return undefined;
  }
}

async function hashOf(uri: Uri): Promise<string | null> {
  try {
    return await sha256(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

/** SHA-256 in hexadecimal digits. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
