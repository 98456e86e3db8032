/** What an event acts upon. */
import { actionSchemas } from '../../generated/schemas';
import type { EntityKind, SchemaNode } from '../check/schemaTypes';
import { once } from '../once';
import type { Action, JsonObject } from '../record';
import { at, objectOf, spelled, textAt } from './members';
import { knownAction } from './words';

/** What an action acted upon: one identifier or name in its request. */
export interface Target {
  /** Undefined for targets that are neither of the kinds, such as a retention policy. */
  readonly entity: EntityKind | undefined;
  /** Whether `id` is a name rather than an identifier. */
  readonly named: boolean;
  /** As the log has it: whoever shows it escapes it. */
  readonly id: string;
  /** The request parameter it stands in. */
  readonly parameter: string;
}

/** More are never shown, and a made-up request could hold thousands. */
const MOST = 8;

/**
 * What the action acts upon, the most important first: the parameters its schema marks as targets. Console-only and
 * unknown actions have no schema; there, parameters count that are targets of some known action. Nothing for a refused
 * call, whose request is not in the record.
 */
export function targetsOf(event: JsonObject | undefined, action: Action | undefined): readonly Target[] {
  const request = objectOf(at(event, 'requestParameters'));
  if (request === undefined || action === undefined) return [];
  const known = knownAction(action);
  const schema = known === undefined ? undefined : actionSchemas().get(known.name)?.requestParameters;
  const marked = schema === undefined ? likely(request) : [...(schema.properties ?? [])].filter(isTarget);
  return marked.flatMap(([parameter, node]) => read(request, parameter, node)).slice(0, MOST);
}

function read(request: JsonObject, parameter: string, node: SchemaNode): readonly Target[] {
  const id = textAt(request, parameter) ?? textAt(request, otherCase(request, parameter));
  if (id === undefined) return [];
  const name = node['x-entity-name'];
  return [{ entity: node['x-entity'] ?? name, named: name !== undefined, id, parameter }];
}

/** The parameter as the request spells it, if that differs in upper and lower case. */
function otherCase(request: JsonObject, parameter: string): string {
  const lower = parameter.toLowerCase();
  for (const name in request) if (name.toLowerCase() === lower) return name;
  return parameter;
}

function isTarget([, node]: readonly [string, SchemaNode]): boolean {
  return node['x-target'] === true;
}

/** Parameters that are a target of some action, each as the first action describes it. */
const targetParameters = once((): ReadonlyMap<string, SchemaNode> => {
  const found = new Map<string, SchemaNode>();
  for (const { requestParameters } of actionSchemas().values()) {
    for (const [name, node] of requestParameters.properties ?? []) {
      if (node['x-target'] === true && !found.has(name)) found.set(name, node);
    }
  }
  return found;
});

function likely(request: JsonObject): readonly (readonly [string, SchemaNode])[] {
  const found: (readonly [string, SchemaNode])[] = [];
  for (const name in request) {
    const parameter = spelled(targetParameters(), name);
    const node = parameter === undefined ? undefined : targetParameters().get(parameter);
    if (parameter !== undefined && node !== undefined) found.push([parameter, node]);
    if (found.length === MOST) break;
  }
  return found;
}
