import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Absolute path of the checkout. Tests run as bundles somewhere below it, so it is looked for upwards from where they lie.
 *
 * @throws Error when the tests were moved out of the checkout
 */
export function projectRoot(): string {
  for (let folder = __dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package-lock.json'))) {
      return folder;
    }
  }
  throw new Error(`No package-lock.json in any folder above ${__dirname}.`);
}
