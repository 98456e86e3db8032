import type { Locator } from 'playwright-core';
import type { EditorPage } from '../support/editorPage';
import { again, PATIENCE_MS } from './logWindow';

/** The Events view in its own container of the activity bar. */
export interface EventsTree {
  /** Opens the container by a click on its icon. */
  open(): Promise<void>;
  /** Every row that is drawn, from top to bottom, as label and description read one after the other. */
  rows(): Promise<readonly string[]>;
  /** The row that holds such words; waits until it is there. */
  row(words: string | RegExp): Promise<Locator>;
  /** Clicks the first event below the groups. The hover of the row above may lie over it: it goes where the mouse does. */
  clickEvent(): Promise<void>;
  /** The sentence above an empty tree, or the welcome in its place. */
  readonly words: Locator;
}

export function eventsTree({ page }: EditorPage): EventsTree {
  const pane = page.locator('.part.sidebar');
  // The questions have a view of their own below.
  const view = pane.locator('.pane', { hasNot: page.locator('.pane-header[aria-label^="Questions"]') });
  const rows = view.locator('.monaco-list-row');
  const openQuestions = pane.locator('.pane-header[aria-label^="Questions"][aria-expanded="true"]');
  return {
    words: view.locator('.message:visible, .welcome-view-content:visible'),
    async open() {
      await page.locator('.activitybar .action-label[aria-label^="WorkMail Trail"]').click();
      await pane.locator('.composite.title', { hasText: 'WorkMail Trail' }).waitFor();
    },
    async rows() {
      const texts = await rows.evaluateAll((elements) =>
        elements
          .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
          .sort((one, other) => one.top - other.top)
          .map(({ text }) => text),
      );
      return texts.map((text) => text.replaceAll('\u00a0', ' ').trim());
    },
    async row(words) {
      const row = rows.filter({ hasText: words }).first();
      // What has no room is not drawn: the questions give theirs.
      await row.or(openQuestions).first().waitFor();
      if ((await openQuestions.count()) > 0) await openQuestions.click();
      await row.waitFor();
      return row;
    },
    async clickEvent() {
      const event = view.locator('.monaco-list-row[aria-level="2"]').first();
      await event.waitFor();
      await again(async () => {
        await page.mouse.move(0, 0);
        await event.click({ timeout: PATIENCE_MS });
      });
    },
  };
}
