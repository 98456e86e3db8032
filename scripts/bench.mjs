// `npm run bench`: how fast the product is beside others, on the same bytes and in the same run. Never part of `npm test`.
//
//   npm run bench -- help         what can be measured, and how logs are made up
import path from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { run } from './processes.mjs';
import { projectRoot } from './project.mjs';

/** @param {readonly string[]} args a script and its arguments */
const node = (...args) => run(process.execPath, args, { cwd: process.cwd() });

try {
  await ensureDependencies(projectRoot);
  const built = await node(path.join(projectRoot, 'scripts', 'build.mjs'), '--bench');
  const main = path.join(projectRoot, 'out', 'bench', 'main.js');
  process.exitCode = built === 0 ? await node('--enable-source-maps', main, ...process.argv.slice(2)) : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
