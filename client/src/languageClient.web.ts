import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
  type MessageTransports,
} from 'vscode-languageclient/browser';

/** A server in a web worker, where the window itself is a browser without a machine behind it. */
export function createWebClient(
  context: ExtensionContext,
  id: string,
  name: string,
  options: LanguageClientOptions,
): LanguageClient {
  const scripts = `${Uri.joinPath(context.extensionUri, 'dist', 'web').toString(true)}/`;
  const start = async (): Promise<MessageTransports> => {
    const worker = new Worker(`${scripts}server.js`);
    // It is not told its own address, and loads from there what few need.
    worker.postMessage({ scripts });
    // Not the worker itself: VS Code has a `Worker` of its own, and what that makes is none for the language client.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return new LanguageClient(id, name, start, options);
}
