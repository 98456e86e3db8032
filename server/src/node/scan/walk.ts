import { type BigIntStats, type Dirent, promises as fs } from 'node:fs';
import type { Window } from '../../core';
import { mayHoldEventsOf } from '../../places/deliveryPath';
import { below, type FilePath, filePath, pathOfUri, pathText, uriOfPath } from '../filePath';
import { notAFile, reasonOf } from '../files/reasons';
import { endingNotOpened } from './candidates';
import { reasons } from './reasons';

/** One thing that lies in the way of a walk: a file to be opened, or one that is not, and why. */
export interface Met {
  readonly uri: string;
  readonly path: FilePath;
  /** Why it is not opened; undefined for a file to be opened. */
  readonly left: Left | undefined;
}

export interface Left {
  readonly reason: string;
  /** It should be read and can't be. */
  readonly isFailure: boolean;
}

/**
 * Walks through folders, however deep, and hands out what it meets, a folder at a time, in the order of the bytes of the
 * names. Opens no file.
 *
 * Links are followed, but nothing is met twice because of them: a folder is entered once, and a link to a file that lies in
 * a folder which is walked through is left out. So a loop ends where it began. Links are looked at after everything else,
 * so that a file is met by its own path where it has one. A link to a folder above a root is not followed: the whole disk
 * may lie there.
 *
 * @param roots uris; a file among them is opened whatever its name is
 */
