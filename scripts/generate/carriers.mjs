/** The generated knowledge of what tools that carry logs call the text of an event and its time. */
import { parsed } from './words.mjs';

/** `carriers.ts`: schemas/carriers.json. */
export function carriersText({ carriers: { columns, members } }) {
  return `import type { CarriersFile } from '../core/read/own/carriersFile';
import { once } from '../core/once';

/** schemas/carriers.json */
export const carriers: () => CarriersFile = /* @__PURE__ */ once(() => ${parsed({ columns, members })});
`;
}
