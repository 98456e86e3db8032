/**
 * A real VS Code to drive by mouse and keyboard: our extension as development extension, a page in headless Chromium.
 * Every wait is for something to appear on the page.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { ensureHost } from '../../scripts/editor-host/hosts.mjs';
import { editorAddress, startEditorServer } from '../../scripts/editor-host/server.mjs';
import { openBrowserPage, type Size } from './browserPage';
import { projectRoot } from './projectRoot';

/** How long a step that may have to be repeated is waited for. */
const PATIENCE_MS = 4000;

export interface EditorOptions {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** Open no folder, as a window is that was started for a single file or a text to paste. */
  readonly isEmptyWindow?: boolean;
  /** A file to open at the start: absolute, or relative to the folder. */
  readonly file?: string;
  /** User settings, beside those that keep the workbench quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly host?: 'minimum' | 'latest';
  /** Ask for trust in the folder, as VS Code does by default: the folder is in Restricted Mode until it is given. */
  readonly workspaceTrust?: boolean;
  /** Size of the page. */
  readonly viewport?: Size;
}

export interface EditorPage {
  readonly page: Page;
  /** Keeps a picture as `artifacts/<name>.png`. */
  screenshot(name: string): Promise<void>;
  /** Runs a command as a user does: F1, type, pick. The title as the palette shows it, its category included. */
  runCommand(title: string): Promise<void>;
  /** Opens a file, absolute or relative to the folder, and waits until its tab is in front. */
  openFile(file: string): Promise<void>;
  /** Puts the cursor at a place; line and column are one based, as VS Code shows them. */
  goTo(line: number, column: number): Promise<void>;
  /** The lines that are drawn in the editor in front, from top to bottom: a long text has more. */
  editorText(): Promise<string>;
  /** Moves the mouse onto a text that is drawn in the editor in front. */
  pointAt(text: string): Promise<void>;
  /** Copies what is selected in the editor in front, as a user does, and gives back what was copied. */
  copySelection(): Promise<string>;
  /** What was written to the consoles of the page and of the extension host, for the message of a failed test. */
  readonly consoleLines: readonly string[];
  /** Leaves the window and ends its server. */
  close(): Promise<void>;
}

/**
 * Opens VS Code and waits until its workbench and, if asked for, the file are there.
 *
 * @throws Error when the host cannot be installed or started, or nothing appears in time
 */
export async function openEditor(options: EditorOptions): Promise<EditorPage> {
  const root = projectRoot();
  const host = await ensureHost(root, options.host ?? 'latest');
  const { page, port, close: leave } = await openBrowserPage(options.viewport ?? { width: 1280, height: 800 });
  const server = await startEditorServer(host, {
    ...(port === undefined ? {} : { port }),
    ...(options.settings === undefined ? {} : { settings: options.settings }),
    workspaceTrust: options.workspaceTrust ?? false,
    env: { TZ: 'UTC' },
  }).catch(async (error) => {
    await leave();
    throw error;
  });
  const close = async (): Promise<void> => {
    try {
      await leave();
    } finally {
      await server.stop();
    }
  };
  try {
    const consoleLines: string[] = [];
    await page.exposeFunction('codeAutomationLog', (type: string, values: readonly unknown[]) => {
      consoleLines.push(`${type}: ${values.map(String).join(' ')}`);
    });
    const file = options.file === undefined ? undefined : path.resolve(options.folder, options.file);
    const address = editorAddress(server, {
      ...(options.isEmptyWindow === true ? {} : { folder: options.folder }),
      extensionFolder: root,
      ...(file === undefined ? {} : { file }),
    });
    await page.goto(address);
    await page.locator('.monaco-workbench .part.statusbar').waitFor();
    // What was copied before may be another window's.
    await page.evaluate(() => navigator.clipboard.writeText(''));
    if (file !== undefined) {
      await tabInFront(page, path.basename(file)).waitFor();
      await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    }
    return drive(page, { root, folder: options.folder, consoleLines, close });
  } catch (error) {
    await close();
    throw error;
  }
}

/** A window, and what is known of it. */
export interface Session {
  readonly root: string;
  readonly folder: string;
  readonly consoleLines: readonly string[];
  readonly close: () => Promise<void>;
}

