/** Time of which no digest is here, between two that are. Milliseconds since 1970. */
export interface Gap {
  readonly account: string;
  readonly region: string;
  readonly from: number;
  readonly to: number;
}

/** The time that a digest is about. */
export interface Covered {
  readonly account: string;
  readonly region: string;
  /** Digests of one trail in one Region are one chain. */
  readonly chain: string;
  /** Undefined: it can't be read, and is of an hour. */
  readonly start: number | undefined;
  readonly end: number;
}

const HOUR = 3_600_000;
/** CloudTrail does not write digests on the second. */
const SLACK = 10 * 60_000;

/**
 * Where chains have hours without a digest. Before the first and after the last one is no gap: nobody knows when the next one comes.
 *
 * @param covered times of digests that are here, and of those that are missing but named, which are told of as missing
 */
export function gapsBetween(covered: readonly Covered[]): readonly Gap[] {
  const chains = new Map<string, Covered[]>();
  for (const each of covered) {
    const id = `${each.account} ${each.region} ${each.chain}`;
    const others = chains.get(id);
    if (others === undefined) chains.set(id, [each]);
    else others.push(each);
  }
  return [...chains.values()].flatMap(gapsOfChain);
}

function gapsOfChain(covered: readonly Covered[]): readonly Gap[] {
  const gaps: Gap[] = [];
  const inOrder = covered
    .map(({ start, end, account, region }) => ({ account, region, start: start ?? end - HOUR, end }))
    .sort((left, right) => left.start - right.start || left.end - right.end);
  let reached = inOrder[0]?.end ?? 0;
  for (const { account, region, start, end } of inOrder) {
    if (start - reached > SLACK) gaps.push({ account, region, from: reached, to: start });
    reached = Math.max(reached, end);
  }
  return gaps;
}
