import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../support/projectRoot';
import { atMost, type Section } from '../section';

/** What esbuild says of a bundle: how many bytes of it each source became. */
interface Metafile {
  readonly outputs: Readonly<
    Record<
      string,
      { readonly bytes: number; readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }
    >
  >;
}

const LIMIT_KB = 500;

/** The bundles as they are packaged. */
export function measureSizes(): Section {
  const metafiles: readonly Metafile[] = JSON.parse(
    readFileSync(path.join(projectRoot(), 'out', 'bundles.json'), 'utf8'),
  );
  const bundles = metafiles.flatMap(({ outputs }) => Object.entries(outputs));
  return {
    title: 'Size of the bundles',
    method:
      'Minified, as packaged. The figure leaves out what the build makes from `schemas/`: the validators, and the words of fields and actions.',
    columns: ['bundle', 'all of it', 'made from `schemas/`', 'the rest', 'figure'],
    rows: bundles.map(([file, { bytes, inputs }]) => {
      const generated = Object.entries(inputs)
        .filter(([source]) => source.startsWith('server/src/generated/'))
        .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
      const rest = (bytes - generated) / 1000;
      return [
        `\`${file}\``,
        kilobytes(bytes),
        kilobytes(generated),
        kilobytes(bytes - generated),
        atMost(Math.round(rest), LIMIT_KB, ' kB'),
      ];
    }),
  };
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
