/** The generated knowledge of parameters that deserve a second look. */
import { parsed } from './words.mjs';

/** `parameterFlags.ts`: schemas/parameterFlags.json. */
export function parameterFlagsText({ parameterFlags: { rules, ofOtherAccounts, secrets } }) {
  return `import type { ParameterFlagsFile } from '../core/explain/parameterFlagsFile';
import { once } from '../core/once';

/** schemas/parameterFlags.json */
export const parameterFlagsFile: () => ParameterFlagsFile = /* @__PURE__ */ once(() => ${parsed({ rules, ofOtherAccounts, secrets })});
`;
}
