import { setImmediate } from 'node:timers/promises';
import type { Platform } from '../host/platform';

export const nodePlatform: Platform = {
  pause: () => setImmediate(),
  now: () => performance.now(),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
};
