/** What an event acts upon. */
import { actionSchemas } from '../../generated/schemas';
import type { EntityKind, SchemaNode } from '../check/schemaTypes';
import { once } from '../once';
import type { Action, JsonObject } from '../record';
import { memberOf, memberText, objectOf, spelled } from './members';
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
  if (action === undefined) return NONE;
  const request = objectOf(memberOf(event, 'requestParameters'));
  if (request === undefined) return NONE;
  const known = knownAction(action);
  const marked = known === undefined ? undefined : markedTargets().get(known.name)?.();
  const found: Target[] = [];
  for (const { entity, named, parameter } of marked ?? likely(request)) {
    const id = memberText(request, parameter) ?? memberText(request, otherCase(request, parameter));
    if (id !== undefined) found.push({ entity, named, id, parameter });
    if (found.length === MOST) break;
  }
  return found;
}

const NONE: readonly Target[] = [];

/** A parameter that says what an action acts upon. */
type TargetParameter = Omit<Target, 'id'>;

/** Those that the schema of each action marks, made when they are asked for: every record of WorkMail is asked. */
const markedTargets = once(
  (): ReadonlyMap<string, () => readonly TargetParameter[]> =>
    new Map(
      Array.from(actionSchemas(), ([action, { requestParameters }]) => [
        action,
        once(() => markedIn(requestParameters)),
      ]),
    ),
);

function markedIn({ properties }: SchemaNode): readonly TargetParameter[] {
  return Array.from(properties ?? []).flatMap(([parameter, node]) =>
    isTarget(node) ? [described(parameter, node)] : [],
  );
}

function described(parameter: string, node: SchemaNode): TargetParameter {
  const name = node['x-entity-name'];
  return { entity: node['x-entity'] ?? name, named: name !== undefined, parameter };
}

/** The parameter as the request spells it, if that differs in upper and lower case. */
function otherCase(request: JsonObject, parameter: string): string {
  const lower = parameter.toLowerCase();
  for (const name in request) if (name.toLowerCase() === lower) return name;
  return parameter;
}

function isTarget(node: SchemaNode): boolean {
  return node['x-target'] === true;
}

/** Parameters that are a target of some action, each as the first action describes it. */
const targetParameters = once((): ReadonlyMap<string, TargetParameter> => {
  const found = new Map<string, TargetParameter>();
  for (const { requestParameters } of actionSchemas().values()) {
    for (const [name, node] of requestParameters.properties ?? []) {
      if (isTarget(node) && !found.has(name)) found.set(name, described(name, node));
    }
  }
  return found;
});

function likely(request: JsonObject): readonly TargetParameter[] {
  const found: TargetParameter[] = [];
  for (const name in request) {
    const parameter = spelled(targetParameters(), name);
    const node = parameter === undefined ? undefined : targetParameters().get(parameter);
    if (node !== undefined) found.push(node);
    if (found.length === MOST) break;
  }
  return found;
}
