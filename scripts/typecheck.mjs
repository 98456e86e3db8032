// Type-checks every part of the project under its own compiler settings: those of the core know neither Node nor VS Code.
// A part that has no tsconfig.json is not there (yet).
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './processes.mjs';
import { projectRoot } from './project.mjs';

const parts = ['server/src/core', 'server', 'client', 'client/webview', 'server/src/browser', 'scripts', 'test'];

// The validators and schema tables are generated code that the sources import.
const generate = path.join(projectRoot, 'scripts', 'generate.mjs');
let failed = (await run(process.execPath, [generate], { cwd: projectRoot })) === 0 ? 0 : 1;
const compiler = path.join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc');
for (const part of parts) {
  const config = path.join(projectRoot, part, 'tsconfig.json');
  if (existsSync(config)) {
    const code = await run(process.execPath, [compiler, '--project', config], { cwd: projectRoot });
    console.log(`typecheck ${part}: ${code === 0 ? 'ok' : 'failed'}`);
    failed += code === 0 ? 0 : 1;
  }
}
process.exitCode = failed === 0 ? 0 : 1;
