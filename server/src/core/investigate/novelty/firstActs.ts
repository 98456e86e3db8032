import { allOf } from '../../query/question';
import type { Act } from '../act';
import { has } from '../chains/asked';
import type { Evidence } from '../evidence';
import { type Doing, doingOfAct, type NewKind, type Programs, traits } from './doing';

/** Of one kind of one principal so many values are told. */
const MOST_VALUES = 50;

/** A new value and the first event that has it. */
export interface FirstAct {
  readonly value: string;
  readonly act: Act;
}

/**
 * The first event of each of some new values, as they happened: those that belong to mail, else the earliest of any service.
 *
 * @param doings a call that has it, by value
 * @param freshActs of the same principal
 */
export function firstActs(
  kind: NewKind,
  doings: ReadonlyMap<string, Doing>,
  freshActs: readonly Act[],
  programs: Programs,
  { find }: Evidence,
): readonly FirstAct[] {
  const of = traits.find((trait) => trait.kind === kind)?.of ?? (({ principal }: Doing) => principal);
  const met = new Map<string, Act>();
  for (const act of freshActs) {
    const doing = doingOfAct(act);
    const value = of(doing, programs);
    if (doings.has(value) && !met.has(value)) met.set(value, act);
  }
  for (const [value, doing] of Array.from(doings).slice(0, MOST_VALUES)) {
    if (met.has(value)) continue;
    const [act] = find(
      allOf([
        doing.accessKey === '' ? has('arn', doing.principal) : has('key', doing.accessKey),
        has('service', doing.service),
        has('action', doing.action),
        has('address', doing.address),
        ...(doing.userAgent === '' ? [] : [has('agent', doing.userAgent)]),
      ]),
      1,
    );
    if (act !== undefined) met.set(value, act);
  }
  return Array.from(met, ([value, act]) => ({ value, act }))
    .sort((left, right) => left.act.row.time - right.act.row.time)
    .slice(0, MOST_VALUES);
}
