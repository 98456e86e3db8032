import { migrationOrTheft } from '../../../server/src/core';
import { evidenceOfEvents } from '../evidenceOf';
import type { Migration } from './migration';

/** How made-up moves were answered, each as many times with a theft as without. */
export interface Judgement {
  /** What was told of thefts that no stray of weight tells of. */
  readonly missed: readonly string[];
  /** What was told of moves without a theft that such strays are found in. */
  readonly noisy: readonly string[];
  /** Of the events in strays of weight, where there is a theft, the part that belongs to it. */
  readonly precision: number;
  /** Of the events of thefts, the part that such strays hold. */
  readonly recall: number;
}

/** Answers moves from one seed up to another, both meant, and holds the answers to what is true. */
export function judged(make: (seed: number, hasTheft: boolean) => Migration, from: number, to: number): Judgement {
  const [missed, noisy]: [string[], string[]] = [[], []];
  let [told, right, all] = [0, 0, 0];
  for (let seed = from; seed <= to; seed++) {
    const stolen = make(seed, true);
    const found = weightyEvents(stolen);
    const hits = Array.from(found).filter((id) => stolen.theft.has(id)).length;
    if (hits === 0) missed.push(stolen.about);
    told += found.size;
    right += hits;
    all += stolen.theft.size;
    const clean = make(seed, false);
    if (weightyEvents(clean).size > 0) noisy.push(clean.about);
  }
  return { missed, noisy, precision: right / Math.max(1, told), recall: right / Math.max(1, all) };
}

function weightyEvents({ events }: Migration): ReadonlySet<string> {
  const { findings } = migrationOrTheft(evidenceOfEvents(events));
  const weighty = findings.filter(
    ({ kind, weight }) => kind === 'stray' && (weight === 'critical' || weight === 'high'),
  );
  return new Set(weighty.flatMap(({ acts }) => acts.map(({ row }) => row.eventID)));
}
