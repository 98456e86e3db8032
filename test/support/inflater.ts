import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Inflater } from '../../server/src/inflate/inflater';
import { moduleOf } from '../../server/src/webAssembly/modules';
import { projectRoot } from './projectRoot';

/** The inflater as it ships. */
export function shippedInflater(): object {
  const module = moduleOf(readFileSync(path.join(projectRoot(), 'dist', 'inflater.wasm')));
  if (module === undefined) throw new Error('This Node can run no WebAssembly with SIMD: the tests need one that can.');
  return module;
}

/** @param atOnce so many bytes of a stream are read at a time, so that every place of it can be an edge */
export function newInflater(atOnce?: number, module = shippedInflater()): Inflater {
  const inflater = Inflater.of(module, atOnce);
  if (inflater === undefined) throw new Error('The inflater can’t be instantiated.');
  return inflater;
}
