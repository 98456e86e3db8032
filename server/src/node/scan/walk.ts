import { type BigIntStats, type Dirent, promises as fs } from 'node:fs';
import type { Window } from '../../core';
import { mayHoldEventsOf } from '../../places/deliveryPath';
import { below, type FilePath, filePath, pathOfUri, uriOfPath } from '../filePath';
import { notAFile, reasonOf } from '../files/reasons';
import { reasons } from './reasons';

/** One thing that lies in the way of a walk: a file to be opened, or one that is not, and why. */
export interface Met {
  readonly uri: string;
  readonly path: FilePath;
  /** Why it is not opened; undefined for a file to be opened. */
  readonly left: Left | undefined;
}

/** A file or folder that the walk leaves out, and why. */
export interface Left {
  readonly reason: string;
  /** It should be read and can't be. */
  readonly isFailure: boolean;
}

/**
 * Walks through folders, however deep, and hands out what it meets, a folder at a time, in the order of the bytes of the
 * names. Opens no file.
 *
 * Every file is handed out, whatever its name: its content tells whether it is a log. Only folders that tools for programs
 * fill are left out, and told of.
 *
 * Links are followed where they lead to something below a root, but nothing is met twice because of them: a folder is entered
 * once, and a link to a file that lies in a folder which is walked through is left out. So a loop ends where it began. Links
 * are looked at after everything else, so that a file is met by its own path where it has one. A link that leads out of all
 * roots is not followed: what was not asked for would be read, the whole disk perhaps, or evidence of somebody else.
 *
 * @param roots uris; a file among them is opened whatever its name is
 */
export async function* walk(roots: readonly string[], window: Window = {}): AsyncGenerator<readonly Met[]> {
  const seen = new Seen();
  const links: FilePath[] = [];
  let rootsFound: readonly string[] | undefined;
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
        if (entry.isDirectory() && CODE_FOLDERS.has(entry.name.toString()))
          files.push(met(child, choice(reasons.codeFolder)));
        else if (entry.isDirectory()) inside.push(child);
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
      const reason = LINK_REASONS.get(kind.reason);
      yield [met(path, reason === undefined ? kind : choice(reason))];
      return;
    }
    const real = await realPath(path);
    if (!(await isBelowRoot(real))) {
      const isAbove = kind.isDirectory() && (await isAboveRoot(real));
      yield [met(path, choice(isAbove ? reasons.folderAbove : reasons.linkOutside))];
    } else if (kind.isDirectory()) {
      if (seen.hasFolder(kind)) yield [met(path, choice(reasons.folderTwice))];
      else yield* fromFolder(path, kind);
    } else {
      const isRead = !seen.isNewFile(real) || (await isBelowSeen(real));
      yield [isRead ? met(path, choice(reasons.fileTwice)) : metFile(path, kind)];
    }
  }

  /** Real paths of the folders that were asked for, as uris that end in a slash. */
  async function realRoots(): Promise<readonly string[]> {
    rootsFound ??= await Promise.all(folders.map(async ({ path }) => folderUri(await realPath(path))));
    return rootsFound;
  }

  async function isBelowRoot(real: FilePath): Promise<boolean> {
    return (await realRoots()).some((root) => folderUri(real).startsWith(root));
  }

  async function isAboveRoot(real: FilePath): Promise<boolean> {
    return (await realRoots()).some((root) => root.startsWith(folderUri(real)));
  }

  /** Whether a file lies in a folder that was walked through, where it was met by its own name. */
  async function isBelowSeen(real: FilePath): Promise<boolean> {
    const folder = await lookAt(folderOf(real));
    return !('reason' in folder) && seen.hasFolder(folder);
  }

  function metFile(path: FilePath, kind: Dirent<Buffer> | BigIntStats): Met {
    const { uri } = met(path, undefined);
    const left = kindLeft(kind) ?? (mayHoldEventsOf(window, uri) ? undefined : choice(reasons.otherDay));
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

/** What a link says of itself where what it leads to can't be looked at. */
const LINK_REASONS: ReadonlyMap<string, string> = new Map([
  [reasonOf(Object.assign(new Error(), { code: 'ENOENT' })), reasons.danglingLink],
  [reasonOf(Object.assign(new Error(), { code: 'ELOOP' })), reasons.loop],
]);

/** Of programs and their history: there are many files in them, and nobody keeps logs there. */
const CODE_FOLDERS: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules']);

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

/** A uri that ends in a slash, so that what lies below begins with it. */
function folderUri(path: FilePath): string {
  return uriOfPath(path).replace(/\/?$/, '/');
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
