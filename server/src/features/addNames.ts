import { type Disposable, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { label, languageStatus } from '../core';
import { lastName } from '../wire/placeNames';
import { AddNamesRequest, ForgetNamesRequest } from '../wire/protocol';
import type { ServerContext } from './context';

/** Names of ids that no log tells, from lists that the user has taken from WorkMail; they hold until they are forgotten. */
export function register({ connection, client, names, settings }: ServerContext): Disposable {
  const handlers = [
    connection.onRequest(AddNamesRequest, ({ uris }) => names.add(textsOf(uris))),
    connection.onRequest(ForgetNamesRequest, async () => {
      await names.forget();
      return null;
    }),
    names.onDidChange(() => {
      if (client.refreshesHints) connection.languages.inlayHint.refresh().catch(() => undefined);
    }),
  ];
  addAtStart(settings.nameFiles).catch((error: unknown) =>
    connection.console.error(`Names could not be read. ${error}`),
  );
  return {
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };

  /** What the client names at the start is asked for by nobody just now, so only what goes wrong is told. */
  async function addAtStart(uris: readonly string[]): Promise<void> {
    if (uris.length === 0) return;
    const { files } = await names.add(uris);
    for (const { uri, refused } of files) {
      if (refused === undefined) continue;
      const name = languageStatus(label(lastName(uri)));
      const message = `The names in ${name} are not known any more. ${refused}`;
      await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
    }
  }
}

function textsOf(uris: unknown): readonly string[] {
  return Array.isArray(uris) ? uris.filter((uri) => typeof uri === 'string') : [];
}
