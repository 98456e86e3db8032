import { again, type LogWindow, PATIENCE_MS } from './logWindow';

/** Takes an item of the menu that is open, until the menu is gone: one that has just opened takes no click. */
export async function clickInMenu(page: LogWindow['page'], words: string): Promise<void> {
  const menu = page.locator('.monaco-menu');
  const item = menu.locator('.action-item', { hasText: words });
  await item.waitFor();
  await again(async () => {
    if ((await menu.count()) === 0) return;
    await item.click({ timeout: PATIENCE_MS });
    await menu.waitFor({ state: 'hidden', timeout: PATIENCE_MS });
  });
}
