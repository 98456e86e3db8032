import { Extractor } from '../extract/extractor';
import type { Platform } from '../host/platform';

/** Gives an extractor that has read nothing yet, where a text should be read with one; undefined where not, and where there is none. */
export type ExtractorFor = (text: string) => Extractor | undefined;

/** Shorter texts are read before an extractor is there. UTF-16 units. */
const SHORTEST = 256 * 1024;

/** For long texts, if the platform can run one. */
export function extractorFor({ extractorModule }: Pick<Platform, 'extractorModule'>): ExtractorFor {
  return (text) => {
    const module = text.length < SHORTEST ? undefined : extractorModule?.();
    return module && Extractor.of(module);
  };
}
