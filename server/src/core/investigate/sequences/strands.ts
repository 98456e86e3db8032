import type { Act } from '../act';
import type { Call } from './calls';
import type { Hands } from './hands';
import type { Part, Sequence } from './sequence';
import type { Strand } from './strand';
import { StrandsByShares } from './strandsByShares';

/**
 * The strands of all sequences, in the order in which the sequences are given; none of those that are about networks. An act is one thing
 * in a sequence, the first that fits. Of an act whose time can't be read nobody knows what it followed: it is left out.
 *
 * @param acts as they happened
 * @param calls of each act
 */
export function strandsOf(
  acts: readonly Act[],
  calls: readonly Call[],
  sequences: readonly Sequence[],
  hands: Hands,
): readonly (readonly Strand[])[] {
  const strands = sequences.map((sequence) => new StrandsByShares(sequence, hands));
  // Only where the rarest step was met there can be a match: others need not be kept.
  for (let position = 0; position < acts.length; position++) {
    const act = acts[position];
    const { candidates, rarestIn } = calls[position] ?? NO_CALL;
    if (act === undefined || rarestIn.length === 0 || !Number.isFinite(act.time)) continue;
    for (const { sequence, parts } of candidates) {
      if (!rarestIn.includes(sequence)) continue;
      const part = partOf(act, parts);
      if (part !== undefined) strands[sequence]?.begin(act, part);
    }
  }
  for (let position = 0; position < acts.length; position++) {
    const act = acts[position];
    const { candidates } = calls[position] ?? NO_CALL;
    if (act === undefined || candidates.length === 0 || !Number.isFinite(act.time)) continue;
    for (const { sequence, parts } of candidates) {
      const begun = strands[sequence];
      if (begun === undefined || !begun.hasFor(act)) continue;
      const part = partOf(act, parts);
      if (part !== undefined) begun.add(act, part, position);
    }
  }
  return strands.map((known, at) => known.all().filter(({ roles }) => hasAll(roles, sequences[at]?.needed ?? [])));
}

/** What an act is: the first that fits. */
function partOf(act: Act, parts: readonly Part[]): Part | undefined {
  for (const part of parts) if (part.test(act)) return part;
  return undefined;
}

const NO_CALL: Pick<Call, 'candidates' | 'rarestIn'> = { candidates: [], rarestIn: [] };

function hasAll(roles: readonly number[], needed: readonly number[]): boolean {
  return needed.every((step) => roles.includes(step));
}
