import { actionSchemas } from '../../generated/schemas';
import { once } from '../once';
import { all, any, type Condition, type Looked } from './condition';

/** Parameters that say what actions acted upon, with those actions in small letters. */
const targetParameters = /* @__PURE__ */ once((): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const [action, { requestParameters }] of actionSchemas()) {
    for (const [name, node] of requestParameters.properties ?? []) {
      if (node['x-target'] !== true) continue;
      const actions = found.get(name) ?? [];
      actions.push(action.toLowerCase());
      found.set(name, actions);
    }
  }
  return found;
});

/** The services whose calls have targets. */
export const OUR_SERVICES: readonly string[] = ['workmail', 'workmailmessageflow'];

/**
 * Whether one of the things that a call of WorkMail acted upon passes a test: by its parameters, as the schemas of actions mark them. Of an
 * action without a schema, all of these parameters count.
 */
export function someTarget(test: (looked: Looked) => Condition): Condition {
  const parameters = Array.from(targetParameters(), ([name, actions]) =>
    all([
      any([{ kind: 'equals', looked: { field: 'action' }, texts: actions }, { kind: 'schemaless' }]),
      test({ path: `requestParameters.${name}` }),
    ]),
  );
  return all([{ kind: 'equals', looked: { field: 'service' }, texts: OUR_SERVICES }, any(parameters)]);
}

/** The actions that have a schema, in small letters. */
export function actionsWithSchema(): readonly string[] {
  return Array.from(actionSchemas().keys(), (name) => name.toLowerCase());
}
