import type { EntityKind } from '../check/schemaTypes';
import type { Target } from '../explain/targets';
import type { EventFacts } from './facts';
import type { LearnedName } from './learnedNames';
import { inTimeOrder, type PlacedFacts } from './order';

/** A user, group, rule … as the logs introduce it. */
export interface Entity {
  readonly id: string;
  readonly kind: EntityKind;
  /** Its names and addresses, the one learned last first. Never empty together. */
  readonly names: readonly string[];
  readonly addresses: readonly string[];
}

/** Who is behind the ids of some logs, as far as these logs tell. */
export interface Entities {
  readonly byId: ReadonlyMap<string, Entity>;
  /** By `nameKey`. A name that stood for several ids (deleted and created again) is not here: it proves nothing. */
  readonly idByName: ReadonlyMap<string, string>;
}

/** Reads what events teach, in the order they happened, whatever order they are given in. */
export function entitiesOf(events: Iterable<PlacedFacts>): Entities {
  const teaching = inTimeOrder(Array.from(events).filter(({ facts }) => facts.learned.length > 0));
  const byId = new Map<string, Entity>();
  const named = new Map<string, string | undefined>();
  // Names first: a call that gives an address may itself call the user by name.
  for (const isAddress of [false, true]) {
    for (const { facts } of teaching) {
      for (const lesson of facts.learned) {
        if (lesson.isAddress !== isAddress) continue;
        const id = isAddress ? (named.get(nameKey(facts.organizationId, lesson.id)) ?? lesson.id) : lesson.id;
        byId.set(id, taught(byId.get(id), { ...lesson, id }));
        const key = nameKey(facts.organizationId, lesson.name);
        named.set(key, !named.has(key) || named.get(key) === id ? id : undefined);
      }
    }
  }
  return { byId, idByName: unambiguous(named) };
}

function taught(known: Entity | undefined, { id, kind, name, isAddress }: LearnedName): Entity {
  const { names = [], addresses = [], kind: before = 'entity' } = known ?? {};
  return {
    id,
    kind: kind === 'entity' ? before : kind,
    names: isAddress ? names : latestFirst(names, name),
    addresses: isAddress ? latestFirst(addresses, name) : addresses,
  };
}

/**
 * The id behind what an event acts on: many calls take a name or an address where an id is meant. What was given itself,
 * where the logs do not tell.
 */
export function identify(entities: Entities, facts: EventFacts, target: Target): string {
  const { id } = target;
  // An address is a thing of its own: it can move from one user to another.
  if (target.entity === 'email' || entities.byId.has(id)) return id;
  const own = facts.learned.find((lesson) => lesson.name === id);
  return own?.id ?? entities.idByName.get(nameKey(facts.organizationId, id)) ?? id;
}

/** What to call an id: the name learned last, else an address, else the id itself. */
export function nameOf(entities: Entities, id: string): string {
  const entity = entities.byId.get(id);
  return entity?.names[0] ?? entity?.addresses[0] ?? id;
}

/** What to call what one event acts on. */
export function targetName(entities: Entities, facts: EventFacts, target: Target): string {
  return nameOf(entities, identify(entities, facts, target));
}

function latestFirst(known: readonly string[], name: string): readonly string[] {
  return [name, ...known.filter((other) => other !== name)].slice(0, MOST_NAMES);
}

/** A log of renames must not cost the square of its length. */
const MOST_NAMES = 8;

/** Names are unique within an organization only. */
function nameKey(organizationId: string, name: string): string {
  return JSON.stringify([organizationId, name]);
}

function unambiguous(ids: ReadonlyMap<string, string | undefined>): ReadonlyMap<string, string> {
  const sure = new Map<string, string>();
  for (const [name, id] of ids) {
    if (id !== undefined) sure.set(name, id);
  }
  return sure;
}
