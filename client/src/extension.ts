import type { ExtensionContext } from 'vscode';
import { createNodeClient } from './languageClient';
import { startTrail } from './trail';

/** Called by VS Code for the first document that could be a log; whether it is one is decided inside. */
export function activate(context: ExtensionContext): void {
  startTrail(context, createNodeClient(context));
}
