/**
 * The place of the last of some ascending numbers that is not above another; the first place if all are.
 *
 * @param numberAt the number at a place
 */
export function lastNotAbove(count: number, numberAt: (place: number) => number, number: number): number {
  let [low, high] = [0, count];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (numberAt(middle) <= number) low = middle;
    else high = middle;
  }
  return low;
}
