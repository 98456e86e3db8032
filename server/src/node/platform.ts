import { setImmediate } from 'node:timers/promises';
import type { Platform } from '../host/platform';

/** What the server asks of Node.js: pauses, a clock in milliseconds, the time zone of the reader. */
export const nodePlatform: Platform = {
  pause: () => setImmediate(),
  now: () => performance.now(),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
};
