import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { type EditorOptions, type EditorPage, openEditor } from '../support/editorPage';
import { projectRoot } from '../support/projectRoot';

/** A window on a copy of the samples, which a test may change: what a user sees and does there. */
export interface LogWindow extends EditorPage {
  /** Absolute path of the folder that is open. */
  readonly folder: string;
  /** The text of a file as it is on disk. */
  read(file: string): Promise<string>;
  /** What the status bar says of all problems of the window, such as `Errors: 1`; empty while it says nothing. */
  problems(): Promise<string>;
  /** Waits until the status bar says so. */
  problemsAre(words: string): Promise<void>;
  /** Opens the Problems panel and reads its lines, without the line of the file. */
  problemLines(count: number): Promise<readonly string[]>;
  /** Opens the menu of quick fixes where the cursor stands. */
  quickFixes(): Promise<Locator>;
  /** Pastes a text, in one go, where the cursor stands: at the start of a line. */
  paste(text: string): Promise<void>;
  /** Points at a text in the editor and reads what opens, once it holds the expected words. */
  hover(text: string, expected: RegExp): Promise<string>;
  /** Leaves the window, ends its server and removes the folder. */
  close(): Promise<void>;
}

export interface LogWindowOptions extends Omit<EditorOptions, 'folder'> {
  /** More files for the folder, by their path in it. */
  readonly files?: Readonly<Record<string, string>>;
}

/** How long a step that may have to be repeated is waited for. */
export const PATIENCE_MS = 4000;

/** Long lines are wrapped and drawn to the end: the samples have one line. */
const readable = { 'editor.wordWrap': 'on', 'editor.minimap.enabled': false };

export async function openLogWindow({ files = {}, settings, ...options }: LogWindowOptions): Promise<LogWindow> {
  const folder = await mkdtemp(path.join(tmpdir(), 'logs-'));
  await cp(path.join(projectRoot(), 'samples'), folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const editor = await openEditor({ ...options, folder, settings: { ...readable, ...settings } });
    return { ...editor, ...actions(editor), folder, read: (file) => readFile(path.join(folder, file), 'utf8'), close };
    async function close(): Promise<void> {
      await editor.close();
      await remove();
    }
  } catch (error) {
    await remove();
    throw error;
  }
}

type Actions = Pick<LogWindow, 'problems' | 'problemsAre' | 'problemLines' | 'quickFixes' | 'paste' | 'hover'>;

function actions({ page, pointAt }: EditorPage): Actions {
  const counts = page.locator('[id="status.problems"] a');
  return {
    async problems() {
      return (await counts.getAttribute('aria-label')) ?? '';
    },
    async problemsAre(words) {
      await page.locator(`[id="status.problems"] a[aria-label="${words}"]`).waitFor();
    },
    async problemLines(count) {
      await page.keyboard.press('Control+Shift+M');
      const lines = page.locator('.markers-panel .monaco-list-row[aria-level="2"]');
      await lines.nth(count - 1).waitFor();
      const texts = await lines.allInnerTexts();
      await page.keyboard.press('Control+J');
      await lines.first().waitFor({ state: 'hidden' });
      return texts.map((text) => text.replace(/\s+/g, ' ').trim());
    },
    async quickFixes() {
      const menu = page.locator('.action-widget:not(.action-list-submenu-panel)');
      // VS Code drops a menu that it is still asking for when the problems change, and a page does not show that it asks.
      await again(async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+.');
        await menu.waitFor({ timeout: PATIENCE_MS });
      });
      return menu;
    },
    async paste(text) {
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
      await page.keyboard.press('Control+V');
      const { length } = text.slice(text.lastIndexOf('\n') + 1);
      await page.locator('[id="status.editor.selection"]', { hasText: `, Col ${length + 1}` }).waitFor();
    },
    async hover(text, expected) {
      const bubble = page.locator('.monaco-hover:visible', { hasText: expected }).first();
      // The text may still move: a side bar that closes slides.
      await again(async () => {
        // What opened before would lie over the text.
        await page.mouse.move(0, 0);
        await page.locator('.monaco-hover:visible').first().waitFor({ state: 'hidden' });
        await pointAt(text);
        await bubble.waitFor({ timeout: PATIENCE_MS });
      });
      return (await bubble.innerText()).replace(/\s+/g, ' ');
    },
  };
}

/** Does what a user would do again who sees no answer. */
export async function again(attempt: () => Promise<void>): Promise<void> {
  for (let number = 1; number < 5; number += 1) {
    try {
      return await attempt();
    } catch {
      // Once more.
    }
  }
  await attempt();
}

/** The JSON value that a text is. Fails the test where it is none. */
export function parsed(text: string): unknown {
  assert.doesNotThrow(() => JSON.parse(text), text);
  return JSON.parse(text);
}
