import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of this checkout. Only programs started by `node scripts/…` may import it: a bundle lies elsewhere. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
