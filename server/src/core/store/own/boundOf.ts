/** One more than the largest of some numbers. */
export function boundOf(numbers: Uint32Array): number {
  let most = 0;
  for (const number of numbers) if (number > most) most = number;
  return most + 1;
}
