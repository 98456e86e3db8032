import { shortTarget } from '../explain/labels';
import type { Service } from '../record';
import { type Entities, targetName } from './entities';
import type { EventFacts } from './facts';
import { byText, type EventInLog } from './order';
import type { Outcome } from './particulars';

/** All events of one action, or of one other service. */
export interface ActionGroup {
  /** Stable across edits: `workmail/CreateUser`, `messageflow/…`, or the eventSource in small letters for other services. */
  readonly key: string;
  /** The action; for other services the eventSource; words where neither can be read. */
  readonly action: string;
  readonly eventSource: string;
  readonly service: Service;
  readonly count: number;
  readonly failed: number;
  readonly malformed: number;
  /** Earliest and latest eventTime that can be read, as written. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly weight: string | undefined;
  readonly events: EventList;
}

/** Events in the order they happened, of which only those need be made that somebody looks at. A list of events is one. */
export interface EventList {
  readonly length: number;
  slice(from?: number, to?: number): readonly EventInLog[];
  /** Negative for an event that is not in it. */
  indexOf(event: EventInLog): number;
}

/** The key of the records that are so broken that nobody knows whose they are. They may well be WorkMail's. */
export const unreadableKey = 'unreadable';

/** The group an event belongs to. */
export function groupKeyOf({ service, eventName, eventSource, malformed }: EventFacts): string {
  if (service !== 'other') return `${service}/${eventName}`;
  return eventSource === '' && malformed !== null ? unreadableKey : eventSource.toLowerCase();
}

/** A sorted copy, in the alphabetical order of the action. */
export function inGroupOrder(groups: Iterable<ActionGroup>): readonly ActionGroup[] {
  return Array.from(groups).sort((left, right) => byText(left.action, right.action) || byText(left.key, right.key));
}

/** Whether a group is shown where other services are not: records that can't be read may well be WorkMail's. */
export function isOfWorkMail({ service, key }: Pick<ActionGroup, 'service' | 'key'>): boolean {
  return service !== 'other' || key === unreadableKey;
}

/**
 * A group whose events are counted already.
 *
 * @param any the first of them
 * @param events gives all of them, in the order they happened, when somebody asks
 */
export function actionGroup(
  key: string,
  any: EventFacts | undefined,
  counts: Pick<ActionGroup, 'count' | 'failed' | 'malformed' | 'first' | 'last'>,
  events: () => EventList,
): ActionGroup {
  return {
    key,
    action: actionWords(key, any),
    eventSource: any?.eventSource ?? '',
    service: any?.service ?? 'other',
    ...counts,
    weight: any?.weight,
    get events() {
      return events();
    },
  };
}

function actionWords(key: string, facts: EventFacts | undefined): string {
  if (key === unreadableKey) return 'Unreadable records';
  const name = facts?.service === 'other' ? facts.eventSource : facts?.eventName;
  return name === undefined || name === '' ? (facts?.service === 'other' ? 'No eventSource' : 'No eventName') : name;
}

/** One line of a list of events. Texts from the log, not escaped; where the record stands, the host knows. */
export interface ListedEvent {
  readonly log: number;
  readonly index: number;
  readonly eventName: string;
  readonly eventTime: string | undefined;
  readonly actor: string;
  readonly target: string;
  readonly outcome: Outcome;
  readonly errorCode: string | undefined;
  readonly malformed: EventFacts['malformed'];
}

/** How an event is listed, with names for the ids the logs explain. */
export function listed({ log, facts }: EventInLog, entities: Entities): ListedEvent {
  return {
    log,
    index: facts.index,
    eventName: facts.eventName,
    eventTime: facts.eventTime === '' ? undefined : facts.eventTime,
    actor: facts.actor.name,
    target: targetText(facts, entities),
    outcome: facts.outcome,
    errorCode: facts.errorCode === '' ? undefined : facts.errorCode,
    malformed: facts.malformed,
  };
}

/** The same one by one, each name once. */
export function shownTargets(facts: EventFacts, entities: Entities): readonly string[] {
  return Array.from(new Set(facts.targets.map((target) => targetName(entities, facts, target))));
}

/** What an event acted on, by name where the logs teach it: `alice, bob`. Empty when the action has no target. */
export function targetText(facts: EventFacts, entities: Entities): string {
  return shortTarget(facts.targets, (target) => targetName(entities, facts, target));
}
