import { type Extraction, Extractor } from '../extract/extractor';
import type { Platform } from '../host/platform';

/** A text that an extractor of its own reads. */
export interface TextExtraction {
  readonly extractor: Extractor;
  readonly reading: Generator<undefined, Extraction>;
}

/** Begins to read a text with an extractor; undefined where that should not be done, and where there is none. */
export type ExtractorFor = (text: string) => TextExtraction | undefined;

/** Shorter texts are read about as soon without: the first use of an extractor costs some ten milliseconds. UTF-16 units. */
const SHORTEST = 2 * 1024 * 1024;

/** For long texts, if the platform can run one. */
export function extractorFor({ extractor: host }: Pick<Platform, 'extractor'>): ExtractorFor {
  return (text) => {
    const module = text.length < SHORTEST ? undefined : host?.module();
    const extractor = module && Extractor.of(module);
    return host && extractor && { extractor, reading: extractor.extractText(text, host.putUnits) };
  };
}
