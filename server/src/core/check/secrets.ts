import { actionSchemas } from '../../generated/schemas';
import { once } from '../once';
import { isObject } from '../read/whole';
import type { Action, JsonObject, JsonValue, Problem } from '../record';
import { isMasked } from './markers';
import { NO_PROBLEMS, problemAt } from './problem';
import type { SchemaNode } from './schemaTypes';

/** What CloudTrail itself writes in the place of a secret. */
export const SECRET_MARK = 'HIDDEN_DUE_TO_SECURITY_REASONS';

/** The names of the rules that find a secret in clear: for each, `SECRET_MARK` in the place of the value redacts it. */
export const SECRET_RULES = ['secret-in-clear', 'token-in-clear'] as const;

/**
 * Secrets that stand in a record in clear, where `schemas/` says that a value is one. Of a call that failed, too: what was
 * asked then is as secret.
 *
 * Passwords are masked or left out in genuine records of all services. What a service answers is another thing: tokens stand
 * in clear in genuine answers of STS, and how WorkMail's are written nobody has seen. So a token is told of, but as no
 * contradiction. Records of other services are not looked at, since only WorkMail's secrets are known.
 */
export function secretsInClear(event: JsonObject, { name }: Action): readonly Problem[] {
  const { requestParameters, responseElements } = event;
  if (!isObject(requestParameters) && !isObject(responseElements)) return NO_PROBLEMS;
  const known = secretPlaces().get(name);
  const places = known === undefined ? UNKNOWN_ACTION : known();
  let found = NO_PROBLEMS;
  for (const path of places) {
    const value = valueAt(event, path);
    if (!isSecret(value)) continue;
    const rule = path[0] === 'requestParameters' ? 'secret-in-clear' : 'token-in-clear';
    found = [...found, problemAt(rule, path, 'value', { field: path.slice(1).join('.') })];
  }
  return found;
}

type Place = readonly string[];

/** Actions that only the console knows have no schema; a password is called so in all that have one. */
const UNKNOWN_ACTION: readonly Place[] = [['requestParameters', 'password']];

/** Where the secrets of an action stand, by its name: found when an action is met first, since a log holds few of them. */
const secretPlaces = once(
  (): ReadonlyMap<string, () => readonly Place[]> =>
    new Map(
      Array.from(actionSchemas(), ([action, sides]) => [
        action,
        once(() => [
          ...secretsBelow(sides.requestParameters, ['requestParameters']),
          ...secretsBelow(sides.responseElements, ['responseElements']),
        ]),
      ]),
    ),
);

/** Recursion here follows our own files. In lists there are no secrets, and a test says so. */
function secretsBelow(node: SchemaNode, path: Place): readonly Place[] {
  if (node['x-secret'] === true) return [path];
  return Array.from(node.properties ?? [], ([name, property]) => secretsBelow(property, [...path, name])).flat();
}

function valueAt(event: JsonObject, path: Place): JsonValue | undefined {
  let value: JsonValue | undefined = event;
  for (const step of path) value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  return value;
}

/** Anything but a mark, and but what is no value; documentation marks the secrets that it makes up. */
function isSecret(value: JsonValue | undefined): boolean {
  if (typeof value === 'number') return true;
  return typeof value === 'string' && value.trim() !== '' && !isMasked(value) && !value.includes('EXAMPLE');
}
