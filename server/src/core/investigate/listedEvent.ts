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
    actor: actingRole(facts, entities) ?? userName(facts, entities) ?? person,
    ...(role !== undefined && { role }),
    target: isInOwnMailbox(facts) ? OWN_MAILBOX : targetText(facts, entities),
    outcome: facts.outcome,
    errorCode: facts.errorCode === '' ? undefined : facts.errorCode,
    malformed: facts.malformed,
    weight: facts.weight,
  };
}

/** WorkMail's own logs name the user in whose name a role acts, and not who took the role: without a word for it a user seems to have that name. */
function actingRole(facts: EventFacts, entities: Entities): string | undefined {
  return facts.impersonator === '' ? undefined : `the role ${throughRole(facts, entities, targetName)}`;
}

/** WorkMail's own logs name users by their ids alone. */
function userName({ service, actor: { name }, organizationId }: EventFacts, entities: Entities): string | undefined {
  if (service !== 'own' || name === '') return undefined;
  const called = nameIn(entityOf(entities, organizationId, name));
  return called === undefined || called === name ? undefined : `${called} (${shortId(name)})`;
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
