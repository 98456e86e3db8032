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
const VALIDATORS = 'server/src/generated/validators.js';

/** The bundles as they are packaged. */
export function measureSizes(): Section {
  const metafiles: readonly Metafile[] = JSON.parse(
    readFileSync(path.join(projectRoot(), 'out', 'bundles.json'), 'utf8'),
  );
  const bundles = metafiles.flatMap(({ outputs }) => Object.entries(outputs));
  return {
    title: 'Size of the bundles',
    method:
      'Minified, as packaged. The figure leaves out the validators that the build makes from `schemas/`. They are a file of their own, except in a ' +
      'browser, where a worker has to be one file.',
    columns: ['bundle', 'size', 'without validators', 'figure'],
    rows: bundles.map(([file, { bytes, inputs }]) => {
      const rest = bytes - (inputs[VALIDATORS]?.bytesInOutput ?? 0);
      return [`\`${file}\``, kilobytes(bytes), kilobytes(rest), atMost(Math.round(rest / 1000), LIMIT_KB, ' kB')];
    }),
  };
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
