import { version } from '../../../../package.json';
import type { InputFile } from '../../core';
import { type Manifest, manifestText } from '../../core/verify/integrity';
import { counted } from './counted';
import type { ExportTarget, Written } from './exportTarget';
import { jsonText } from './json';
import type { Place } from './places';

/**
 * Writes what a report was made from: as JSON where the file is called so, else as lines that `sha256sum -c` takes. Of a single folder files go by
 * their path below it, else as they were named.
 */
export async function writeManifest(
  inputs: readonly InputFile[],
  places: readonly Place[],
  output: string,
  target: ExportTarget,
): Promise<Written> {
  const [place] = places;
  const folder = places.length === 1 && place?.kind === 'folder' ? place.label.replace(/[\\/]+$/, '') : undefined;
  const files = inputs.map((input) => ({ ...input, file: nameBelow(folder, input.file) }));
  const made: Manifest = { tool: 'workmail-trail', version, files };
  if (/\.json$/i.test(output)) await target.write(`${jsonText(made)}\n`);
  else for (const line of manifestText(made)) await target.write(`${line}\n`);
  return { what: `hashes of ${counted(files.length, 'file')}`, isIncomplete: false };
}

function nameBelow(folder: string | undefined, name: string): string {
  const below =
    folder !== undefined && name.startsWith(folder) ? name.slice(folder.length).replace(/^[\\/]+/, '') : name;
  return process.platform === 'win32' ? below.replaceAll('\\', '/') : below;
}
