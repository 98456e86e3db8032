import { type FilePath, pathText } from '../filePath';
import { walk } from '../scan/walk';
import type { CommandContext } from './commandContext';
import { namedLogs } from './namedLogs';
import { Names, type Place, placesNamed } from './places';

/** A file on disk that was named, or lies in a folder that was. */
export interface PlacedFile {
  /** Its path below the one folder that was named; else as it was named. With slashes. Not escaped. */
  readonly file: string;
  readonly uri: string;
  readonly path: FilePath;
  /** Whether it was named itself, or lies right in a folder that was. */
  readonly isAtPlace: boolean;
  /** Why it is not read; undefined for a file to be read. */
  readonly failure: string | undefined;
}

/**
 * Walks through what was named on the command line, and says what is not there. No file is opened, and none is told twice.
 *
 * @returns whether something that should be there could not be looked at
 */
export async function placedFiles(
  words: readonly string[],
  around: CommandContext,
  take: (placed: PlacedFile) => void,
): Promise<boolean> {
  const places = await placesNamed(words);
  const [place] = places;
  const root = places.length === 1 && place?.kind === 'folder' ? pathText(place.path) : undefined;
  // In one place nothing is met twice.
  const seen = places.length === 1 ? undefined : new Set<string>();
  const named = new Set(rootUris(places).map(withoutSlash));
  let folder = { uri: '', isNamed: false };
  let isIncomplete = false;
  for await (const entries of root === undefined
    ? namedLogs(places, new Names(places), undefined)
    : walk(rootUris(places))) {
    for (const met of entries) {
      const { uri, path, left } = met;
      const name = root === undefined && 'name' in met ? String(met.name) : belowFolder(root ?? '', pathText(path));
      if (left?.isFailure === true) {
        isIncomplete = true;
        await around.complain(name, left.reason);
      }
      if (uri.lastIndexOf('/') !== folder.uri.length || !uri.startsWith(folder.uri)) {
        const above = uri.slice(0, uri.lastIndexOf('/'));
        folder = { uri: above, isNamed: named.has(above) };
      }
      const isAtPlace = folder.isNamed || named.has(uri);
      if (path.length > 0 && seen?.has(uri) !== true)
        take({ file: slashed(name), uri, path, isAtPlace, failure: left?.reason });
      seen?.add(uri);
    }
    if (around.stop.isCancellationRequested) break;
  }
  return isIncomplete;
}

function rootUris(places: readonly Place[]): readonly string[] {
  return places.flatMap((place) => (place.kind === 'stdin' ? [] : [place.uri]));
}

function withoutSlash(uri: string): string {
  return uri.replace(/\/$/, '');
}

function belowFolder(folder: string, path: string): string {
  return path.startsWith(folder) ? path.slice(folder.length).replace(/^[\\/]+/, '') : path;
}

function slashed(name: string): string {
  return process.platform === 'win32' ? name.replaceAll('\\', '/') : name;
}
