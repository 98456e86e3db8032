/** The middle of some measurements; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** @param share 0 to 1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.slice().sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

/** How far apart measurements lie: (slowest - quickest) / median. */
export function spread(values: readonly number[]): number {
  return (Math.max(...values) - Math.min(...values)) / median(values);
}

/**
 * Runs contenders in turn, so that whatever else the machine does meets all of them.
 *
 * @param contenders by name, each with how often it runs
 * @returns what every one of them gave, in the order of its runs
 */
export async function alternate<Name extends string, Result>(
  contenders: Readonly<Record<Name, { readonly times: number; readonly run: () => Promise<Result> }>>,
): Promise<Record<Name, Result[]>> {
  const names = Object.keys(contenders) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, [] as Result[]])) as Record<Name, Result[]>;
  for (let round = 0; names.some((name) => round < contenders[name].times); round++) {
    for (const name of names) {
      if (round < contenders[name].times) results[name].push(await contenders[name].run());
    }
  }
  return results;
}
