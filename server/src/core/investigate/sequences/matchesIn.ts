import type { Act } from '../act';
import { actsOfSteps } from './actsOfSteps';
import { burstsOf } from './bursts';
import { inOrder } from './inOrder';
import { momentsOf } from './moments';
import type { Sequence } from './sequence';
import type { DistinctBy } from './sequenceFile';
import type { Strand } from './strand';
import { together } from './together';

/** The acts of each step of a match, by their positions among all acts. */
export type Match = readonly (readonly number[])[];

/** The matches of a sequence in one strand, those that overlap as one, as they happened. */
export function matchesIn(sequence: Sequence, strand: Strand, acts: readonly Act[]): readonly Match[] {
  const moments = momentsOf(strand, acts);
  const bursts = sequence.steps.map((step, at) => burstsOf(strand, moments, at, step, apartBy(step.distinct)));
  const stretches = (sequence.file.matches === 'together' ? together : inOrder)(sequence, moments, bursts);
  const around = { sequence, strand, moments, bursts };
  return stretches.map((stretch, at) =>
    actsOfSteps(around, stretch, { before: stretches[at - 1], behind: stretches[at + 1] }),
  );

  function actAt(position: number): Act | undefined {
    return acts[strand.acts[position] ?? -1];
  }

  function apartBy(distinct: DistinctBy | undefined): ((position: number) => string) | undefined {
    if (distinct === undefined) return undefined;
    return (position) => {
      const act = actAt(position);
      return act === undefined ? '' : distinctValue(act, distinct);
    };
  }
}

function distinctValue({ call, row, facts }: Act, distinct: DistinctBy): string {
  switch (distinct) {
    case 'action':
      return call.named;
    case 'region':
      return row.region;
    case 'action in region':
      return `${call.action} ${row.region}`;
    case 'target':
      return facts.targets[0]?.id ?? '';
  }
}
