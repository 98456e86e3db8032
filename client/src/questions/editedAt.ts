/**
 * Where somebody types, since a quick pick does not tell: behind what is new in the text. UTF-16 offset in `now`, zero based; its end
 * where both are the same.
 */
export function editedAt(before: string, now: string): number {
  const longest = Math.min(before.length, now.length);
  let start = 0;
  while (start < longest && before[start] === now[start]) {
    start++;
  }
  let same = 0;
  while (same < longest - start && before[before.length - 1 - same] === now[now.length - 1 - same]) {
    same++;
  }
  return now.length - (before === now ? 0 : same);
}
