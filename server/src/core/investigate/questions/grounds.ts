import type { Weight } from '../../check/schemaTypes';
import type { Access } from '../access/accessLink';
import type { Act } from '../act';
import type { OwnLog } from '../deliveries/ownLog';
import type { NamedOrganization } from '../deliveries/switchOn';
import type { Evidence } from '../evidence';
import type { Moves } from '../moves/movesOf';
import type { Quiet } from '../novelty/quiet';
import type { Grants } from '../own/grant';
import type { MailboxReads, PartOf } from '../own/ownEvidence';
import type { SequenceHit } from '../sequences/sequenceHit';
import { type Door, isEmptied } from './doors';
import type { WeightyActor } from './weightyActor';

/** What makes an act weigh less. */
export interface Weighing {
  /** Whether an act is a step of a planned move to another mail system, as far as that can be told. */
  readonly isMove: (act: Act) => boolean;
  /** Whether an act hides in a move, or beside one, and weighs much. */
  readonly isStray: (act: Act) => boolean;
  /** Whether an act puts right what somebody else did: closes a door that another actor opened. */
  readonly restores: (act: Act) => boolean;
}

/** What answers rest on: the evidence, and what follows from it for several of them. */
export interface Grounds extends Weighing {
  readonly evidence: Evidence;
  /** What new behaviour is compared with, where somebody named it. */
  readonly quiet: Quiet | undefined;
  /** Acts of one action, as they happened. @param service as `serviceLabel` has it, in small letters */
  readonly actsOf: (service: string, action: string) => readonly Act[];
  /** Acts that gave out credentials, by their keys and ARNs. */
  readonly giversOf: (text: string) => readonly Act[];
  /** Keys that are switched off or deleted at the end, with the call that did it. */
  readonly keysOff: () => ReadonlyMap<string, Act>;
  /** Who did something weighty. */
  readonly weightyActors: () => readonly WeightyActor[];
  /** Sequences of acts that mean more together, the weightiest first. */
  readonly sequences: () => readonly SequenceHit[];
  /** All doors that were opened while the logs run. */
  readonly doors: () => readonly Door[];
  /** From when to when which of WorkMail's own logs was delivered, as calls tell. */
  readonly ownLogs: () => readonly OwnLog[];
  /** The one organization that calls are about, as commands name it. */
  readonly organization: () => NamedOrganization;
  /** Who read what in which mailbox, as the mailbox access log tells; nothing where there is none. */
  readonly reads: () => readonly MailboxReads[];
  /** The same, with what was read by roles in parts. */
  readonly readsBy: (partOf: PartOf) => readonly MailboxReads[];
  /** Who was let into which mailbox. */
  readonly grants: Grants;
  /** From a right to what was done with it, as WorkMail's own logs tell beside CloudTrail. */
  readonly accesses: () => readonly Access[];
  /** What is a move to another mail system, and what hides in it. */
  readonly moves: () => Moves;
}

/** The heaviest first. */
export const weightOrder: readonly Weight[] = ['critical', 'high', 'medium', 'low', 'info'];

/** The place of each in that order. */
export const weightRank: Readonly<Record<Weight, number>> = { critical: 0, high: 1, medium: 2, low: 3, info: 4 };

export function heavier(one: Weight, other: Weight): Weight {
  return weightRank[one] <= weightRank[other] ? one : other;
}

/** How much an act weighs by its action and its parameters; a step of a move is daily work, and so is putting things right. What failed did no harm. */
export function weightOf(act: Act, { isMove, restores }: Weighing): Weight {
  const { facts } = act;
  if (facts.outcome === 'failed' || isMove(act) || restores(act)) return 'low';
  const own = facts.weight ?? 'info';
  if ((own === 'critical' || own === 'high') && isEmptied(act)) return 'low';
  // Most weights are known without a look at the parameters.
  return own !== 'critical' && own !== 'high' && act.isWeightyByParameter ? 'high' : own;
}

/** Whether an act gives access, takes mail away, removes it or hides traces, and is no step of a move. */
export function isWeighty(act: Act, grounds: Weighing): boolean {
  const own = act.facts.weight;
  // Most acts weigh little by themselves, whatever they are a step of.
  if (own !== 'critical' && own !== 'high' && !act.isWeightyByParameter) return false;
  const weight = weightOf(act, grounds);
  return weight === 'critical' || weight === 'high';
}

/** Who acted, the same for all of one identity: a key, where there is one that stays, else the person of a session. */
export function actorOfAct({ actorKey }: Act): string {
  return actorKey;
}

/** What a finding calls who acted: a key that stays, else the role, else whatever the actor is called. */
export function keyOrRole({ facts, row }: Act): string {
  if (facts.actor.credentials === 'long-term' && row.accessKey !== '') return row.accessKey;
  return facts.actor.issuer ?? facts.actor.name;
}
