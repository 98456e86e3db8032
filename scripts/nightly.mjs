// `npm run nightly`: a million damages of logs, other ones every night; what breaks a law is kept as a seed. And rows of a million
// random logs, and of two hundred thousand of WorkMail's own, from their bytes and in TypeScript, what is in a million damaged archives, by our inflater and by zlib, and where names
// lead in thousands of stores, by the server and by a scan. And ten thousand trees of logs and digests with faults, each of which has to be
// named, and nothing else. And twenty thousand questions that DuckDB answers as we do. And a hundred thousand damages of single
// characters, and thousands of edits of open logs, many times those of `npm test`. Takes two hours.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { run } from './processes.mjs';
import { projectRoot } from './project.mjs';
import { ensureQueryEngines } from './queryEngines.mjs';

const folder = path.join('out', 'test', 'nightly');
const built = await run(process.execPath, [path.join('scripts', 'build.mjs'), '--tests'], { cwd: projectRoot });
if (built !== 0) process.exit(built);
await ensureQueryEngines(projectRoot);
const files = readdirSync(path.join(projectRoot, folder)).filter((file) => file.endsWith('.test.js'));
process.exitCode = await run(
  process.execPath,
  ['--enable-source-maps', '--test', '--test-reporter=spec', ...files.map((file) => path.join(folder, file))],
  { cwd: projectRoot },
);
