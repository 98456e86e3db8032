import type { EntityKind, Weight } from '../check/schemaTypes';
import type { ActorKind } from '../explain/actorKind';
import type { AddedNames } from './addedNames';
import { type Entities, entitiesOf, entityOf, identify } from './entities';
import { type EventsByKey, ended, groupBy } from './groupBy';
import { byText, type EventInLog, inTimeOrder } from './order';
import { callsOf, isWitness } from './sameCall';
import type { Summary } from './summary';
import { type Timeline, timelineOf } from './timeline';

/** The actors of one kind, and all their events. */
export interface ActorsOfKind extends EventsByKey {
  readonly kind: ActorKind;
  /** By the key of the actor. */
  readonly actors: readonly EventsByKey[];
}

/** `other`: what has no kind of its own, such as a retention policy. */
export type TargetKind = EntityKind | 'other';

/** The targets of one kind with the events that acted upon them, the most events first. */
export interface TargetsOfKind {
  readonly kind: TargetKind;
  /** By id, or by name where the logs do not teach the id. */
  readonly targets: readonly EventsByKey[];
}

/** A summary looked at from every side. Every event is here once, however many copies of it there are. */
export interface Findings {
  /** WorkMail and Message Flow events in the order they happened, damaged ones among them. */
  readonly events: readonly EventInLog[];
  /** How many records only repeat one of these events. */
  readonly repeats: number;
  /** Those among these records that tell how a VPC endpoint saw a call that is here. */
  readonly witnesses: readonly EventInLog[];
  readonly entities: Entities;
  readonly timeline: Timeline;
  /** By eventName. */
  readonly actions: readonly EventsByKey[];
  /** By kind of actor, the most active first. */
  readonly actors: readonly ActorsOfKind[];
  readonly addresses: readonly EventsByKey[];
  readonly userAgents: readonly EventsByKey[];
  readonly targets: readonly TargetsOfKind[];
  /** Failed events by errorCode. */
  readonly failures: readonly EventsByKey[];
  /** Events of actions that weigh most, and those whose parameters do, in the order they happened. */
  readonly notable: readonly EventInLog[];
}

const notableWeights: ReadonlySet<Weight | undefined> = new Set<Weight | undefined>(['critical', 'high']);

/**
 * Takes time and memory in proportion to the WorkMail events of the summary.
 *
 * @param added names beside those that the logs teach
 */
export function findingsOf(summary: Summary, added?: AddedNames): Findings {
  const copies = Array.from(callsOf(summary.events).copies.values());
  const events = inTimeOrder(copies.flatMap(([speaking]) => speaking ?? []));
  const entities = entitiesOf(events, added);
  return {
    events,
    witnesses: copies.flatMap(witnessesIn),
    repeats: copies.reduce((sum, { length }) => sum + length - 1, 0),
    entities,
    timeline: timelineOf(events),
    actions: groupBy(events, ({ facts }) => [facts.eventName]),
    actors: actorsOf(events),
    addresses: groupBy(events, ({ facts }) => [facts.sourceIPAddress]),
    userAgents: groupBy(events, ({ facts }) => [facts.userAgent]),
    targets: targetsOf(events, entities),
    failures: groupBy(ended(events, 'failed'), ({ facts }) => [facts.errorCode]),
    notable: events.filter(({ facts }) => facts.weighty.length > 0 || notableWeights.has(facts.weight)),
  };
}

/** The copies of a network activity event that has no call are no witnesses. */
function witnessesIn([speaking, ...others]: readonly EventInLog[]): readonly EventInLog[] {
  return speaking === undefined || isWitness(speaking.facts) ? [] : others.filter(({ facts }) => isWitness(facts));
}

function actorsOf(events: readonly EventInLog[]): readonly ActorsOfKind[] {
  return groupBy(events, ({ facts }) => [facts.actor.kind]).flatMap(({ key, events: held }) => {
    const kind = held[0]?.facts.actor.kind;
    return kind === undefined
      ? []
      : [{ kind, key, events: held, actors: groupBy(held, ({ facts }) => [facts.actor.key]) }];
  });
}

/** What targets are sorted by; kinds that are not named here follow by name, and what has no kind comes last. */
const kindOrder: readonly TargetKind[] = ['organization', 'user', 'group', 'resource', 'entity', 'email', 'domain'];

function targetsOf(events: readonly EventInLog[], entities: Entities): readonly TargetsOfKind[] {
  const kinds = new Map<string, TargetKind>();
  const groups = groupBy(events, ({ facts }) => {
    const ids = facts.organizationId === '' ? [] : [facts.organizationId];
    if (facts.organizationId !== '') kinds.set(facts.organizationId, 'organization');
    for (const target of facts.targets) {
      const id = identify(entities, facts, target);
      ids.push(id);
      const learned = entityOf(entities, facts.organizationId, id)?.kind;
      // `entity` says only that it is one of several kinds: what the call itself says is more.
      const kind = learned === undefined || learned === 'entity' ? (target.entity ?? learned) : learned;
      // A call that says what it acts on teaches more than one that leaves it open.
      if ((kind !== 'entity' && kind !== undefined) || !kinds.has(id)) kinds.set(id, kind ?? 'other');
    }
    return ids;
  });
  const present = Array.from(new Set(kinds.values())).sort(
    (left, right) => rank(left) - rank(right) || byText(left, right),
  );
  return present.map((kind) => ({ kind, targets: groups.filter(({ key }) => kinds.get(key) === kind) }));
}

function rank(kind: TargetKind): number {
  if (kind === 'other') return kindOrder.length + 1;
  const at = kindOrder.indexOf(kind);
  return at < 0 ? kindOrder.length : at;
}
