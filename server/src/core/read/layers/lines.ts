import { CARRIAGE_RETURN } from '../characters';

/** A line without its break; `next` is where the next one begins. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** The lines of a text from the one that begins at `from`. A break at its very end begins no further line. */
export function* linesOf(text: string, from = 0): Generator<Line> {
  for (let start = from; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const next = found < 0 ? text.length : found + 1;
    const feed = found < 0 ? text.length : found;
    const end = feed > start && text.charCodeAt(feed - 1) === CARRIAGE_RETURN ? feed - 1 : feed;
    yield { start, end, next };
    start = next;
  }
}
