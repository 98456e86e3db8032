// Lends browsers to tests that run in processes of their own, one or two at a time: none starts one for itself, and a page
// that has drawn VS Code before has its scripts compiled already, which saves little. Only the program is shared. Every
// borrower starts a VS Code server with data of its own, and finds neither cookies nor anything that a page before stored.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as afterMs } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';

/** A page that does not become empty within this time hangs; its browser is thrown away. */
const EMPTYING_TAKES_AT_MOST_MS = 30_000;

/** Below those that systems give to outgoing connections, so that nobody else has it by chance. */
const ports = { first: 20_000, last: 32_000 };

/**
 * @typedef {{ endpoint: string, port: number }} Loan
 *   `endpoint`: where the browser listens for the DevTools protocol; it shows one page. `port`: where the borrower's VS Code
 *   server has to listen, since scripts are known by their address
 * @typedef {{ loan: Loan, context: import('playwright-core').BrowserContext, isLent: boolean, end: () => Promise<void> }} Lent
 */

/**
 * A borrower asks the address, is answered with a `Loan` in JSON on one line, and has the browser as long as it keeps the
 * connection: a process that ends in any way gives back what it had. Nobody waits: there is a browser for everyone who asks.
 *
 * @param {string} root the checkout
 * @returns {Promise<{ address: string, stop: () => Promise<void> }>} `stop` ends all browsers
 */
export async function lendBrowsers(root) {
  /** @type {Set<Lent>} */
  const browsers = new Set();
  const server = createServer((_, response) => {
    lend(root, browsers).then(
      (lent) => {
        const giveBack = () => {
          lent.isLent = false;
        };
        if (response.destroyed) giveBack();
        else response.once('close', giveBack).write(`${JSON.stringify(lent.loan)}\n`);
      },
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  return {
    address: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await Promise.all(Array.from(browsers, (lent) => lent.end()));
    },
  };
}

/**
 * @param {string} root
 * @param {Set<Lent>} browsers all there are; one that no longer reacts is taken out
 * @returns {Promise<Lent>} one that shows an empty page and remembers nothing
 */
async function lend(root, browsers) {
  for (const lent of browsers) {
    if (lent.isLent) continue;
    lent.isLent = true;
    if (await isEmptied(lent)) return lent;
    browsers.delete(lent);
    await lent.end();
  }
  const lent = await launch(root);
  browsers.add(lent);
  return lent;
}

/**
 * @param {Lent} lent
 * @returns {Promise<boolean>} false when it cannot be used any more
 */
async function isEmptied({ loan, context }) {
  const end = new AbortController();
  const late = afterMs(EMPTYING_TAKES_AT_MOST_MS, false, { signal: end.signal }).catch(() => false);
  const isEmptyInTime = await Promise.race([emptied(loan, context).catch(() => false), late]);
  end.abort();
  return isEmptyInTime;
}

/**
 * @param {Loan} loan
 * @param {import('playwright-core').BrowserContext} context
 */
async function emptied({ port }, context) {
  const [page, ...others] = context.pages();
  if (page === undefined || !(await isFree(port))) return false;
  for (const other of others) await other.close();
  await page.goto('about:blank');
  await context.clearCookies();
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: `http://127.0.0.1:${port}`, storageTypes: 'all' });
  await session.detach();
  return true;
}

/**
 * @param {string} root
 * @returns {Promise<Lent>}
 */
async function launch(root) {
  const { args = [], ...options } = await ensureChromium(root);
  const profile = await mkdtemp(path.join(tmpdir(), 'workmail-trail-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    args: [...args, '--remote-debugging-port=0'],
    // Its size is the borrower's to choose.
    viewport: null,
    locale: 'en-US',
    timezoneId: 'UTC',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const end = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const [debuggingPort] = (await readFile(path.join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
    return {
      loan: { endpoint: `http://127.0.0.1:${debuggingPort}`, port: await freePort() },
      context,
      isLent: true,
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** @returns {Promise<number>} */
async function freePort() {
  const port = ports.first + Math.floor(Math.random() * (ports.last - ports.first));
  return (await isFree(port)) ? port : freePort();
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((resolve) => {
    const socket = createSocket();
    socket.once('error', () => resolve(false));
    socket.listen(port, '127.0.0.1', () => socket.close(() => resolve(true)));
  });
}
