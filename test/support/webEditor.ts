/**
 * VS Code as vscode.dev runs it: a page alone, without a machine behind it, in which extensions run in workers. The server of our other tests
 * gives its files; the page is our own.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../../scripts/editor-host/chromium.mjs';
import { ensureHost } from '../../scripts/editor-host/hosts.mjs';
import { drive, type EditorPage } from './editorPage';
import { projectRoot } from './projectRoot';

/** A folder in the memory of the page: its root. */
const FOLDER = 'tmp:/';

const WORKBENCH = 'out/vs/code/browser/workbench/workbench';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** Opens it with our extension and an empty folder, which lies in the memory of the page. */
export async function openWebEditor(): Promise<EditorPage> {
  const root = projectRoot();
  const host = await ensureHost(root, 'latest');
  const launchOptions = await ensureChromium(root);
  const server = await serve({ vscode: host.folder, extension: root });
  const browser = await chromium.launch(launchOptions);
  const close = async (): Promise<void> => {
    await browser.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      locale: 'en-US',
      timezoneId: 'UTC',
    });
    const consoleLines: string[] = [];
    page.on('console', (said) => consoleLines.push(`${said.type()}: ${said.text()}`));
    await page.addInitScript(saveInPage);
    await page.goto(`http://localhost:${portOf(server)}/?folder=${encodeURIComponent(FOLDER)}`);
    await page.locator('.monaco-workbench .part.statusbar').waitFor();
    return drive(page, { root, folder: '/', consoleLines, close });
  } catch (error) {
    await close();
    throw error;
  }
}

/** In the page: the browser's own dialog, which no program can drive, gives a file of the name that is offered in the page's own storage. */
function saveInPage(): void {
  Object.assign(globalThis, {
    showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
      (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
  });
}

/** A file that was saved, by its name. */
export async function savedFile(page: Page, name: string): Promise<Buffer> {
  const base64 = await page.evaluate(async (wanted) => {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle(wanted)).getFile();
    const bytes = new Uint8Array(await file.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, name);
  return Buffer.from(base64, 'base64');
}

/** @param folders by the first part of the path under which their files are served */
async function serve(folders: Readonly<Record<string, string>>): Promise<Server> {
  const server = createServer((request, response) => {
    const way = decodeURIComponent(new URL(request.url ?? '', 'http://localhost').pathname);
    const [, name = '', rest = ''] = /^\/([^/]*)\/?(.*)$/.exec(way) ?? [];
    const folder = folders[name];
    const body =
      way === '/'
        ? Promise.resolve(pageOf(portOf(server)))
        : folder === undefined
          ? Promise.reject(new Error('There is nothing.'))
          : contentOf(path.join(folder, path.normalize(`/${rest}`)));
    body.then(
      (content) => response.setHeader('content-type', types[path.extname(rest)] ?? 'text/html').end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function contentOf(file: string): Promise<Buffer | string> {
  const bytes = await readFile(file);
  if (!file.endsWith(`${WORKBENCH}.js`)) return bytes;
  // This distribution of VS Code always connects its page to the server that it came from, and keeps there what is the user's.
  const [text, connects, keeps] = [
    bytes.toString('utf8'),
    ',remoteAuthority:location.host',
    /(scheme:\w+\.)vscodeRemote(?=\}\),"User"\))/,
  ];
  if (!text.includes(connects) || !keeps.test(text)) throw new Error('This VS Code is made in another way: see here.');
  return text.replace(connects, '').replace(keeps, '$1vscodeUserData');
}

/** A page as a web site has it that offers VS Code with an extension. */
function pageOf(port: number): string {
  const configuration = {
    additionalBuiltinExtensions: [{ scheme: 'http', authority: `localhost:${port}`, path: '/extension' }],
    // Pages of extensions, which a web site has on an origin of their own.
    webviewEndpoint: `http://localhost:${port}/vscode/out/vs/workbench/contrib/webview/browser/pre`,
    configurationDefaults: {
      'chat.disableAIFeatures': true,
      // Long lines are drawn to the end: the samples have one line.
      'editor.wordWrap': 'on',
      'editor.minimap.enabled': false,
      'security.workspace.trust.enabled': false,
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
      'workbench.startupEditor': 'none',
    },
    // What this distribution asks for beside.
    userDataPath: '/User',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: false,
    isEnabledCoderGettingStarted: false,
  };
  const settings = JSON.stringify(configuration).replaceAll("'", '&#39;');
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <link rel="icon" href="data:,">
    <meta id="vscode-workbench-web-configuration" data-settings='${settings}'>
    <meta id="vscode-workbench-auth-session" data-settings="">
    <link rel="stylesheet" href="/vscode/${WORKBENCH}.css">
  </head>
  <body></body>
  <script>globalThis._VSCODE_FILE_ROOT = location.origin + '/vscode/out/';</script>
  <script type="module" src="/vscode/out/nls.messages.js"></script>
  <script type="module" src="/vscode/${WORKBENCH}.js"></script>
</html>`;
}
