import { readFileSync } from 'node:fs';
import path from 'node:path';
import { moduleOf } from '../webAssembly/modules';

/** The module of `server/cells` that lies beside the bundles; undefined where this machine can't run it: then all cells are made in TypeScript. */
export function cellsBeside(folder: string): object | undefined {
  try {
    return moduleOf(readFileSync(path.join(folder, 'cells.wasm')));
  } catch {
    return undefined;
  }
}
