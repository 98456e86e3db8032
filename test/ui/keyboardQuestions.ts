import type { EditorPage } from '../support/editorPage';
import { again, PATIENCE_MS } from './logWindow';

/**
 * What a reader does who wants to know who made the mailbox that an alias was given to, and what else those credentials did: with the
 * keyboard alone, in the readable view of the log in front. Each step ends where its answer is drawn.
 */
export interface KeyboardQuestions {
  /** Peeks from an alias at the event that made the mailbox. */
  peekAtMaker(alias: string): Promise<void>;
  /** Goes there. */
  goToMaker(): Promise<void>;
  /** Shows what is known of the value of a field of the event that the cursor is in, or of one before it. Resolves to the words. */
  explain(field: string, expected: RegExp): Promise<string>;
  /** Lists everything that names the value under the cursor. Resolves to the words of the list. */
  showAll(title: string): Promise<string>;
}

export function keyboardQuestions({ page }: EditorPage): KeyboardQuestions {
  const cursor = page.locator('[id="status.editor.selection"]');
  const findWidget = page.locator('.editor-group-container.active .find-widget.visible');

  /** Puts the cursor on the match of a text before or behind where it is. */
  async function find(text: string, direction: 'before' | 'behind'): Promise<void> {
    await page.keyboard.press('Control+F');
    await findWidget.waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(text);
    await cursor.filter({ hasText: `(${text.length} selected)` }).waitFor();
    if (direction === 'before') {
      const before = await cursor.innerText();
      await page.keyboard.press('Shift+Enter');
      await cursor.filter({ hasNotText: before }).waitFor();
    }
    await page.keyboard.press('Escape');
    await findWidget.waitFor({ state: 'detached' });
  }

  /** Into the value at the end of the line. */
  async function toValue(): Promise<void> {
    const before = await cursor.innerText();
    await page.keyboard.press('End');
    await cursor.filter({ hasNotText: before }).waitFor();
    for (let left = 0; left < 5; left++) {
      await page.keyboard.press('ArrowLeft');
    }
  }

  return {
    async peekAtMaker(alias) {
      await find(`"alias": "${alias}"`, 'behind');
      // The id of the mailbox stands in the line above.
      await page.keyboard.press('ArrowUp');
      await toValue();
      const maker = page.locator('.zone-widget .monaco-editor .view-line', { hasText: '"userId"' }).first();
      // A view that has just come to the front may not be known yet to those who answer.
      await again(async () => {
        await page.keyboard.press('Control+Shift+F10');
        await maker.waitFor({ timeout: PATIENCE_MS });
      });
    },
    async goToMaker() {
      await page.keyboard.press('Escape');
      await page.locator('.zone-widget').first().waitFor({ state: 'detached' });
      const before = await cursor.innerText();
      await page.keyboard.press('F12');
      await cursor.filter({ hasNotText: before }).waitFor();
    },
    async explain(field, expected) {
      await page.keyboard.press('Escape');
      await find(`"${field}"`, 'before');
      await toValue();
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
      const bubble = page.locator('.monaco-hover:visible', { hasText: expected }).first();
      await bubble.waitFor();
      return (await bubble.innerText()).replace(/\s+/g, ' ');
    },
    async showAll(title) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget:visible input').waitFor();
      await page.keyboard.insertText('>WorkMail Trail: Show All of This');
      const row = page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'Show All of This' });
      await row.waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.tab', { hasText: title }).waitFor();
      const list = page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
      await list.locator('h2').first().waitFor();
      return (await list.locator('body').innerText()).replace(/\s+/g, ' ');
    },
  };
}
