import { memberOf, objectOf } from '../explain/members';
import { knownAction } from '../explain/words';
import type { Action, JsonObject, JsonValue } from '../record';
import { anyNaming, type NamingNode, namingSchemas } from './namingSchemas';

/** A list of a million entries, made by a stranger, must cost no more than a few. */
const MOST_ENTRIES = 32;

/**
 * The ids and names that the schema of an action knows in its request and answer (`x-entity`, `x-entity-name`). Of an action that
 * has no schema: what is called like such a field of any other.
 */
export function* namedIn(event: JsonObject, action: Action): Generator<string> {
  const schema = namingSchemas().get(knownAction(action)?.name ?? '')?.();
  for (const side of ['requestParameters', 'responseElements'] as const) {
    const value = objectOf(memberOf(event, side));
    const node = schema === undefined ? anyNaming() : schema[side];
    if (value !== undefined && node !== undefined) yield* textsIn(value, node);
  }
}

/** Walks what the schema knows, and nothing else: a record can't make this deeper than its schema is. */
function* textsIn(root: JsonValue, known: NamingNode): Generator<string> {
  const visits = [{ value: root, node: known }];
  for (let visit = visits.pop(); visit !== undefined; visit = visits.pop()) {
    const { value, node } = visit;
    if (typeof value === 'string') yield value;
    else if (Array.isArray(value)) {
      const { items } = node;
      if (items === undefined) continue;
      for (const entry of (value as readonly JsonValue[]).slice(0, MOST_ENTRIES))
        visits.push({ value: entry, node: items });
    } else {
      for (const [name, child] of node.properties) {
        const member = memberOf(value, name);
        if (member !== undefined && member !== null) visits.push({ value: member, node: child });
      }
    }
  }
}
