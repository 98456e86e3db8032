import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { projectRoot } from './projectRoot';

/** A bundle as it is packaged. */
export interface BundleSize {
  /** `dist/server.js` */
  readonly file: string;
  readonly bytes: number;
  /** Less the validators that the build makes from `schemas/`. */
  readonly ownBytes: number;
}

const VALIDATORS = 'server/src/generated/validators.js';

/** The sizes of all bundles of the last build. */
export function bundleSizes(): readonly BundleSize[] {
  const metafiles: readonly Metafile[] = JSON.parse(
    readFileSync(path.join(projectRoot(), 'out', 'bundles.json'), 'utf8'),
  );
  return metafiles
    .flatMap(({ outputs }) => Object.entries(outputs))
    .map(([file, { bytes, inputs }]) => ({ file, bytes, ownBytes: bytes - (inputs[VALIDATORS]?.bytesInOutput ?? 0) }));
}
