import type { Disposable } from 'vscode-languageserver';
import { LogsChangedNotification } from '../wire/protocol';
import type { ServerContext } from './context';

/**
 * Tells the client that what it shows of the logs is out of date: once for all changes that come together. LSP has no word for
 * it, so only a client hears it that says it understands.
 */
export function register({
  connection,
  client,
  documents,
  inspected,
  names,
  events,
  platform,
}: ServerContext): Disposable {
  if (!client.announced.logsChanged) return { dispose: () => undefined };
  let isWaiting = false;
  let isOver = false;
  const tell = async (): Promise<void> => {
    isWaiting = true;
    await platform.pause();
    isWaiting = false;
    if (!isOver) await connection.sendNotification(LogsChangedNotification, { revision: events.revision });
  };
  const changed = (): void => {
    if (isWaiting) return;
    tell().catch((error: unknown) => connection.console.error(`A change could not be told. ${error}`));
  };
  const subscriptions = [documents.onDidChange(changed), inspected.onDidChange(changed), names.onDidChange(changed)];
  return {
    dispose: () => {
      isOver = true;
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}
