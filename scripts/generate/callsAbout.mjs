/** The generated knowledge of calls about what WorkMail's own logs tell of. */
import { parsed } from './words.mjs';

/** `callsAbout.ts`: schemas/callsAbout.json. */
export function callsAboutText({ callsAbout: { $schema: _schema, description: _description, ...calls } }) {
  return `import type { CallsAboutFile } from '../core/investigate/own/callsAboutFile';
import { once } from '../core/once';

/** schemas/callsAbout.json */
export const callsAbout: () => CallsAboutFile = /* @__PURE__ */ once(() => ${parsed(calls)});
`;
}
