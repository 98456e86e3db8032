import { commands, Disposable, ProgressLocation, type Uri, window } from 'vscode';
import { AddNamesRequest, ForgetNamesRequest, type NamesAdded } from '../../../server/src/wire/protocol';
import type { ContextKeys } from '../contextKeys';
import type { LogServer } from '../logServer';
import { addedWords } from './nameWords';
import type { RememberedNames } from './rememberedNames';

/**
 * "Add Names…" and "Forget Added Names": what ids are called that no event of a log names, from lists that the user has taken from
 * WorkMail. Remembered for the workspace, which is a case. Without an argument the files are asked for.
 */
export function registerNames(server: LogServer, remembered: RememberedNames, keys: ContextKeys): Disposable {
  const keep = () => keys.namesAreAdded.set(remembered.all().length > 0);
  keep();
  return Disposable.from(
    commands.registerCommand('workmailTrail.addNames', async (files?: readonly Uri[]) => {
      const uris = (files ?? (await askFiles())).map((uri) => uri.toString());
      if (uris.length === 0) return;
      try {
        const added = await read(server, uris);
        if (added === undefined) return;
        await remembered.add(added.files.flatMap(({ uri, refused }) => (refused === undefined ? [uri] : [])));
        keep();
        await tell(added);
      } catch (error) {
        server.fail('The names could not be added.', error);
      }
    }),
    commands.registerCommand('workmailTrail.forgetNames', async () => {
      try {
        await remembered.forget();
        keep();
        // A server that has not started knows none.
        if (server.isStarted) await server.ask(ForgetNamesRequest, {});
        void window.showInformationMessage('The added names are forgotten. Names that the logs teach stay.');
      } catch (error) {
        server.fail('The names could not be forgotten.', error);
      }
    }),
  );
}

async function askFiles(): Promise<readonly Uri[]> {
  const picked = await window.showOpenDialog({
    title: 'Add Names: JSON of aws workmail list-users, list-groups, list-resources …',
    openLabel: 'Add Names',
    canSelectMany: true,
    filters: { JSON: ['json'], 'All files': ['*'] },
  });
  return picked ?? [];
}

function read(server: LogServer, uris: readonly string[]): Thenable<NamesAdded | undefined> {
  const options = { location: ProgressLocation.Window, title: 'Reading names' };
  return window.withProgress(options, () => server.ask(AddNamesRequest, { uris }));
}

/** What was left out or refused takes more words than a notification has room for. */
async function tell(added: NamesAdded): Promise<void> {
  const { message, detail, isTrouble } = addedWords(added);
  if (isTrouble) await window.showWarningMessage(message, { modal: true, detail });
  else void window.showInformationMessage(message);
}
