import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';

/** A server in a web worker, where the window itself is a browser without a machine behind it. */
export function createWebClient(
  context: ExtensionContext,
  id: string,
  name: string,
  options: LanguageClientOptions,
): LanguageClient {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  return new LanguageClient(id, name, async () => new Worker(script), options);
}
