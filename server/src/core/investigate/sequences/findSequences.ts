import { once } from '../../once';
import type { Act } from '../act';
import type { Evidence } from '../evidence';
import { idsIn } from '../questions/idsIn';
import { callsOf } from './calls';
import { Hands } from './hands';
import { joined } from './joined';
import { keysInNetworks } from './keysInNetworks';
import { matchesIn } from './matchesIn';
import { actsWithRefusals } from './refusedBefore';
import { sentenceOf } from './sentenceOf';
import { allSequences, type Sequence } from './sequence';
import type { SequenceHit } from './sequenceHit';
import { strandsOf } from './strands';
import { toAndFro } from './toAndFro';

/** The heaviest first. */
const WEIGHTS: readonly SequenceHit['weight'][] = ['critical', 'high', 'medium', 'low', 'info'];

/**
 * All sequences that the acts of some evidence make, the weightiest first, of one weight as they happened. Time is linear in the acts.
 *
 * @param sequences what is looked for
 */
export function findSequences(
  evidence: Evidence,
  sequences: readonly Sequence[] = allSequences(),
): readonly SequenceHit[] {
  const acts = actsWithRefusals(evidence);
  const calls = callsOf(acts, sequences);
  const hands = new Hands(acts.filter((_, at) => calls[at]?.givesKeys === true));
  const keys = once(() => keysInNetworks(acts));
  const hits = strandsOf(acts, calls, sequences, hands).flatMap((strands, at) => {
    const sequence = sequences[at];
    if (sequence === undefined) return [];
    const matches =
      sequence.file.matches === 'to-and-fro'
        ? keys().flatMap((key) => toAndFro(sequence, key, acts))
        : strands.flatMap((strand) => matchesIn(sequence, strand, acts));
    return joined(matches, acts, hands).flatMap((match) => hitOf(sequence, match, acts) ?? []);
  });
  return hits.sort(byWeight);
}

function hitOf(
  { file, steps }: Sequence,
  match: readonly (readonly number[])[],
  all: readonly Act[],
): SequenceHit | undefined {
  const actsAt = (positions: readonly number[]): readonly Act[] => positions.flatMap((position) => all[position] ?? []);
  const met = steps.map(({ name }, at) => ({ name, acts: actsAt(match[at] ?? []) }));
  const [first, ...others] = actsAt(Array.from(new Set(match.flat())).sort((left, right) => left - right));
  if (first === undefined) return undefined;
  const acts = [first, ...others] as const;
  const { actor } = first.row;
  return {
    sequence: file,
    weight: file.weight,
    sentence: sentenceOf(file.sentence, { actor, steps: met, acts }),
    steps: met,
    acts: [...acts],
    from: first.row.eventTime,
    to: acts.at(-1)?.row.eventTime ?? '',
    actor,
    entities: idsIn(acts),
  };
}

function byWeight(left: SequenceHit, right: SequenceHit): number {
  const weight = WEIGHTS.indexOf(left.weight) - WEIGHTS.indexOf(right.weight);
  return weight || left.acts[0].row.time - right.acts[0].row.time;
}
