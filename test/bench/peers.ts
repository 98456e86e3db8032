import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where `scripts/bench.mjs` has installed what is measured beside the product. */
export function peersFolder(): string {
  const folder = process.env.WORKMAIL_TRAIL_BENCH_PEERS;
  if (folder === undefined) throw new Error('Start this with `npm run bench`, which installs the peers.');
  return folder;
}

/** Whether chdb could be installed: only that of Linux on x64 is. */
export function hasChdb(): boolean {
  return existsSync(path.join(peersFolder(), 'node_modules', '@chdb', 'lib-linux-x64-gnu'));
}
