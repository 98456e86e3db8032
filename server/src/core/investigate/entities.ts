import type { EntityKind } from '../check/schemaTypes';
import type { Target } from '../explain/targets';
import { parseArn } from '../explain/values/arn';
import { type AddedName, type AddedNames, labelsOf, noAddedNames } from './addedNames';
import type { EventFacts } from './facts';
import type { LearnedName } from './learnedNames';
import { byText, byTime, type EventInLog } from './order';
import { shortId } from './shortId';

/** A user, group, rule … as the logs introduce it, and behind that the lists of names that were added. */
export interface Entity {
  readonly id: string;
  readonly kind: EntityKind;
  /** Where it was learned; empty where the record does not say, and for an organization itself. */
  readonly organizationId: string;
  /** The names and addresses it still had at the end, the one learned last first. Both are empty where all were taken away. */
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  /** What of it only the added lists say; absent where they say nothing more. */
  readonly added?: AddedPart;
}

/** What of an entity is not from the logs. */
export interface AddedPart {
  /** Those of the names and addresses that no log teaches. */
  readonly texts: ReadonlySet<string>;
  /** Names beside, which others may share. */
  readonly shown: readonly string[];
  /** What the lists are called; not escaped. */
  readonly from: readonly string[];
}

/** Who is behind the ids of some logs, as far as these logs tell. */
export interface Entities {
  /** An id that was learned in several organizations (a name, given where an id is meant) is not here: it proves nothing. */
  readonly byId: ReadonlyMap<string, Entity>;
  /** By `nameKey`. A name that stood for several ids (deleted and created again) is not here: it proves nothing. */
  readonly idByName: ReadonlyMap<string, string>;
  /** By `nameKey`: the names that prove nothing. */
  readonly unsureNames: ReadonlySet<string>;
  /** What was added to that. The logs go before it: it tells how things were when it was taken, and they tell what happened. */
  readonly added: AddedNames;
  /** The organization that an added list is of, by position, where the logs show it. */
  readonly organizations: ReadonlyMap<number, string>;
}

/**
 * Reads what events teach, in the order they happened, whatever order they are given in.
 *
 * @param added lists of names beside the logs
 */
export function entitiesOf(events: Iterable<EventInLog>, added: AddedNames = noAddedNames): Entities {
  const learning = learningOf(events);
  for (let next = learning.next(); ; next = learning.next()) if (next.done) return namedBeside(next.value, added);
}

/** What logs teach, with lists of names beside it. */
export function namedBeside(learned: Entities, added: AddedNames): Entities {
  if (added === learned.added) return learned;
  return { ...learned, added, organizations: organizationsOf(learned.byId, added) };
}

/** So many events are read at once. */
const STEP = 128;

/** What events teach, in steps, with nothing beside it. */
export function* learningOf(events: Iterable<EventInLog>): Generator<void, Entities> {
  const teaching = Array.from(events)
    .filter(({ facts }) => facts.learned.length > 0)
    .sort(inLearning);
  const byId = new Map<string, Entity | undefined>();
  const named = new Map<string, string | undefined>();
  // Names first: a call that gives an address may itself call the user by name.
  for (const isAddress of [false, true]) {
    for (const [at, { facts }] of teaching.entries()) {
      if (at % STEP === 0) yield;
      for (const lesson of facts.learned) {
        if (lesson.isAddress !== isAddress) continue;
        const isOrganization = lesson.kind === 'organization';
        const given = isOrganization ? organizationIn(lesson.id) : lesson.id;
        const id = isAddress ? (named.get(nameKey(facts.organizationId, given)) ?? given) : given;
        byId.set(id, taughtIn(byId, isOrganization ? '' : facts.organizationId, { ...lesson, id }));
        if (lesson.isTaken) continue;
        const key = nameKey(facts.organizationId, lesson.name);
        named.set(key, !named.has(key) || named.get(key) === id ? id : undefined);
      }
    }
  }
  const unsureNames = new Set(Array.from(named).flatMap(([key, id]) => (id === undefined ? [key] : [])));
  return { byId: sure(byId), idByName: sure(named), unsureNames, added: noAddedNames, organizations: new Map() };
}

