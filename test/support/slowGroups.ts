import {
  byText,
  type Entities,
  type EventFacts,
  type EventGroup,
  type EventInLog,
  type EventRow,
  type GroupField,
  groupKeyOf,
  identify,
  weightNumber,
} from '../../server/src/core';

/** An event that speaks, told in all the ways in which it can be looked at. */
export interface WholeEvent {
  readonly event: EventInLog;
  readonly row: EventRow;
}

/** A group and all that it holds: groups, or the places of events. */
export interface SlowGroup
  extends Pick<EventGroup, 'key' | 'count' | 'failed' | 'malformed' | 'first' | 'last' | 'weight'> {
  readonly holds: readonly SlowGroup[] | readonly string[];
}

/** How an event is named in an expectation: `0/3` is the fourth record of the first log. */
export const placeText = ({ log, facts }: EventInLog): string => `${log}/${facts.index}`;

/**
 * Groups of events, event by event: the slow way to what the product makes from columns (`GroupedEvents`).
 *
 * @param events in the order they happened
 * @returns in the order of their keys
 */
export function slowGroups(
  events: readonly WholeEvent[],
  [by, ...further]: readonly GroupField[],
  entities: Entities,
): readonly SlowGroup[] {
  const groups = new Map<string, WholeEvent[]>();
  for (const each of by === undefined ? [] : events) {
    const key = keyOf(by ?? 'action', each, entities);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return Array.from(groups, ([key, held]): SlowGroup => {
    const facts = held.map(({ event }) => event.facts);
    const timed = facts.filter(({ time }) => time !== undefined);
    return {
      key,
      count: held.length,
      failed: facts.filter(({ outcome }) => outcome === 'failed').length,
      malformed: facts.filter(({ malformed }) => malformed !== null).length,
      first: timed[0]?.eventTime,
      last: lastOf(timed)?.eventTime,
      weight: facts.map(({ weight }) => weight).sort((left, right) => weightNumber(right) - weightNumber(left))[0],
      holds: further.length === 0 ? held.map(({ event }) => placeText(event)) : slowGroups(held, further, entities),
    };
  }).sort((left, right) => byText(left.key, right.key));
}

/** The first of those that are the latest. */
function lastOf(timed: readonly EventFacts[]): EventFacts | undefined {
  return timed.find(({ time }) => time === timed.at(-1)?.time);
}

function keyOf(by: GroupField, { event, row }: WholeEvent, entities: Entities): string {
  const { facts } = event;
  switch (by) {
    case 'action':
      return groupKeyOf(facts);
    case 'actor':
      return row.actor;
    case 'target':
      return targetKeyOf(facts, entities);
    case 'organization':
      return facts.service === 'other' ? '' : facts.organizationId;
    case 'key':
      return row.accessKey;
    case 'session':
      return row.sessionName;
    case 'address':
      return row.address;
    case 'outcome':
      return row.outcome;
    case 'day':
      return Number.isNaN(row.time) ? '' : new Date(row.time).toISOString().slice(0, 10);
    case 'file':
      return row.file;
    case 'weight':
      return row.weight ?? '';
  }
}

function targetKeyOf(facts: EventFacts, entities: Entities): string {
  const [target] = facts.service === 'other' ? [] : facts.targets;
  if (target === undefined) return '';
  const id = identify(entities, facts, target);
  return target.named && id === target.id ? `${facts.organizationId}/${id}` : id;
}
