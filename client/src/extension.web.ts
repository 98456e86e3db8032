import type { ExtensionContext } from 'vscode';
import { startTrail } from './trail';

/** The entry for a window that is a browser without a machine behind it, such as vscode.dev. */
export function activate(context: ExtensionContext): void {
  startTrail(context, async (...client) => {
    const { createWebClient } = await import('./languageClient.web');
    return createWebClient(context, ...client);
  });
}
