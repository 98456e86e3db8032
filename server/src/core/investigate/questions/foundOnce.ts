import { placeNumberOf } from '../placeNumber';
import { SameNumbers } from '../sameNumbers';
import type { Finding } from './answer';
import { weightOrder } from './grounds';
import type { InquiryId } from './inquiry';
import { type Answered, inOrderOfReading } from './readingOrder';

/** A finding, said once for all questions that it answers. */
export interface FoundOnce {
  readonly finding: Finding;
  /** In the order of reading, at least one. */
  readonly answers: readonly [InquiryId, ...InquiryId[]];
}

interface Once extends FoundOnce {
  readonly answers: [InquiryId, ...InquiryId[]];
}

/** Questions about who acted and about the logs; all others tell of what was done. */
const NOT_OF_DEEDS: readonly InquiryId[] = [
  'way-in',
  'what-else',
  'first-last',
  'new-behaviour',
  'log-complete',
  'log-unedited',
  'still-open',
  'who-is-who',
];

/** Whether a question asks what was done. */
export function asksOfDeeds(id: InquiryId): boolean {
  return !NOT_OF_DEEDS.includes(id);
}

/**
 * What was found, the weightiest first and, of one weight, who did most before others. Where several questions ask what was done,
 * findings of the same events are one: that which is read first speaks for all. So does one that says the very same of them, whatever is asked.
 */
export function foundOnce(answers: readonly Answered[]): readonly FoundOnce[] {
  const byActs = new Map<string, Once>();
  const ofActs = new Map<number, Once[]>();
  const acted = new SameNumbers();
  const ranks = actorRanks(answers);
  const rank = ({ actor }: Finding): number => (actor === undefined ? ranks.size : (ranks.get(actor) ?? ranks.size));
  const found = inOrderOfReading(answers)
    .flatMap(({ id, answer }) => answer.findings.map((finding) => ({ id, finding })))
    .sort(
      ({ finding: left }, { finding: right }) =>
        weightOrder.indexOf(left.weight) - weightOrder.indexOf(right.weight) || rank(left) - rank(right),
    );
  for (const { id, finding } of found) {
    const acts = acted.of(placesOf(finding)).number;
    const key = asksOfDeeds(id) ? `${acts}` : `${acts} ${id}`;
    const same = ofActs.get(acts) ?? [];
    const known = byActs.get(key) ?? same.find((once) => once.finding.summary === finding.summary);
    if (known === undefined) {
      const once: Once = { finding, answers: [id] };
      byActs.set(key, once);
      ofActs.set(acts, [...same, once]);
    } else if (!known.answers.includes(id)) known.answers.push(id);
  }
  return Array.from(byActs.values());
}

/** Who did most among those who did something weighty, as `first-last` tells them. */
function actorRanks(answers: readonly Answered[]): ReadonlyMap<string, number> {
  const told = answers.find(({ id }) => id === 'first-last')?.answer.findings ?? [];
  const actors = new Set(told.flatMap(({ actor }) => actor ?? []));
  return new Map(Array.from(actors, (actor, at) => [actor, at]));
}

/** Written one by one, a million of them: `from` takes three times as long, and pairs of places and acts are as many things to be collected. */
function placesOf({ acts }: Finding): Float64Array {
  const places = new Float64Array(acts.length);
  acts.forEach((act, at) => {
    places[at] = placeNumberOf(act);
  });
  return places;
}
