import type { Span } from '../../record';

/** Whether a stretch lies in one of some others. @param places in the order of the text, none in another */
export function liesIn(places: readonly Span[], { start, end }: Span): boolean {
  const at = firstBehind(places, start);
  const found = places[at];
  return found !== undefined && found.start <= start && end <= found.end;
}

/** Whether a stretch has a character in common with one of some others. @param places in the order of the text, none in another */
export function isIn(places: readonly Span[], span: Span | undefined): boolean {
  if (span === undefined) return false;
  const found = places[firstBehind(places, span.start)];
  return found !== undefined && found.start < Math.max(span.end, span.start + 1);
}

/** The first stretch that ends behind an offset. */
function firstBehind(places: readonly Span[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a stretch is nothing but some others and white space between them. @param places in the order of the text, none in another */
export function isAllIn(text: string, places: readonly Span[], { start, end }: Span): boolean {
  let place = firstBehind(places, start);
  for (let at = start; at < end; place++) {
    const { start: begin, end: behind } = places[place] ?? { start: end, end };
    if (begin > at && text.slice(at, Math.min(begin, end)).trim() !== '') return false;
    at = Math.max(at, behind);
  }
  return true;
}
