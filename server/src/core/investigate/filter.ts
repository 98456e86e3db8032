import { isMailCall, type Service } from '../record';
import { copiesOf } from './distinct';
import { type Entities, identify } from './entities';
import type { EventFacts } from './facts';
import { byTime, type EventInLog, inTimeOrder } from './order';
import { callsOf } from './sameCall';

/**
 * A question put to events: every given field must match, exactly and with the case of the letters. The wire has a type
 * of the same shape.
 */
export interface EventFilter {
  /** `workmail` is WorkMail and its Message Flow, `own` what WorkMail writes beside CloudTrail. */
  readonly service?: 'workmail' | 'other' | 'own' | 'all';
  /** Zero-based position of the log among those that are looked at together. */
  readonly log?: number;
  readonly action?: string;
  /** In any case: sources are not written uniformly. */
  readonly eventSource?: string;
  readonly outcome?: 'succeeded' | 'failed' | 'unknown';
  readonly malformed?: boolean;
  /** What a malformed record breaks: JSON, or the form of its event. */
  readonly malformedBy?: 'syntax' | 'schema';
  /** The key of an actor, and its kind. */
  readonly actor?: string;
  readonly actorKind?: string;
  readonly sourceIPAddress?: string;
  readonly userAgent?: string;
  /** The id of a target or an organization; a name where the logs do not teach the id. */
  readonly target?: string;
  readonly errorCode?: string;
  /** eventTime in milliseconds, from inclusive, to exclusive. */
  readonly from?: number;
  readonly to?: number;
  /** Absent: each event once. `every`: each record. `repeated`: the records that repeat an event read before. */
  readonly copies?: 'every' | 'repeated';
}

/** Whether one record answers the question. `copies` is not asked here: it takes more than one record. */
export function matches(filter: EventFilter, { log, facts }: EventInLog, entities: Entities): boolean {
  return (
    isOf(filter.service, facts.service) &&
    same(filter.log, log) &&
    same(filter.action, facts.eventName) &&
    same(filter.eventSource?.toLowerCase(), facts.eventSource.toLowerCase()) &&
    same(filter.outcome, facts.outcome) &&
    same(filter.malformed, facts.malformed !== null) &&
    same(filter.malformedBy, facts.malformed ?? undefined) &&
    same(filter.actor, facts.actor.key) &&
    same(filter.actorKind, facts.actor.kind) &&
    same(filter.sourceIPAddress, facts.sourceIPAddress) &&
    same(filter.userAgent, facts.userAgent) &&
    same(filter.errorCode, facts.errorCode) &&
    isWithin(filter, facts.time) &&
    (filter.target === undefined || actsOn(filter.target, facts, entities))
  );
}

/** The events that answer the question, in the order they happened. */
export function select(filter: EventFilter, events: Iterable<EventInLog>, entities: Entities): readonly EventInLog[] {
  if (filter.copies === 'every') {
    return inTimeOrder(matching(filter, events, entities));
  }
  const found: EventInLog[] = [];
  // Which copy speaks for an event must not depend on the question, so copies are sorted out before it is asked.
  for (const [speaking, ...others] of callsOf(copiesOf(events)).copies.values()) {
    const asked = filter.copies === 'repeated' ? others : speaking === undefined ? [] : [speaking];
    for (const event of matching(filter, asked, entities)) found.push(event);
  }
  return found.sort(byTime);
}

function* matching(filter: EventFilter, events: Iterable<EventInLog>, entities: Entities): Generator<EventInLog> {
  for (const event of events) {
    if (matches(filter, event, entities)) yield event;
  }
}

function same<T>(asked: T | undefined, found: T | undefined): boolean {
  return asked === undefined || asked === found;
}

function isOf(asked: EventFilter['service'], service: Service): boolean {
  return asked === undefined || asked === 'all' || (isMailCall(service) ? asked === 'workmail' : asked === service);
}

function isWithin({ from, to }: EventFilter, time: number | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  return time !== undefined && time >= (from ?? Number.NEGATIVE_INFINITY) && time < (to ?? Number.POSITIVE_INFINITY);
}

function actsOn(target: string, facts: EventFacts, entities: Entities): boolean {
  return facts.organizationId === target || facts.targets.some((one) => identify(entities, facts, one) === target);
}
