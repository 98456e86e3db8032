import { readFileSync } from 'node:fs';
import path from 'node:path';
import { once } from '../core/once';
import type { ExtractorHost } from '../host/platform';
import { moduleOf } from '../webAssembly/modules';

/** The module of the extractor that lies beside the bundles; undefined where this machine can't run it: then all is read in TypeScript. */
export function extractorBeside(folder: string): object | undefined {
  try {
    return moduleOf(readFileSync(path.join(folder, 'extractor.wasm')));
  } catch {
    return undefined;
  }
}

/** What it takes to read texts with it; it is loaded for the first that is long enough. */
export function extractorHost(folder: string): ExtractorHost {
  const loaded = once(() => ({ module: extractorBeside(folder) }));
  return {
    module: () => loaded().module,
    putUnits(text, { buffer, byteOffset, length }) {
      Buffer.from(buffer, byteOffset, length).write(text, 'utf16le');
    },
  };
}
