/** Properties are tried with the same inputs at every run. */
export function someRuns(numRuns: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: 20_260_301, numRuns };
}
