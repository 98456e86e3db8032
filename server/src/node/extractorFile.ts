import { readFileSync } from 'node:fs';
import path from 'node:path';
import { moduleOf } from '../webAssembly/modules';

/** The module of the extractor that lies beside the bundles; undefined where this machine can't run it: then all is read in TypeScript. */
export function extractorBeside(folder: string): object | undefined {
  try {
    return moduleOf(readFileSync(path.join(folder, 'extractor.wasm')));
  } catch {
    return undefined;
  }
}