/** Drives a window that is there. */
export function drive(page: Page, { root, folder, consoleLines, close }: Session): EditorPage {
  const runCommand = (title: string): Promise<void> => pickInPalette(page, `>${title}`, quickInputRow(page, title));
  return {
    page,
    consoleLines,
    close,
    runCommand,
    async screenshot(name) {
      const artifacts = path.join(root, 'artifacts');
      await mkdir(artifacts, { recursive: true });
      // What fades in is shown as it will be.
      await page.screenshot({ path: path.join(artifacts, `${name}.png`), animations: 'disabled' });
    },
    async openFile(file) {
      const absolutePath = path.resolve(folder, file);
      // For a whole path Quick Open asks the file system alone. For a part of a name it would need a search program that the
      // oldest host does not have.
      await pickInPalette(page, absolutePath, quickInputRow(page, path.basename(absolutePath)));
      await tabInFront(page, path.basename(absolutePath)).waitFor();
    },
    async goTo(line, column) {
      const row = page.locator('.quick-input-widget .monaco-list-row', { hasText: `line ${line}` });
      await pickInPalette(page, `:${line}:${column}`, row);
      await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
    },
    async editorText() {
      const lines = await page
        .locator('.editor-group-container.active .monaco-editor .view-line')
        .evaluateAll((elements) =>
          elements
            .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
            .sort((one, other) => one.top - other.top)
            .map(({ text }) => text),
        );
      // The editor draws spaces as no-break spaces.
      return lines.join('\n').replaceAll('\u00a0', ' ');
    },
    async pointAt(text) {
      const { x, y } = await placeOf(page, text);
      // A hover opens for a mouse that moves, and not for one that was there all along.
      await page.mouse.move(x - 4, y);
      await page.mouse.move(x, y, { steps: 3 });
    },
    async copySelection() {
      await page.keyboard.press('Control+1');
      await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
      await page.evaluate(() => navigator.clipboard.writeText(''));
      await page.keyboard.press('Control+C');
      const copied = await page.waitForFunction(async () => (await navigator.clipboard.readText()) || undefined);
      return (await copied.jsonValue()) ?? '';
    },
  };
}

/**
 * Opens the palette, types and picks a row. Early keys are dropped until the workbench has read its keybindings, and an editor
 * that comes up takes the focus, which closes the palette; the page shows neither, so it is tried again.
 */
async function pickInPalette(page: Page, text: string, row: Locator): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await page.keyboard.press('F1');
      await typeIntoQuickInput(page, text);
      // Every attempt has longer, for a machine that is slow and not deaf.
      await row.click({ timeout: PATIENCE_MS * attempt });
      return;
    } catch (error) {
      if (attempt === 5) {
        throw error;
      }
      await page.keyboard.press('Escape');
    }
  }
}

/** The middle of a text in the editor in front, in CSS pixels. Pieces of one line may be drawn in different colours. */
async function placeOf(page: Page, text: string): Promise<{ readonly x: number; readonly y: number }> {
  const lines = page.locator('.editor-group-container.active .monaco-editor .view-line');
  // The line that holds the whole text; the editor draws spaces as no-break spaces, which Playwright takes for spaces.
  await lines.filter({ hasText: text }).first().waitFor();
  const place = await lines.evaluateAll((elements, wanted) => {
    for (const element of elements) {
      const at = (element.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
      const range = document.createRange();
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let passed = 0, node = walker.nextNode(); at >= 0 && node !== null; node = walker.nextNode()) {
        const length = node.nodeValue?.length ?? 0;
        const middle = at + Math.floor(wanted.length / 2);
        if (middle < passed + length) {
          range.setStart(node, middle - passed);
          range.setEnd(node, middle - passed + 1);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        }
        passed += length;
      }
    }
    return undefined;
  }, text);
  if (place === undefined) {
    throw new Error(`The editor does not show ${text}.`);
  }
  return place;
}

async function typeIntoQuickInput(page: Page, text: string): Promise<void> {
  await page.locator('.quick-input-widget .quick-input-box input').fill(text, { timeout: PATIENCE_MS });
}

function quickInputRow(page: Page, label: string): Locator {
  return page
    .locator('.quick-input-widget .monaco-list-row')
    .filter({ has: page.locator('.label-name', { hasText: new RegExp(`^${escapeRegExp(label)}$`) }) })
    .first();
}

function tabInFront(page: Page, name: string): Locator {
  return page.locator('.editor-group-container.active .tab.active', { hasText: name });
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
