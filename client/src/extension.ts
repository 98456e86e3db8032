import type { ExtensionContext } from 'vscode';
import { startTrail } from './trail';

/** Called by VS Code for the first document that could be a log; whether it is one is decided inside. */
export function activate(context: ExtensionContext): void {
  startTrail(context, async (...client) => {
    // A bundle of its own.
    const { createNodeClient } = await import('./languageClient');
    return createNodeClient(context, ...client);
  });
}
