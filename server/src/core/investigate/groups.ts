import type { Weight } from '../check/schemaTypes';
import { personFirst } from '../explain/actorName';
import { knownAction } from '../explain/words';
import { weights } from '../query/weights';
import { ownLogNamed } from '../read/own/ownLogs';
import { isMailCall, type Service } from '../record';
import type { EventFacts } from './facts';
import type { GroupField } from './groupFields';
import { byText, type EventInLog } from './order';

/** Events that have something in common: an action, who acted, a day. What that is makes no difference to what is told of them. */
export interface EventGroup extends GroupCounts {
  readonly by: GroupField;
  /** Tells the group from its neighbours, and stays the same across edits. */
  readonly key: string;
  /** What its events have in common, as the log has it and not escaped, or words of ours where there is nothing. */
  readonly label: string;
  /** Whose action it is; undefined where the group is by something else, and may hold events of any service. */
  readonly service: Service | undefined;
  /** How much an investigator should care for the weightiest of its events; undefined where nothing is known of any of them. */
  readonly weight: Weight | undefined;
  /** The question that picks its events, in the language of questions. */
  readonly question: string;
}

/** What is counted of the events of a group. */
export interface GroupCounts {
  readonly count: number;
  readonly failed: number;
  readonly malformed: number;
  /** Earliest and latest eventTime that can be read, as written. */
  readonly first: string | undefined;
  readonly last: string | undefined;
}

/** Events in the order they happened, of which only those need be made that somebody looks at. A list of events is one. */
export interface EventList {
  readonly length: number;
  slice(from?: number, to?: number): readonly EventInLog[];
  /** Negative for an event that is not in it. */
  indexOf(event: EventInLog): number;
}

/** The key of the records that are so broken that nobody knows whose they are. They may well be WorkMail's. */
const UNREADABLE = 'unreadable';
const OTHER = 'other/';
const OWN = 'own/';

/** The group by action that an event belongs to: its action, or of other services the service, and of WorkMail's own logs the log. */
export function groupKeyOf({
  service,
  eventName,
  eventSource,
  malformed,
}: Pick<EventFacts, 'service' | 'eventName' | 'eventSource' | 'malformed'>): string {
  if (isMailCall(service)) return `${service}/${eventName}`;
  if (service === 'own') return OWN + eventSource;
  if (eventSource === '' && malformed !== null) return UNREADABLE;
  const source = eventSource.toLowerCase();
  // A stranger's eventSource may read like the key of an action, and is no part of it.
  return source.includes('/') || source === UNREADABLE ? OTHER + source : source;
}

/** What the key of a group by action says. */
export interface ActionOfKey {
  readonly service: Service;
  /** eventName; of other services the eventSource in small letters, of WorkMail's own logs the id of the log. Empty where it can't be read. */
  readonly name: string;
  readonly isUnreadable: boolean;
}

/** Reads what `groupKeyOf` gives. */
export function actionOfKey(key: string): ActionOfKey {
  const isUnreadable = key === UNREADABLE;
  for (const service of ['workmail', 'messageflow'] as const) {
    if (key.startsWith(`${service}/`)) return { service, name: key.slice(service.length + 1), isUnreadable };
  }
  if (key.startsWith(OWN)) return { service: 'own', name: key.slice(OWN.length), isUnreadable };
  const name = key.startsWith(OTHER) ? key.slice(OTHER.length) : key;
  return { service: 'other', name: isUnreadable ? '' : name, isUnreadable };
}

/** Whether events of a group by action are shown where other services are not: records that can't be read may well be WorkMail's. */
export function isOfWorkMail({ service, isUnreadable }: ActionOfKey): boolean {
  return service !== 'other' || isUnreadable;
}

/** How much the action of a group matters; undefined for those that the catalog does not know, and for other services. */
export function weightOfAction({ service, name }: ActionOfKey): Weight | undefined {
  return !isMailCall(service) || name === '' ? undefined : knownAction({ service, name })?.entry.weight;
}

const NOTHING: Readonly<Record<GroupField, string>> = {
  action: 'No eventName',
  actor: 'Unknown caller',
  target: 'No target',
  organization: 'No organization',
  key: 'No access key',
  session: 'No session',
  address: 'No address',
  outcome: 'Outcome unknown',
  day: 'No time',
  file: 'No file',
  weight: 'No weight known',
};

const OUTCOMES: Readonly<Record<string, string>> = {
  succeeded: 'Succeeded',
  failed: 'Failed',
  unknown: NOTHING.outcome,
};

/** What a group is called whose key says all of it; what a target or a file is called, only the logs say. */
export function groupLabel(by: GroupField, key: string): string {
  if (by === 'action') return actionLabel(actionOfKey(key));
  if (key === '') return NOTHING[by];
  if (by === 'outcome') return OUTCOMES[key] ?? key;
  return by === 'weight' ? `${key.charAt(0).toUpperCase()}${key.slice(1)}` : key;
}

/** What a group by actor is called. @param isSession whether the name is that of a role and of a session of it */
export function actorLabel(name: string, isSession: boolean): string {
  return name === '' ? NOTHING.actor : personFirst(isSession ? 'role-session' : 'unknown', name);
}

function actionLabel({ service, name, isUnreadable }: ActionOfKey): string {
  if (isUnreadable) return 'Unreadable records';
  if (service === 'own') return ownLogNamed(name)?.group ?? name;
  return name !== '' ? name : service === 'other' ? 'No eventSource' : NOTHING.action;
}

/** What the order of groups asks. */
export type OrderedGroup = Pick<EventGroup, 'key' | 'label'>;

/**
 * The order of the groups of one level: by what they are called, so that a group has its place whatever is added to it, and is found by
 * the eye. Services stand below the actions of WorkMail, the weightiest of weights first, and last what has nothing of the kind.
 */
export function inGroupOrder(by: GroupField): (left: OrderedGroup, right: OrderedGroup) => number {
  const rank = rankOf(by);
  return (left, right) => rank(left) - rank(right) || byText(left.label, right.label) || byText(left.key, right.key);
}

/** Those that stand together, two by two: calls, WorkMail's own logs, all others. */
const SERVICES_IN_ORDER: readonly (Service | undefined)[] = ['workmail', 'messageflow', 'own', undefined, 'other'];

const lightestFirst: readonly string[] = weights;

function rankOf(by: GroupField): (group: OrderedGroup) => number {
  if (by === 'action') return ({ key }) => SERVICES_IN_ORDER.indexOf(actionOfKey(key).service) >> 1;
  if (by === 'weight') return ({ key }) => -lightestFirst.indexOf(key);
  return ({ key }) => Number(key === '');
}
