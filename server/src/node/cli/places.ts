import { stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { byText } from '../../core';
import { type FilePath, pathOfUri, pathText, uriOfPath } from '../filePath';
import { reasonOf } from '../files/reasons';
import { numbersListed } from './numberRanges';

/** Something that was named on the command line. */
export type Place =
  | { readonly kind: 'stdin' }
  | { readonly kind: 'file' | 'folder'; readonly label: string; readonly path: FilePath; readonly uri: string }
  | { readonly kind: 'missing'; readonly label: string; readonly uri: string; readonly reason: string };

/**
 * What some words of a command line name, in their order. A word that names nothing and holds `*`, `?` or the like is a
 * pattern and stands for what it matches, on every platform; where a file is called so, it is that file.
 */
export async function placesNamed(words: readonly string[]): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const word of words) {
    const place: Place = word === '-' ? { kind: 'stdin' } : await placeAt(word);
    if (place.kind !== 'missing' || !isDynamicPattern(slashed(word))) {
      places.push(place);
      continue;
    }
    const listed = numbersListed(slashed(word));
    if ('tooLong' in listed) {
      places.push({
        ...place,
        reason: `${listed.tooLong} stands for more than 1000 numbers: use * or a shorter range.`,
      });
      continue;
    }
    const matched = await matching(word, listed.pattern);
    if (matched.length === 0) places.push({ ...place, reason: 'nothing is called so, and nothing matches it.' });
    for (const name of matched) places.push(await placeAt(name));
  }
  return places;
}

async function placeAt(label: string): Promise<Place> {
  const absolute = path.resolve(label);
  const uri = uriOfPath(absolute);
  try {
    const kind = (await stat(absolute)).isDirectory() ? 'folder' : 'file';
    return { kind, label, path: absolute, uri };
  } catch (error) {
    return { kind: 'missing', label, uri, reason: reasonOf(error) };
  }
}

/** Bytes on disk of files that are read sooner than a thread is started, even where they are compressed. */
const SMALL = 128 * 1024;

/** Whether all that was named is files, and there is little in them. */
export async function areSmall(places: readonly Place[]): Promise<boolean> {
  let size = 0;
  for (const place of places) {
    if (place.kind === 'folder') return false;
    if (place.kind === 'file')
      size += await stat(place.path).then(
        (stats) => stats.size,
        () => 0,
      );
    if (size > SMALL) return false;
  }
  return true;
}

/** The same order on every machine. Links to folders are not looked behind: a loop would have no end. */
async function matching(word: string, pattern: string): Promise<readonly string[]> {
  const options = { absolute: path.isAbsolute(word), expandDirectories: false, followSymbolicLinks: false };
  const names = await glob(pattern, { ...options, onlyFiles: false });
  return names.map((name) => name.replace(/(?<=.)\/$/, '')).sort(byText);
}

/** On Windows both kinds of slash part folders, and a pattern knows one. */
function slashed(pattern: string): string {
  return process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
}

/** How files are called towards the reader, and in which order they come. */
export class Names {
  readonly #folders: readonly { readonly above: string; readonly uri: string; readonly label: string }[];
  readonly #named: ReadonlyMap<string, { readonly label: string; readonly rank: number }>;

  constructor(places: readonly Place[]) {
    this.#folders = places.flatMap((place) =>
      place.kind === 'folder'
        ? [{ above: place.uri.replace(/\/?$/, '/'), uri: place.uri, label: place.label.replace(/(?<=.)[\\/]+$/, '') }]
        : [],
    );
    const ranked = places.map((place, rank) => ({ ...namedBy(place), rank }));
    // The first one speaks for a file that was named twice.
    this.#named = new Map(ranked.reverse().map(({ uri, label, rank }) => [uri, { label, rank }]));
  }

  /** As the file was named, or the folder above it and the way from there. Not escaped. */
  of(uri: string): string {
    const label = this.#named.get(uri)?.label;
    if (label !== undefined) return label;
    const folder = this.#folderOf(uri);
    if (folder === undefined) return pathText(pathOfUri(uri) ?? uri);
    const rest = pathOfUri(`file://${uri.slice(folder.uri.length).replace(/^\/?/, '/')}`);
    return `${folder.label}${rest === undefined ? '' : pathText(rest)}`;
  }

  /** Position of what was named and holds the file. */
  rank(uri: string): number {
    return (this.#named.get(uri) ?? this.#named.get(this.#folderOf(uri)?.uri ?? ''))?.rank ?? this.#named.size;
  }

  /** Whether it was named itself, and not only met in a folder. */
  isNamed(uri: string): boolean {
    return this.#named.has(uri);
  }

  #folderOf(uri: string): { readonly uri: string; readonly label: string } | undefined {
    return this.#folders.find(({ above }) => uri.startsWith(above));
  }
}

/** The uri that stands for standard input among those of files. */
export const STDIN_URI = 'stdin:';

function namedBy(place: Place): { readonly uri: string; readonly label: string } {
  return place.kind === 'stdin' ? { uri: STDIN_URI, label: 'standard input' } : place;
}
