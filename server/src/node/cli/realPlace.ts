import { realpath } from 'node:fs/promises';
import path from 'node:path';

/** Whether a place is a folder itself or lies somewhere in it. Both without links. */
export function isBelow(folder: string, place: string): boolean {
  const way = path.relative(folder, place);
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way));
}

/** The place without links, as far as there is something. */
export async function realPlace(place: string): Promise<string> {
  const absolute = path.resolve(place);
  return realpath(absolute).catch(async () => {
    const folder = path.dirname(absolute);
    return folder === absolute ? absolute : path.join(await realPlace(folder), path.basename(absolute));
  });
}
