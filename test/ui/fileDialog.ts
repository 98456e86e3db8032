import path from 'node:path';
import { again, type LogWindow, PATIENCE_MS } from './logWindow';

/** What VS Code draws while its dialog looks at a folder, not at once when it begins to. */
const LOOKING = '.quick-input-widget .monaco-progress-container.active';

const LOOKS_AT_MOST_MS = 30_000;

/** Waits until the dialog that asks for a file offers a name, or no more than a folder where there is none to offer. */
export async function offeredFile({ page }: LogWindow, title: string | RegExp, end: string): Promise<void> {
  await page.locator('.quick-input-title', { hasText: title }).waitFor();
  // Until it has looked at the folder it overwrites what was typed with the name it offers; then it shows what is there.
  await page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
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
  await again(async () => {
    await page.locator('.quick-input-widget .quick-input-box input').fill(way);
    // Another folder is looked at first, and Enter would be for that.
    await page.locator(LOOKING).waitFor({ state: 'hidden' });
    await inputEndsWith(page, way, PATIENCE_MS);
  });
  await page.keyboard.press('Enter');
  try {
    await bar.waitFor({ state: 'hidden', timeout: PATIENCE_MS });
  } catch {
    // Enter was for the folder, unless it still looks: another one would then be for what comes behind the dialog.
    await page.locator(LOOKING).waitFor({ state: 'hidden' });
    if (await bar.isVisible()) await page.keyboard.press('Enter');
  }
  await bar.waitFor({ state: 'hidden' });
}

async function inputEndsWith(page: LogWindow['page'], end: string, timeout = LOOKS_AT_MOST_MS): Promise<void> {
  await page.waitForFunction(
    (text) => {
      const input = document.querySelector('.quick-input-widget input[type="text"]');
      return input instanceof HTMLInputElement && input.value.endsWith(text);
    },
    end,
    { timeout },
  );
}