/** As they happened; those without a time by their ids, so that it does not matter in which order logs are named. */
function inLearning(left: EventInLog, right: EventInLog): number {
  const areTimeless = left.facts.time === undefined && right.facts.time === undefined;
  return (areTimeless ? byText(left.facts.eventID, right.facts.eventID) : 0) || byTime(left, right);
}

/** A list is of one organization; the ids of it that the logs know of tell which. */
function organizationsOf(byId: ReadonlyMap<string, Entity>, { byId: added }: AddedNames): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  if (added.size === 0) return found;
  for (const { id, kind, organizationId } of byId.values()) {
    if (organizationId === '' || kind === 'organization') continue;
    for (const list of added.get(id)?.lists ?? []) {
      const known = found.get(list);
      found.set(list, known === undefined || known === organizationId ? organizationId : '');
    }
  }
  return found;
}

/** @returns undefined where the id means things of several organizations */
function taughtIn(
  byId: ReadonlyMap<string, Entity | undefined>,
  organizationId: string,
  lesson: LearnedName,
): Entity | undefined {
  const known = byId.get(lesson.id);
  const isAmbiguous = byId.has(lesson.id) && (known === undefined || !mayBeOne(known.organizationId, organizationId));
  return isAmbiguous ? undefined : taught(known, organizationId, lesson);
}

function taught(known: Entity | undefined, organizationId: string, lesson: LearnedName): Entity {
  const { id, kind, isAddress } = lesson;
  const { names = [], addresses = [], kind: before = 'entity', organizationId: learnedIn = '' } = known ?? {};
  return {
    id,
    kind: kind === 'entity' ? before : kind,
    organizationId: learnedIn === '' ? organizationId : learnedIn,
    names: isAddress ? names : after(names, lesson),
    addresses: isAddress ? after(addresses, lesson) : addresses,
  };
}

/** The latest first. */
function after(known: readonly string[], { name, isTaken }: LearnedName): readonly string[] {
  const others = known.filter((other) => other !== name);
  return isTaken ? others : [name, ...others].slice(0, MOST_NAMES);
}

/** A log of renames must not cost the square of its length. */
const MOST_NAMES = 8;

/**
 * What the logs and the added lists say about an id that an event of an organization holds. What was learned in another one does not
 * count.
 */
export function entityOf(entities: Entities, organizationId: string, id: string): Entity | undefined {
  const entity = entityCalled(entities, id);
  return entity !== undefined && mayBeOne(entity.organizationId, organizationId) ? entity : undefined;
}

function entityCalled(entities: Entities, id: string): Entity | undefined {
  const learned = entities.byId.get(id);
  const added = entities.added.byId.get(id);
  return added === undefined ? learned : withAdded(entities, learned, added);
}

const NO_LESSON = { names: [], addresses: [], organizationId: '' } as const;

/** What the logs teach goes first. */
function withAdded(entities: Entities, learned: Entity | undefined, added: AddedName): Entity {
  const { id, kind, names, addresses, organizationId } = learned ?? { ...added, ...NO_LESSON };
  const more = {
    names: added.names.filter((name) => !names.includes(name)),
    addresses: added.addresses.filter((address) => !addresses.includes(address)),
    shown: added.shown.filter((name) => !names.includes(name) && !added.names.includes(name)),
  };
  const isMore = more.names.length + more.addresses.length + more.shown.length > 0;
  return {
    id,
    kind: kind === 'entity' ? added.kind : kind,
    organizationId: organizationId === '' ? organizationOfAdded(entities, added) : organizationId,
    names: [...names, ...more.names],
    addresses: [...addresses, ...more.addresses],
    ...(isMore && {
      added: {
        texts: new Set([...more.names, ...more.addresses]),
        shown: more.shown,
        from: labelsOf(entities.added, added),
      },
    }),
  };
}

function organizationOfAdded({ organizations }: Entities, { organizationId, kind, lists }: AddedName): string {
  if (organizationId !== '' || kind === 'organization') return organizationId;
  const found = new Set(lists.flatMap((list) => organizations.get(list) ?? []));
  const [only = ''] = found;
  return found.size === 1 ? only : '';
}

