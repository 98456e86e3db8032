import type { Weight } from '../../check/schemaTypes';
import type { Act } from '../act';
import type { Evidence } from '../evidence';
import type { Door } from './doors';

/** What answers rest on: the evidence, and what follows from it for several of them. */
export interface Grounds {
  readonly evidence: Evidence;
  /** Whether an act is a step of a planned move to another house, as far as that can be told. */
  readonly isMove: (act: Act) => boolean;
  /** All doors that were opened while the logs run. */
  readonly doors: () => readonly Door[];
  /** Whether an act puts right what somebody else did: closes a door that another actor opened. */
  readonly restores: (act: Act) => boolean;
}

/** The heaviest first. */
export const weightOrder: readonly Weight[] = ['critical', 'high', 'medium', 'low', 'info'];

export function heavier(one: Weight, other: Weight): Weight {
  return weightOrder.indexOf(one) <= weightOrder.indexOf(other) ? one : other;
}

/** How much an act weighs by its action and its parameters; a step of a move is daily work, and so is putting things right. What failed did no harm. */
export function weightOf(act: Act, { isMove, restores }: Grounds): Weight {
  const { facts } = act;
  if (facts.outcome === 'failed') return 'low';
  if (isMove(act) || restores(act)) return 'low';
  const own = facts.weight ?? 'info';
  return facts.weighty.length > 0 ? heavier(own, 'high') : own;
}

/** Whether an act gives access, takes mail away, removes it or hides traces, and is no step of a move. */
export function isWeighty(act: Act, grounds: Grounds): boolean {
  const weight = weightOf(act, grounds);
  return weight === 'critical' || weight === 'high';
}

/** Who acted, the same for all of one identity: a key, where there is one that stays, else the person of a session. */
export function actorOfAct({ facts }: Act): string {
  return facts.actor.key;
}

/** What a finding calls who acted: a key that stays, else the role, else whatever the actor is called. */
export function keyOrRole({ facts, row }: Act): string {
  if (facts.actor.credentials === 'long-term' && row.accessKey !== '') return row.accessKey;
  return facts.actor.issuer ?? facts.actor.name;
}
