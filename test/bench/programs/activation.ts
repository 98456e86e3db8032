import { writeFileSync } from 'node:fs';
import { extensions } from 'vscode';

/**
 * Run by a real VS Code as extension tests are: wakes the extension in a window where nothing has woken it yet, and writes how
 * long that took, in milliseconds, to the file that WORKMAIL_TRAIL_BENCH_RESULT names.
 */
export async function run(): Promise<void> {
  const extension = extensions.getExtension('workmail-trail.workmail-trail');
  if (extension === undefined || extension.isActive) throw new Error('The extension should be there, and asleep.');
  const begin = performance.now();
  await extension.activate();
  const ms = performance.now() - begin;
  writeFileSync(process.env.WORKMAIL_TRAIL_BENCH_RESULT ?? '', JSON.stringify({ ms }));
}
