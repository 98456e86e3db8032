/** The generated knowledge of what each call of WorkMail does to how things are. */
import { parsed } from './words.mjs';

/** `state.ts`: the tables of schemas/state.json and what actions do to them. */
export function stateText({ state: { $schema: _schema, description: _description, ...state } }) {
  return `import { linkState, type StateSchema } from '../core/investigate/state/stateSchema';
import { once } from '../core/once';

/** schemas/state.json */
export const stateSchema: () => StateSchema = /* @__PURE__ */ once(() => linkState(${parsed(state)}));
`;
}
