import { thingPlaces } from '../../generated/things';
import { objectOf } from '../explain/members';
import { serviceLabel } from '../explain/serviceLabel';
import type { Action, EventRecord, JsonObject, JsonValue } from '../record';
import { namedIn } from './namedIn';
import type { Outcome } from './particulars';
import type { ThingPath, ThingsOfCall } from './thingPlaces';

/** Ids, names and ARNs in the request and the answer of a call, as the record has them. */
export interface Things {
  /** What the call made or gave out: a user, a key, a session. None where it is not known to have succeeded. */
  readonly made: readonly string[];
  /** All others, each once. */
  readonly named: readonly string[];
}

/** More are not kept: a stranger's record could hold thousands. */
const MOST = 32;
/** Nothing that identifies is longer. UTF-16 units. */
const LONGEST = 512;

const NONE: Things = { made: [], named: [] };

/**
 * What a record says of things. Of a call of WorkMail the schemas of its action tell what they are; of calls of other services
 * schemas/cloudtrail/things.json does, which knows a few.
 */
export function thingsOf({ event, action }: Pick<EventRecord, 'event' | 'action'>, outcome: Outcome): Things {
  if (event === undefined) return NONE;
  const { eventSource, eventName } = event;
  if (action === undefined && (typeof eventSource !== 'string' || typeof eventName !== 'string')) return NONE;
  const places = action === undefined ? thingsOfCall(String(eventSource), String(eventName)) : ofWorkMail(action);
  return thingsAt(event, action, places, outcome);
}

/** Where the records of a call of another service hold things; undefined for nearly all. */
export function thingsOfCall(eventSource: string, eventName: string): ThingsOfCall | undefined {
  const actions = thingPlaces().get(serviceLabel(eventSource).toLowerCase());
  return actions?.get(eventName) ?? actions?.get('*');
}

function ofWorkMail({ service, name }: Action): ThingsOfCall | undefined {
  return service === 'workmail' ? thingPlaces().get('workmail')?.get(name) : undefined;
}

function thingsAt(
  event: JsonObject,
  action: Action | undefined,
  places: ThingsOfCall | undefined,
  outcome: Outcome,
): Things {
  if (action === undefined && places === undefined) return NONE;
  const made = new Set<string>();
  const named = new Set<string>();
  // What a call would have made, had it not failed, is named by it all the same.
  for (const path of places?.makes ?? []) collect(event, path, outcome === 'succeeded' ? made : named);
  for (const path of places?.names ?? []) collect(event, path, named);
  if (action !== undefined) for (const text of namedIn(event, action)) add(text, named);
  for (const text of made) named.delete(text);
  return made.size + named.size === 0 ? NONE : { made: Array.from(made), named: Array.from(named) };
}

/** Puts the texts at the end of a path among others. */
function collect(event: JsonObject, path: ThingPath, into: Set<string>): void {
  let found: readonly JsonValue[] = [event];
  for (const { name, isList } of path) {
    found = found.flatMap((value) => {
      const object = objectOf(value);
      const member = object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
      if (member === undefined) return [];
      return isList && Array.isArray(member) ? (member as readonly JsonValue[]).slice(0, MOST) : [member];
    });
  }
  for (const value of found) if (typeof value === 'string') add(value, into);
}

function add(text: string, into: Set<string>): void {
  if (text !== '' && text.length <= LONGEST && into.size < MOST) into.add(text);
}
