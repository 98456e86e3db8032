import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { CreateClient } from './logServer';

/** A server in a web worker, where the window itself is a browser without a machine behind it. */
export function createWebClient(context: ExtensionContext): CreateClient {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  return (id, name, options) => new LanguageClient(id, name, async () => new Worker(script), options);
}
