import { commands, Disposable, FileType, ProgressLocation, Uri, window, workspace } from 'vscode';
import { labelText } from '../../../server/src/wire/protocol';
import { isBrowserAlone } from '../browserAlone';
import type { PlaceNode } from '../events/nodes';
import type { EventsView } from '../events/view';
import type { LogServer } from '../logServer';
import { nameOf } from '../summary/summarize';
import { askDays } from './askDays';
import type { Days, Places, PlaceToInspect } from './places';
import { progressWords } from './words';

/** Everything a user can ask of files and folders on disk. */
export function registerPlaces(server: LogServer, places: Places, view: EventsView): Disposable {
  const inspect = (place: PlaceToInspect): Promise<void> => inspectVisibly(server, places, place);
  const inspectAll = async (folders: readonly Uri[], days: Days): Promise<void> => {
    if (folders.length > 0) {
      await view.focus();
    }
    // All at once would share the same processors and disk, and none would be done first.
    for (const uri of folders) {
      await inspect({ uri, isFolder: true, days });
    }
  };
  return Disposable.from(
    commands.registerCommand('workmailTrail.inspectFolder', async () => {
      if (isBrowserAlone()) return tellNotHere();
      const folders = await pickFolders();
      const [first] = folders;
      const days = first && (await askDays(folders.length === 1 ? nameOf(first) : `${folders.length} folders`));
      if (days !== undefined) {
        await inspectAll(folders, days);
      }
    }),
    commands.registerCommand('workmailTrail.inspectOpenFolder', async () => {
      await inspectAll(
        (workspace.workspaceFolders ?? []).map(({ uri }) => uri),
        {},
      );
    }),
    commands.registerCommand('workmailTrail.inspectThisFolder', async (clicked?: Uri, selected?: readonly Uri[]) => {
      await inspectAll(await foldersAmong(selected ?? (clicked === undefined ? [] : [clicked])), {});
    }),
    commands.registerCommand('workmailTrail.inspectDays', async ({ place }: PlaceNode) => {
      const uri = Uri.parse(place.uri, true);
      const days = await askDays(nameOf(uri));
      if (days !== undefined) {
        await inspect({ uri, isFolder: place.isFolder, days });
      }
    }),
    commands.registerCommand('workmailTrail.inspectAgain', ({ place: { uri, isFolder, since, until } }: PlaceNode) =>
      inspect({
        uri: Uri.parse(uri, true),
        isFolder,
        days: { ...(since !== undefined && { since }), ...(until !== undefined && { until }) },
      }),
    ),
    commands.registerCommand('workmailTrail.stopInspecting', ({ place }: PlaceNode) =>
      places.stop(Uri.parse(place.uri, true)),
    ),
    commands.registerCommand('workmailTrail.forgetPlace', ({ place }: PlaceNode) =>
      places.forget(Uri.parse(place.uri, true)),
    ),
  );
}

/** Before anything is asked that leads nowhere. */
async function tellNotHere(): Promise<void> {
  await window.showInformationMessage(
    'Folders are inspected where they lie on a disk, and a browser reads none. Open the folder in VS Code on a machine that has it, or open its logs here one by one.',
  );
}

/** Reads a place while the user sees how far it is, and can stop it. */
export async function inspectVisibly(server: LogServer, places: Places, place: PlaceToInspect): Promise<void> {
  if (isBrowserAlone()) return tellNotHere();
  const name = labelText(nameOf(place.uri));
  if (place.uri.scheme !== 'file') {
    await window.showInformationMessage(
      `“${name}” is not a folder on a disk, so WorkMail Trail cannot inspect it. Logs in it can be opened one by one.`,
    );
    return;
  }
  const inView = { location: { viewId: 'workmailTrail.events' } };
  await window.withProgress(inView, () =>
    window.withProgress(
      { location: ProgressLocation.Notification, title: `Inspecting ${name}`, cancellable: true },
      async (progress, token) => {
        token.onCancellationRequested(() => places.stop(place.uri));
        try {
          const read = await places.inspect(place, (soFar) => progress.report({ message: progressWords(soFar) }));
          if (read === 'nothing') {
            void window.showInformationMessage(`“${name}” could not be inspected: this window has no files on a disk.`);
          }
        } catch (error) {
          server.fail('The folder could not be inspected to its end.', error);
        }
      },
    ),
  );
}

async function pickFolders(): Promise<readonly Uri[]> {
  const first = workspace.workspaceFolders?.[0]?.uri;
  const picked = await window.showOpenDialog({
    title: 'Choose a Folder of CloudTrail Logs',
    openLabel: 'Inspect',
    canSelectFiles: false,
    canSelectFolders: true,
    canSelectMany: true,
    ...(first !== undefined && { defaultUri: first }),
  });
  return picked ?? [];
}

/** Files that are selected together with folders are passed over: opening them is what shows them. */
async function foldersAmong(uris: readonly Uri[]): Promise<readonly Uri[]> {
  const folders: Uri[] = [];
  for (const uri of uris) {
    const { type } = await workspace.fs.stat(uri);
    if ((type & FileType.Directory) !== 0) {
      folders.push(uri);
    }
  }
  return folders;
}