export async function* walk(roots: readonly string[], window: Window = {}): AsyncGenerator<readonly Met[]> {
  const seen = new Seen();
  const links: FilePath[] = [];
  const folders: { readonly path: FilePath; readonly stats: BigIntStats }[] = [];
  for (const root of roots) {
    const path = pathOfUri(root);
    if (path === undefined) {
      yield [{ uri: root, path: root, left: failure(reasons.elsewhere) }];
      continue;
    }
    const stats = await lookAt(path);
    if ('reason' in stats) yield [met(path, stats)];
    else if (stats.isDirectory()) folders.push({ path, stats });
    else if (seen.isNewFile(await realPath(path))) yield [met(path, kindLeft(stats))];
  }
  for (const { path, stats } of folders) yield* fromFolder(path, stats);
  // Links that are found behind links are added meanwhile.
  for (let at = 0; at < links.length; at++) {
    const link = links[at];
    if (link !== undefined) yield* throughLink(link);
  }

  async function* fromFolder(top: FilePath, stats: BigIntStats): AsyncGenerator<readonly Met[]> {
    const waiting: { readonly path: FilePath; readonly stats: BigIntStats | undefined }[] = [{ path: top, stats }];
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      const { path } = folder;
      const id = folder.stats ?? (await lookAt(path));
      if ('reason' in id) {
        yield [met(path, id)];
        continue;
      }
      // Met before as, or below, another root.
      if (!seen.isNewFolder(id)) continue;
      const entries = await entriesOf(path);
      if ('reason' in entries) {
        yield [met(path, entries)];
        continue;
      }
      const files: Met[] = [];
      const inside: FilePath[] = [];
      for (const entry of entries) {
        const child = below(path, entry.name);
        if (entry.isDirectory()) inside.push(child);
        else if (entry.isSymbolicLink()) links.push(child);
        else if (!seen.hasFiles || seen.isNewFile(await realPath(child))) files.push(metFile(child, entry));
      }
      for (const child of inside.reverse()) waiting.push({ path: child, stats: undefined });
      if (files.length > 0) yield files;
    }
  }

  async function* throughLink(path: FilePath): AsyncGenerator<readonly Met[]> {
    const kind = await lookAt(path);
    if ('reason' in kind) {
      yield [met(path, kind.reason === goneReason ? choice(reasons.danglingLink) : kind)];
    } else if (kind.isDirectory()) {
      if (seen.hasFolder(kind)) yield [met(path, choice(reasons.folderTwice))];
      else if (await isAboveRoot(path)) yield [met(path, choice(reasons.folderAbove))];
      else yield* fromFolder(path, kind);
    } else {
      const real = await realPath(path);
      const isRead = !seen.isNewFile(real) || (await isBelowSeen(real));
      yield [isRead ? met(path, choice(reasons.fileTwice)) : metFile(path, kind)];
    }
  }

  /** Whether a link leads to a folder that holds a root: what was not asked for would be read along with what was. */
  async function isAboveRoot(link: FilePath): Promise<boolean> {
    const above = await realFolderUri(link);
    for (const { path } of folders) {
      if ((await realFolderUri(path)).startsWith(above)) return true;
    }
    return false;
  }

  /** Whether a file lies in a folder that was walked through, where it was met by its own name. */
  async function isBelowSeen(real: FilePath): Promise<boolean> {
    const folder = await lookAt(folderOf(real));
    return !('reason' in folder) && seen.hasFolder(folder);
  }

  function metFile(path: FilePath, kind: Dirent<Buffer> | BigIntStats): Met {
    const { uri } = met(path, undefined);
    const ending = endingNotOpened(pathText(path).replace(/^.*\//s, ''));
    const left =
      kindLeft(kind) ??
      (ending === undefined ? undefined : choice(reasons.otherName(ending))) ??
      (mayHoldEventsOf(window, uri) ? undefined : choice(reasons.otherDay));
    return { uri, path, left };
  }
}

/** What has been met, so that nothing is met twice. Devices and inodes tell folders apart, real paths tell files apart. */
class Seen {
  readonly #folders = new Set<string>();
  readonly #files = new Set<string>();

  isNewFolder(stats: BigIntStats): boolean {
    const isNew = !this.hasFolder(stats);
    this.#folders.add(idOf(stats));
    return isNew;
  }

  hasFolder(stats: BigIntStats): boolean {
    return this.#folders.has(idOf(stats));
  }

  isNewFile(real: FilePath): boolean {
    const key = uriOfPath(real);
    const isNew = !this.#files.has(key);
    this.#files.add(key);
    return isNew;
  }

  /** Whether a file below a folder can have been met already. */
  get hasFiles(): boolean {
    return this.#files.size > 0;
  }
}

function idOf({ dev, ino }: BigIntStats): string {
  return `${dev} ${ino}`;
}

function met(path: FilePath, left: Left | undefined): Met {
  return { uri: uriOfPath(path), path, left };
}

function choice(reason: string): Left {
  return { reason, isFailure: false };
}

function failure(reason: string): Left {
  return { reason, isFailure: true };
}

const goneReason = reasonOf(Object.assign(new Error(), { code: 'ENOENT' }));

async function lookAt(path: FilePath): Promise<BigIntStats | Left> {
  try {
    return await fs.stat(path, { bigint: true });
  } catch (error) {
    return failure(reasonOf(error));
  }
}

async function realPath(path: FilePath): Promise<FilePath> {
  try {
    return filePath(await fs.realpath(path, { encoding: 'buffer' }));
  } catch {
    return path;
  }
}

/** The uri of a folder's real path; ends in a slash. */
async function realFolderUri(path: FilePath): Promise<string> {
  return uriOfPath(await realPath(path)).replace(/\/?$/, '/');
}

/** Sorted by the bytes of their names, the same order on every machine. */
async function entriesOf(path: FilePath): Promise<readonly Dirent<Buffer>[] | Left> {
  try {
    const entries = await fs.readdir(path, { withFileTypes: true, encoding: 'buffer' });
    return entries.sort((left, right) => Buffer.compare(left.name, right.name));
  } catch (error) {
    return failure(reasonOf(error));
  }
}

function folderOf(path: FilePath): FilePath {
  return typeof path === 'string' ? path.replace(/[\\/][^\\/]*$/, '') || '/' : path.subarray(0, path.lastIndexOf('/'));
}

function kindLeft(kind: Dirent<Buffer> | BigIntStats): Left | undefined {
  const reason = notAFile(kind);
  return reason === undefined ? undefined : choice(reason);
}
