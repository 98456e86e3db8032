import type { Disposable } from 'vscode-languageserver';
import type { ServerContext } from '../context';
import { LogsChangedNotification } from '../protocol';

/** Tells the client that what it shows of the open logs is out of date: once for all changes that come together. */
export function register({ connection, documents, platform }: ServerContext): Disposable {
  let isWaiting = false;
  let isOver = false;
  const tell = async (): Promise<void> => {
    isWaiting = true;
    await platform.pause();
    isWaiting = false;
    if (!isOver) await connection.sendNotification(LogsChangedNotification, { revision: documents.revision });
  };
  const subscription = documents.onDidChange(() => {
    if (isWaiting) return;
    tell().catch((error: unknown) => connection.console.error(`A change could not be told. ${error}`));
  });
  return {
    dispose: () => {
      isOver = true;
      subscription.dispose();
    },
  };
}
