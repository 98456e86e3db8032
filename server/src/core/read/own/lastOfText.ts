/** More white space than this ends no log. */
const LOOKED_BEHIND = 1000;

/** Whether nothing stands behind an offset. */
export function isLast(text: string, end: number): boolean {
  return text.slice(end, end + LOOKED_BEHIND).trim() === '';
}
