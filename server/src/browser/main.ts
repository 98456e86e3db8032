import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '../server';
import { browserPlatform } from './platform';

declare const self: DedicatedWorkerGlobalScope;

// In VS Code a worker is begun with a text that loads this script, and can't tell where that lies: the extension says so before all else.
// Elsewhere the first message is one for the server.
self.onmessage = (first: MessageEvent<unknown>) => {
  const told = folderIn(first.data);
  const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
  startServer(connection, browserPlatform(told ?? self.location.href.replace(/[^/]*$/, '')));
  if (told === undefined) self.onmessage?.(first);
};

/** The address of the folder of this script, with a slash at its end; undefined in a message that is about something else. */
function folderIn(message: unknown): string | undefined {
  const scripts = typeof message === 'object' && message !== null && 'scripts' in message ? message.scripts : undefined;
  return typeof scripts === 'string' ? scripts : undefined;
}
