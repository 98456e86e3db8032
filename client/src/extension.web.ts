import type { ExtensionContext } from 'vscode';
import { createWebClient } from './languageClient.web';
import { startTrail } from './trail';

/** The entry for a window that is a browser without a machine behind it, such as vscode.dev. */
export function activate(context: ExtensionContext): void {
  startTrail(context, createWebClient(context));
}
