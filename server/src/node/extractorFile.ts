import { readFileSync } from 'node:fs';
import path from 'node:path';
import { extractorModule } from '../extract/exports';

/** The module of the extractor that lies beside the bundles; undefined where this machine can't run it: then all is read in TypeScript. */
export function extractorBeside(folder: string): object | undefined {
  try {
    return extractorModule(readFileSync(path.join(folder, 'extractor.wasm')));
  } catch {
    return undefined;
  }
}
