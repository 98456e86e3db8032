import path from 'node:path';
import type { LogWindow } from './logWindow';

/** What VS Code draws while its dialog looks at a folder. Until it has done so it overwrites what was typed with the name it offers. */
const LOOKING = '.quick-input-widget .monaco-progress-container.active';

/** Longer than any machine takes to look at a folder, as a second Enter too early would be for what comes behind the dialog. */
const LOOKS_AT_MOST_MS = 15_000;

/** Waits until the dialog that asks for a file offers a name, or no more than a folder where there is none to offer. */
export async function offeredFile({ page }: LogWindow, title: string | RegExp, end: string): Promise<void> {
  await page.locator('.quick-input-title', { hasText: title }).waitFor();
  await inputEndsWith(page, end);
  await page.locator(LOOKING).waitFor({ state: 'hidden' });
}

/**
 * Names a file in VS Code's dialog and waits until it is gone.
 *
 * @param file below the folder of the window
 * @param offered the end of what the dialog offers by itself
 */
export async function nameFile(log: LogWindow, title: string, file: string, offered: string = path.sep): Promise<void> {
  const { page } = log;
  const way = path.join(log.folder, file);
  const bar = page.locator('.quick-input-titlebar', { hasText: title });
  await offeredFile(log, title, offered);
  await page.locator('.quick-input-widget .quick-input-box input').fill(way);
  // Another folder is looked at first, and Enter would be for that.
  await page.locator(LOOKING).waitFor({ state: 'hidden' });
  await inputEndsWith(page, way);
  // Enter is for a row of the list where the dialog stands on one: then the file is in the box, and the next Enter takes it.
  for (let pressed = 0; pressed < 2; pressed += 1) {
    await page.keyboard.press('Enter');
    if (await isGone()) return;
  }
  await bar.waitFor({ state: 'hidden' });

  async function isGone(): Promise<boolean> {
    return bar.waitFor({ state: 'hidden', timeout: LOOKS_AT_MOST_MS }).then(
      () => true,
      () => false,
    );
  }
}

async function inputEndsWith(page: LogWindow['page'], end: string): Promise<void> {
  await page.waitForFunction((text) => {
    const input = document.querySelector('.quick-input-widget input[type="text"]');
    return input instanceof HTMLInputElement && input.value.endsWith(text);
  }, end);
}
