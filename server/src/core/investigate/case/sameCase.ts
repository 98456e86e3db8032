import { joinedSketch, type Sketch } from './sketch';

/** How much two have in common, as far as sketches tell. */
function overlapOf(one: Sketch, other: Sketch): Overlap {
  const joined = joinedSketch(one, other);
  const [inOne, inOther] = [new Set(one), new Set(other)];
  const both = joined.filter((hash) => inOne.has(hash) && inOther.has(hash)).length;
  const lesser = Math.min(
    joined.filter((hash) => inOne.has(hash)).length,
    joined.filter((hash) => inOther.has(hash)).length,
  );
  return { both, lesser, all: joined.length };
}

/** Of the smallest hashes of both together: how many are in both, in the one that has fewer of them, and in any. */
interface Overlap {
  readonly both: number;
  readonly lesser: number;
  readonly all: number;
}

/**
 * Half of the smaller one has to be in the larger: a log that grew by a day has all of what it had, and the last ninety days of a trail,
 * taken a month later, two thirds. Two cases of one house that share a week of three months have less than a tenth in common.
 */
const LEAST_OF_LESSER = 1 / 2;

/**
 * And a sixteenth of both together. Less cannot be told from 64 hashes, and one example that lies beside another case does not make it
 * the same.
 */
const LEAST_OF_ALL = 1 / 16;

/**
 * The case that some logs belong to: of those that have enough in common with them the one that has most; of equals the first.
 *
 * @returns undefined where there is none
 */
export function sameCase<C extends { readonly sketch: Sketch }>(sketch: Sketch, cases: readonly C[]): C | undefined {
  let best: { readonly of: C; readonly share: number } | undefined;
  for (const each of cases) {
    const { both, lesser, all } = overlapOf(sketch, each.sketch);
    if (both === 0 || both < lesser * LEAST_OF_LESSER || both < all * LEAST_OF_ALL) continue;
    const share = both / all;
    if (best === undefined || share > best.share) best = { of: each, share };
  }
  return best?.of;
}
