// Brings everything the tests need onto this machine, each step once. `npm test` does it by itself; this is for those who
// want to have it done before they leave the network.
//
//   node scripts/setup.mjs
import { ensureDependencies } from './dependencies.mjs';
import { ensureChromium } from './editor-host/chromium.mjs';
import { ensureHost, hostNames } from './editor-host/hosts.mjs';
import { projectRoot } from './project.mjs';
import { ensureQueryEngines } from './queryEngines.mjs';

try {
  await ensureDependencies(projectRoot);
  for (const name of hostNames) {
    const host = await ensureHost(projectRoot, name);
    console.log(`VS Code ${host.vscode}: ${host.folder}`);
  }
  console.log(`Query engines: ${await ensureQueryEngines(projectRoot)}`);
  const { executablePath } = await ensureChromium(projectRoot);
  console.log(`Browser: ${executablePath}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
