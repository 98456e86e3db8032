import type { FilePath } from '../filePath';
import type { CommandContext } from './commandContext';
import { namedLogs } from './namedLogs';
import { Names, type Place, placesNamed } from './places';

/** A file on disk that was named, or lies in a folder that was. */
export interface PlacedFile {
  /** Its path below the one folder that was named; else as it was named. With slashes. Not escaped. */
  readonly file: string;
  readonly uri: string;
  readonly path: FilePath;
  /** Why it can't be read; undefined where nobody knows a reason. */
  readonly failure: string | undefined;
}

/** Everything that lies at some places, and whether something that should be there could not be looked at. */
export interface PlacedFiles {
  readonly files: readonly PlacedFile[];
  readonly isIncomplete: boolean;
}

/** Walks through what was named on the command line, and says what is not there. No file is opened, and none is told twice. */
export async function placedFiles(words: readonly string[], around: CommandContext): Promise<PlacedFiles> {
  const places = await placesNamed(words);
  const below = belowPlace(places);
  const files = new Map<string, PlacedFile>();
  let isIncomplete = false;
  for await (const entries of namedLogs(places, new Names(places), undefined)) {
    for (const { uri, path, name, left } of entries) {
      if (left?.isFailure === true) {
        isIncomplete = true;
        await around.complain(name, left.reason);
      }
      if (!files.has(uri) && path.length > 0) files.set(uri, { file: below(name), uri, path, failure: left?.reason });
    }
    if (around.stop.isCancellationRequested) break;
  }
  return { files: [...files.values()], isIncomplete };
}

function belowPlace(places: readonly Place[]): (name: string) => string {
  const [place] = places;
  const slashed = (name: string): string => (process.platform === 'win32' ? name.replaceAll('\\', '/') : name);
  if (places.length !== 1 || place?.kind !== 'folder') return slashed;
  const { length } = place.label.replace(/(?<=.)[\\/]+$/, '');
  return (name) => slashed(name.slice(length)).replace(/^\/+/, '');
}
