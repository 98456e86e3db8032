import type { Act } from '../act';
import { deedOf, kindOf } from '../moves/kind';
import { weightRank } from './grounds';

/** Some of many, in their order: those with the least ranks, of equal ones the first. */
export function heaviestOf<T>(all: readonly T[], most: number, rank: (one: T) => number): readonly T[] {
  if (all.length <= most) return all;
  return all
    .map((one, at) => ({ one, at, rank: rank(one) }))
    .sort((left, right) => left.rank - right.rank || left.at - right.at)
    .slice(0, most)
    .sort((left, right) => left.at - right.at)
    .map(({ one }) => one);
}

/**
 * The place of an act among others that are told beside it, the heaviest first: by its action and its parameters, and of equal ones
 * those that take mail along or open it. What failed did no harm.
 */
export function rankOf(act: Act): number {
  const { facts, row } = act;
  if (row.outcome === 'failed') return 2 * weightRank.low;
  const own = weightRank[facts.weight ?? 'info'];
  const weight = own > weightRank.high && act.isWeightyByParameter ? weightRank.high : own;
  return 2 * weight + (deedOf(kindOf(act), act) === 'carry' ? 0 : 1);
}
