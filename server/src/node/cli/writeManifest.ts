import { version } from '../../../../package.json';
import type { InputFile } from '../../core';
import { type Manifest, manifestText } from '../../core/verify/integrity';
import { counted } from './counted';
import type { ExportTarget, Written } from './exportTarget';
import { jsonText } from './json';

/** Writes what a report was made from: as JSON where the file is called so, else as lines that `sha256sum -c` takes. */
export async function writeManifest(
  files: readonly InputFile[],
  output: string,
  target: ExportTarget,
): Promise<Written> {
  const made: Manifest = { tool: 'workmail-trail', version, files };
  if (/\.json$/i.test(output)) await target.write(`${jsonText(made)}\n`);
  else for (const line of manifestText(made)) await target.write(`${line}\n`);
  return { what: `hashes of ${counted(files.length, 'file')}`, isIncomplete: false };
}
