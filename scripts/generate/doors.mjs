/** The generated knowledge of calls that open doors, and of what closes them. */
import { parsed } from './words.mjs';

/** `doors.ts`: schemas/doors.json. */
export function doorsText({ doors: { doors } }) {
  return `import type { DoorFile } from '../core/investigate/questions/doorFile';
import { once } from '../core/once';

/** schemas/doors.json */
export const doors: () => readonly DoorFile[] = /* @__PURE__ */ once(() => ${parsed(doors)});
`;
}
