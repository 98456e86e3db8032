import { BARS } from './barRow';
import { FEWEST } from './columns';
import { lineEnd, lineStart, rowAt } from './csv';

/**
 * A row of which a quote or a separator is damaged, so that nothing tells where its cells end. What such a cell says can stand on
 * several lines: it goes on up to the next line that is the beginning of a row.
 */

/** A cell is no longer than this. */
const LONGEST = 3_000_000;

/**
 * Where a torn row ends at the latest: before the first line that begins a whole row.
 *
 * @param end of the line in which the row begins
 * @param count cells of a row; undefined where that is not known
 * @param most characters that may be looked at
 */
export function endOfTornRow(
  text: string,
  end: number,
  separator: string,
  count: number | undefined,
  most: number,
): number {
  if (separator === BARS) return end;
  const furthest = Math.min(text.length, end + Math.min(most, LONGEST));
  let effort = most;
  let last = end;
  for (let at = lineStart(text, end); at < furthest && effort > 0; ) {
    const stop = lineEnd(text, at);
    effort -= stop - at;
    if (mayBeginRow(text.slice(at, stop), separator, count)) {
      const row = rowAt(text, at, separator);
      effort -= row.end - at;
      if (row.openQuote === undefined && (count === undefined || row.cells.length === count)) return last;
    }
    last = stop;
    at = lineStart(text, stop);
  }
  return last;
}

/** A quote opens a cell in the line, or it looks like values with as many separators as there should be. */
function mayBeginRow(line: string, separator: string, count: number | undefined): boolean {
  if (count !== undefined && count >= FEWEST && !/^[\s{}[\]"]/.test(line) && line.split(separator).length >= count)
    return true;
  for (let quote = line.indexOf('"'); quote >= 0; ) {
    let behind = quote;
    while (line[behind] === '"') behind++;
    const isFirst = quote === 0 || line[quote - 1] === separator;
    if (isFirst && (behind - quote) % 2 === 1) return true;
    quote = line.indexOf('"', behind);
  }
  return false;
}
