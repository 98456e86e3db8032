import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { CreateClient } from './logServer';

/** A server in a process of its own, spoken to over IPC. */
export function createNodeClient(context: ExtensionContext): CreateClient {
  const module = context.asAbsolutePath('dist/server.js');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  return (id, name, options) => new LanguageClient(id, name, { run, debug }, options);
}
