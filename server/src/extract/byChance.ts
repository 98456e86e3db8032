/** A number that nobody who writes logs can know. Platforms load much code for better ones. */
export function byChance(): bigint {
  const half = (): bigint => BigInt(Math.floor(Math.random() * 2 ** 32));
  return (half() << 32n) | half();
}

/** Two such numbers. Who has them can choose texts that a reader takes for the same. */
export interface Secret {
  readonly one: bigint;
  readonly two: bigint;
}

export function secretByChance(): Secret {
  return { one: byChance(), two: byChance() };
}
