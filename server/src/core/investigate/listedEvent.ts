import type { Weight } from '../check/schemaTypes';
import { personAndRole } from '../explain/actorName';
import { shortTarget } from '../explain/labels';
import { isMailCall } from '../record';
import { type Entities, entityOf, nameIn, targetName } from './entities';
import type { EventFacts } from './facts';
import type { EventInLog } from './order';
import type { Outcome } from './particulars';
import { shortId } from './shortId';

/** One line of a list of events. Texts from the log, not escaped; where the record stands, the host knows. */
export interface ListedEvent {
  readonly log: number;
  readonly index: number;
  /** Empty where the record has none. */
  readonly eventID: string;
  readonly eventName: string;
  /** eventSource of an event of another service; empty for those of WorkMail and its Message Flow. */
  readonly otherSource: string;
  readonly eventTime: string | undefined;
  /** The person of a session of a role, the name of a user of WorkMail before the id, else whatever the actor is called. */
  readonly actor: string;
  /** The role that the person of a session has taken on. */
  readonly role?: string;
  readonly target: string;
  readonly outcome: Outcome;
  readonly errorCode: string | undefined;
  readonly malformed: EventFacts['malformed'];
  readonly weight: Weight | undefined;
}

/** How an event is listed, with names for the ids the logs explain. */
export function listed({ log, facts }: EventInLog, entities: Entities): ListedEvent {
  const { person, role } = personAndRole(facts.actor.kind, facts.actor.name);
  return {
    log,
    index: facts.index,
    eventID: facts.eventID,
    eventName: facts.eventName,
    otherSource: !isMailCall(facts.service) ? facts.eventSource : '',
    eventTime: facts.eventTime === '' ? undefined : facts.eventTime,
    actor: userName(facts, entities) ?? person,
    ...(role !== undefined && { role }),
    target: [...whereText(facts, entities), ...throughText(facts, entities)].join(' '),
    outcome: facts.outcome,
    errorCode: facts.errorCode === '' ? undefined : facts.errorCode,
    malformed: facts.malformed,
    weight: facts.weight,
  };
}

/** WorkMail's own logs name users by their ids alone. An id as a whole would push the role out of sight that acted in the name of the user. */
function userName(
  { service, actor: { name }, organizationId, impersonator }: EventFacts,
  entities: Entities,
): string | undefined {
  if (service !== 'own' || name === '') return undefined;
  const called = nameIn(entityOf(entities, organizationId, name));
  if (called !== undefined && called !== name) return `${called} (${shortId(name)})`;
  return impersonator === '' ? undefined : shortId(name);
}

function whereText(facts: EventFacts, entities: Entities): readonly string[] {
  const where = isInOwnMailbox(facts) ? OWN_MAILBOX : targetText(facts, entities);
  return where === '' ? [] : [where];
}

/** Without it, it would seem that the user did what was done in their name. */
function throughText(facts: EventFacts, entities: Entities): readonly string[] {
  return facts.impersonator === '' ? [] : [`through the role ${throughRole(facts, entities, targetName)}`];
}

/** What the impersonation role is called that somebody used. @param named with the whole id or a short one behind the name */
export function throughRole(facts: EventFacts, entities: Entities, named: typeof targetName): string {
  return named(entities, facts, {
    entity: 'role',
    named: false,
    id: facts.impersonator,
    parameter: 'impersonator_id',
  });
}

/** In place of an id that stands before it in the same line. */
const OWN_MAILBOX = 'own mailbox';

/** Whether WorkMail's own logs tell of somebody in the mailbox that is theirs. */
function isInOwnMailbox({ service, actor, targets: [first, ...others] }: EventFacts): boolean {
  return service === 'own' && others.length === 0 && first?.parameter === 'owner_id' && first.id === actor.name;
}

/** The same one by one, each name once. */
export function shownTargets(facts: EventFacts, entities: Entities): readonly string[] {
  return Array.from(new Set(facts.targets.map((target) => targetName(entities, facts, target))));
}

/** What an event acted on, by name where the logs teach it: `alice, bob`. Empty when the action has no target. */
export function targetText(facts: EventFacts, entities: Entities): string {
  return shortTarget(facts.targets, (target) => targetName(entities, facts, target));
}
