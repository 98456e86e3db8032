import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ExtractorFor } from '../../server/src/documents/extractorFor';
import { Extractor } from '../../server/src/extract/extractor';
import { extractorHost } from '../../server/src/node/extractorFile';
import { moduleOf } from '../../server/src/webAssembly/modules';
import { projectRoot } from './projectRoot';

/** The extractor as it ships. */
export function shippedModule(): object {
  const module = moduleOf(readFileSync(path.join(projectRoot(), 'dist', 'extractor.wasm')));
  if (module === undefined) throw new Error('This Node can run no WebAssembly with SIMD: the tests need one that can.');
  return module;
}

/** @param atOnce so many bytes of a log are read at a time, so that every place of it can be an edge */
export function newExtractor(atOnce?: number, module = shippedModule()): Extractor {
  const extractor = Extractor.of(module, atOnce);
  if (extractor === undefined) throw new Error('The extractor can’t be instantiated.');
  return extractor;
}

/** Reads texts of any length with extractors, as the server does with long ones. @param atOnce see `newExtractor` */
export function textExtractor(atOnce?: number, module = shippedModule()): ExtractorFor {
  const { putUnits } = extractorHost(path.join(projectRoot(), 'dist'));
  return (text) => {
    const extractor = newExtractor(atOnce, module);
    return { extractor, reading: extractor.extractText(text, putUnits) };
  };
}
