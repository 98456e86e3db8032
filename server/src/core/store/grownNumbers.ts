/** The same numbers with room for one at a place; the added room is at least as large as what there was, and all 0. */
export function grownNumbers(numbers: Uint32Array, place: number): Uint32Array {
  if (place < numbers.length) return numbers;
  const more = new Uint32Array(Math.max(2 * numbers.length, place + 1));
  more.set(numbers);
  return more;
}
