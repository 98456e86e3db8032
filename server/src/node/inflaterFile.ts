import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Inflater } from '../inflate/inflater';
import { moduleOf } from '../webAssembly/modules';

/** The inflater that lies beside the bundles; undefined where this machine can't run it: then zlib does all of its work. */
export function inflaterBeside(folder: string): Inflater | undefined {
  try {
    const module = moduleOf(readFileSync(path.join(folder, 'inflater.wasm')));
    return module && Inflater.of(module);
  } catch {
    return undefined;
  }
}
