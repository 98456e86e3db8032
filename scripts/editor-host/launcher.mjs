// A program that takes VS Code's flags and runs an extension test module in an npm-provided VS Code, page and all: what
// `runTests` of @vscode/test-electron starts in place of desktop VS Code.
//
//   node launcher.mjs --editor-host=minimum --editor-log=FILE --extensionDevelopmentPath=… --extensionTestsPath=… FOLDER
//
// Flags that only mean something to the desktop program are accepted and ignored. What the editor says goes to the log file:
// most of it is about native modules and online services that this VS Code does not have and the tests do not need.
import { createWriteStream } from 'node:fs';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { projectRoot } from '../project.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureHost, hostNames } from './hosts.mjs';
import { editorAddress, startEditorServer } from './server.mjs';

/** @param {string} name @returns {string} */
function flag(name) {
  const prefix = `--${name}=`;
  const value = process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
  if (value === undefined) {
    throw new Error(`${prefix}… is missing.`);
  }
  return value;
}

/** @returns {Promise<number>} the exit code of the test module */
async function runTestModule() {
  const hostName = hostNames.find((name) => name === flag('editor-host'));
  const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
  if (hostName === undefined || folder === undefined) {
    throw new Error(`Needed: --editor-host=${hostNames.join('|')} and a folder to open.`);
  }
  const host = await ensureHost(projectRoot, hostName);
  const launchOptions = await ensureChromium(projectRoot);
  const server = await startEditorServer(host, {
    workspaceTrust: !process.argv.includes('--disable-workspace-trust'),
  });
  const browser = await chromium.launch(launchOptions);
  const log = createWriteStream(flag('editor-log'));
  try {
    const page = await browser.newPage();
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ values) => {
      log.write(`${type}: ${format(...values)}\n`);
    });
    const exitCode = new Promise((resolve, reject) => {
      page.exposeFunction('codeAutomationExit', resolve).catch(reject);
      page.once('crash', () => reject(new Error('The page of the editor crashed.')));
      browser.once('disconnected', () => reject(new Error('The browser ended before the tests did.')));
      server.ended.then(() => reject(new Error('The VS Code server ended before the tests did.')));
    });
    await page.goto(
      editorAddress(server, {
        folder,
        extensionFolder: flag('extensionDevelopmentPath'),
        testsModule: flag('extensionTestsPath'),
      }),
    );
    return Number(await exitCode);
  } finally {
    await browser.close();
    await server.stop();
  }
}

try {
  process.exit(await runTestModule());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
