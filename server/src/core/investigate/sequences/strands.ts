import type { Act } from '../act';
import type { Call, Candidates } from './calls';
import type { Hands } from './hands';
import type { Sequence } from './sequence';
import { countShared, sharedAt } from './shares';
import type { Strand } from './strand';
import { type Shared, StrandsByShares } from './strandsByShares';

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
  const strands = sequences.map(() => new StrandsByShares());
  // Only where the rarest step was met there can be a match: others need not be kept.
  for (const [position, act] of acts.entries()) {
    const { candidates, rarestIn } = calls[position] ?? NO_CALL;
    if (rarestIn.length === 0 || !Number.isFinite(act.time)) continue;
    for (const candidate of candidates) {
      if (!rarestIn.includes(candidate.sequence)) continue;
      const found = partOf(act, candidate);
      if (found !== undefined) strands[candidate.sequence]?.begin(found.shared);
    }
  }
  for (const [position, act] of acts.entries()) {
    const { candidates } = calls[position] ?? NO_CALL;
    if (candidates.length === 0 || !Number.isFinite(act.time)) continue;
    for (const candidate of candidates) {
      const begun = strands[candidate.sequence];
      if (begun === undefined || begun.isEmpty) continue;
      const found = partOf(act, candidate);
      if (found !== undefined) begun.add(found.shared, position, found.role);
    }
  }
  return strands.map((known, at) => known.all().filter(({ roles }) => hasAll(roles, sequences[at]?.needed ?? [])));

  function partOf(
    act: Act,
    { sequence: at, parts }: Candidates,
  ): { readonly role: number; readonly shared: Shared } | undefined {
    const sequence = sequences[at];
    if (sequence === undefined) return undefined;
    const part = parts.find(({ test }) => test(act));
    if (part === undefined) return undefined;
    const textsAt = (each: number): readonly string[] => sharedAt(act, sequence, part, each, hands);
    return { role: part.role, shared: { count: countShared(sequence, part), textsAt } };
  }
}

const NO_CALL: Pick<Call, 'candidates' | 'rarestIn'> = { candidates: [], rarestIn: [] };

function hasAll(roles: readonly number[], needed: readonly number[]): boolean {
  return needed.every((step) => roles.includes(step));
}
