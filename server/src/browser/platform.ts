import type { Platform } from '../host/platform';
import { binaryTables } from './binaryTables';

/**
 * What the server asks of a web worker: pauses, a clock in milliseconds, the time zone of the reader, and scripts that few need.
 *
 * @param scripts the address of the folder in which they lie, with a slash at its end
 */
export function browserPlatform(scripts: string): Platform {
  return {
    // A worker has no setImmediate, and a timer of zero waits for four milliseconds after a few rounds; a message does not.
    pause: () =>
      new Promise((resume) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resume();
        };
        port2.postMessage(undefined);
      }),
    now: () => performance.now(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    tables: binaryTables(scripts),
  };
}
