import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { placesNamed } from './places';

/** Of records together, in bytes: as cells of a workbook they take several times as much. */
const LARGE = 400_000_000;
/** What is packed is so many times as long, or less. */
const PACKED = 20;
const PLAIN = /\.(?:json|jsonl|ndjson|csv|tsv|txt|log)$/i;

/** Whether there may be more in the logs that were named than a workbook of the usual kind holds, by the sizes of their files. */
export async function areLarge(files: readonly string[]): Promise<boolean> {
  let bytes = 0;
  for (const place of await placesNamed(files)) {
    // A name that is no UTF-8 is one of few.
    if ((place.kind !== 'file' && place.kind !== 'folder') || typeof place.path !== 'string') continue;
    const folders = place.kind === 'folder' ? [place.path] : [];
    if (place.kind === 'file') bytes += await bytesOf(place.path);
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
      for (const entry of await entriesOf(folder)) {
        const below = path.join(folder, entry.name);
        if (entry.isDirectory()) folders.push(below);
        else bytes += await bytesOf(below);
        if (bytes > LARGE) return true;
      }
  }
  return bytes > LARGE;
}

async function bytesOf(file: string): Promise<number> {
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  return PLAIN.test(file) ? size : PACKED * size;
}

/** What can't be read is told of where it is read. */
async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}