/** The same for an id that several events hold. */
export function entityBehind(entities: Entities, id: string, events: readonly EventInLog[]): Entity | undefined {
  const entity = entityCalled(entities, id);
  const fits = entity && events.every(({ facts }) => mayBeOne(entity.organizationId, facts.organizationId));
  return fits ? entity : undefined;
}

function mayBeOne(organizationId: string, other: string): boolean {
  return organizationId === '' || other === '' || organizationId === other;
}

/** What of an event tells what the names in it stand for. */
type Naming = Pick<EventFacts, 'organizationId' | 'learned'>;

/**
 * The id behind what an event acts on: many calls take a name or an address where an id is meant, and some the ARN of an
 * organization. What was given itself, where the logs do not tell.
 */
export function identify(entities: Entities, facts: Naming, target: Target): string {
  const id = target.entity === 'organization' ? organizationIn(target.id) : target.id;
  // An address is a thing of its own: it can move from one user to another.
  if (target.entity === 'email' || entityOf(entities, facts.organizationId, id) !== undefined) return id;
  const own = facts.learned.find((lesson) => lesson.name === id);
  const found = own?.id ?? idCalled(entities, facts.organizationId, id) ?? id;
  return target.entity === 'organization' ? organizationIn(found) : found;
}

/** The id behind a text of an event of an organization: itself, unless the logs teach it as a name or an address of one. */
export function identifyText(entities: Entities, organizationId: string, text: string): string {
  if (entityOf(entities, organizationId, text) !== undefined) return text;
  return organizationIn(idCalled(entities, organizationId, text) ?? text);
}

/** The id that is called so in an organization. A name that the logs know as one of several ids stands for none. */
function idCalled(entities: Entities, organizationId: string, name: string): string | undefined {
  const key = nameKey(organizationId, name);
  const learned = entities.idByName.get(key);
  if (learned !== undefined || entities.unsureNames.has(key)) return learned;
  const added = entities.added.idByName.get(name);
  return added === undefined || entityOf(entities, organizationId, added) === undefined ? undefined : added;
}

/** The id of an organization that may be given by its ARN. */
function organizationIn(text: string): string {
  const arn = parseArn(text);
  const [kind, id] = arn?.resource.split('/') ?? [];
  return arn?.service === 'workmail' && kind === 'organization' && id !== undefined && id !== '' ? id : text;
}

/** What an id is called: the name learned last, else an address. Undefined where the logs give it none. */
export function nameIn(entity: Entity | undefined): string | undefined {
  return entity?.names[0] ?? entity?.addresses[0] ?? entity?.added?.shown[0];
}

/** All that an id is called, in the same order. */
export function namesIn(entity: Entity | undefined): readonly string[] {
  return entity === undefined ? [] : [...entity.names, ...entity.addresses, ...(entity.added?.shown ?? [])];
}

/** What to call what one event acts on: `Jane Doe (3d9e2f1a-…)`, so that a name never stands for the id alone. */
export function targetName(entities: Entities, facts: Naming, target: Target): string {
  return nameBeside(entities, facts, target, shortId);
}

/** The same with the whole id. */
export function targetInFull(entities: Entities, facts: Naming, target: Target): string {
  return nameBeside(entities, facts, target, (id) => id);
}

function nameBeside(entities: Entities, facts: Naming, target: Target, shown: (id: string) => string): string {
  const id = identify(entities, facts, target);
  const name = nameIn(entityOf(entities, facts.organizationId, id));
  return name === undefined || name === id ? id : `${name} (${shown(id)})`;
}

/** Names are unique within an organization only. The length tells where one text ends: both are a stranger's and may hold any separator. */
function nameKey(organizationId: string, name: string): string {
  return `${organizationId.length} ${organizationId}${name}`;
}

function sure<T>(all: ReadonlyMap<string, T | undefined>): ReadonlyMap<string, T> {
  const known = new Map<string, T>();
  for (const [key, value] of all) if (value !== undefined) known.set(key, value);
  return known;
}
