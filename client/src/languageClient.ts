import type { ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';

/** A server in a process of its own, spoken to over IPC. */
export function createNodeClient(
  context: ExtensionContext,
  id: string,
  name: string,
  options: LanguageClientOptions,
): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return new LanguageClient(id, name, { run, debug }, options);
}
