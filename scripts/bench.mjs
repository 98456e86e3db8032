// `npm run bench`: how fast the product is beside others, on the same bytes and in the same run. Never part of `npm test`.
//
//   npm run bench -- help         what can be measured, and how logs are made up
import path from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { installOnce } from './editor-host/install.mjs';
import { run } from './processes.mjs';
import { projectRoot } from './project.mjs';

/**
 * @param {readonly string[]} args a script and its arguments
 * @param {NodeJS.ProcessEnv} [env]
 */
const node = (args, env) => run(process.execPath, args, { env: { ...process.env, ...env } });

try {
  await ensureDependencies(projectRoot);
  // Pinned by a lock file of their own: nobody who does not measure should have to install them.
  const peers = await installOnce(projectRoot, 'bench-peers', [{ in: '.', args: [] }]);
  const asked = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
  // Only npm for Linux on x64 has them, and they are large.
  const nodes = asked.includes('nodes') ? await installOnce(projectRoot, 'bench-nodes', [{ in: '.', args: [] }]) : '';
  const built = await node([path.join(projectRoot, 'scripts', 'build.mjs'), '--bench']);
  const main = path.join(projectRoot, 'out', 'bench', 'main.js');
  process.exitCode =
    built === 0
      ? await node(['--enable-source-maps', main, ...process.argv.slice(2)], {
          WORKMAIL_TRAIL_BENCH_PEERS: peers,
          WORKMAIL_TRAIL_BENCH_NODES: nodes,
        })
      : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
