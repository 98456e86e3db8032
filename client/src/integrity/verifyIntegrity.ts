import {
  commands,
  Disposable,
  type ExtensionContext,
  FileType,
  ProgressLocation,
  Uri,
  window,
  workspace,
} from 'vscode';
import { labelText, type Verified, VerifyProgress, VerifyRequest } from '../../../server/src/wire/protocol';
import { isBrowserAlone } from '../browserAlone';
import type { PlaceNode } from '../events/nodes';
import { number } from '../events/words';
import type { LogServer } from '../logServer';
import { trailScheme } from '../logs/candidates';
import type { Places } from '../places/places';
import type { ReportQuery } from '../summary/links';
import type { ReportFiles } from '../summary/reportFiles';
import { showPage } from '../summary/showPage';
import { nameOf } from '../summary/summarize';
import { askKeys } from './askKeys';
import { choosePlace } from './choosePlace';
import type { Verdicts } from './verdicts';
import { placeOfFiles, placeWords, type VerifiedPlace } from './verifiedPlace';

const NOT_HERE =
  'Logs are verified where they lie on a disk, and this window has none. Open the folder in VS Code on a machine that has it, or run “workmail-trail verify” in a terminal there.';

/**
 * "Verify Integrity…": whether logs are as CloudTrail wrote them, by the digests beside them. On the folder or the files that were clicked in the
 * Explorer or the tree, else on what the user chooses.
 */
export function registerVerifyIntegrity(
  { workspaceState }: ExtensionContext,
  server: LogServer,
  places: Places,
  pages: ReportFiles,
  verdicts: Verdicts,
): Disposable {
  const verify = async (place: VerifiedPlace | undefined): Promise<void> => {
    if (place?.folder.scheme !== 'file' || isBrowserAlone()) {
      await window.showInformationMessage(NOT_HERE);
      return;
    }
    const { folder, files } = place;
    const title = placeWords(place, nameOf);
    const keys = await askKeys(workspaceState, folder, title);
    if (keys === undefined) return;
    try {
      const verified = await verifyVisibly(server, place, title, keys === 'none' ? undefined : keys);
      if (verified === undefined) return;
      if (verified === null) await window.showInformationMessage(NOT_HERE);
      else if ('refused' in verified) await window.showErrorMessage(labelText(verified.refused, 500));
      else {
        // Of some of its files alone the row of a folder can't tell.
        if (files === undefined) verdicts.keep(folder, verified);
        const page = pageUri(folder, title);
        pages.put(page, verified.markdown);
        await showPage(page);
      }
    } catch (error) {
      server.fail('The logs could not be verified.', error);
    }
  };
  return Disposable.from(
    commands.registerCommand('workmailTrail.verifyIntegrity', async (clicked?: unknown, all?: unknown) => {
      if (!(clicked instanceof Uri)) {
        const chosen = await choosePlace(places, NOT_HERE);
        if (chosen !== undefined) await verify(chosen);
        return;
      }
      const selected = Array.isArray(all) ? all.filter((each): each is Uri => each instanceof Uri) : [];
      await verify(await placeClicked(clicked, selected));
    }),
    commands.registerCommand('workmailTrail.verifyPlace', ({ place }: PlaceNode) =>
      verify({ folder: Uri.parse(place.uri, true) }),
    ),
    // What is read anew may have changed, and what is let go of has no row.
    places.onDidChange(() => {
      for (const folder of verdicts.folders()) if (places.isReadingOf(folder)) verdicts.forget(folder);
    }),
  );
}

/** A folder alone, or the files that were selected; folders among them stand for themselves. */
async function placeClicked(clicked: Uri, selected: readonly Uri[]): Promise<VerifiedPlace | undefined> {
  const files = selected.length === 0 ? [clicked] : selected;
  const areFolders = await Promise.all(files.map(isFolder));
  if (files.length === 1 && areFolders[0] === true) return { folder: clicked };
  const place = placeOfFiles(files);
  return place && { ...place, folders: areFolders.filter((each) => each).length };
}

function isFolder(uri: Uri): Promise<boolean> {
  return Promise.resolve(
    workspace.fs.stat(uri).then(
      ({ type }) => (type & FileType.Directory) !== 0,
      () => false,
    ),
  );
}

async function verifyVisibly(
  server: LogServer,
  { folder, files }: VerifiedPlace,
  name: string,
  keys: Uri | undefined,
): Promise<Verified | { readonly refused: string } | null | undefined> {
  const title = `Verifying ${labelText(name)}`;
  return window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const hearing = server.hear(VerifyProgress, ({ done, of }) =>
        progress.report({ message: `${number(done)} of ${number(of)} files hashed` }),
      );
      try {
        const asked = {
          uri: folder.toString(),
          workDoneToken: hearing.token,
          ...(files !== undefined && { name, files: files.map((file) => file.toString()) }),
        };
        return await server.ask(
          VerifyRequest,
          keys === undefined ? asked : { ...asked, publicKeys: keys.toString() },
          token,
        );
      } finally {
        hearing.dispose();
      }
    },
  );
}

/** The same folder always has the same page: asking again replaces it. */
function pageUri(folder: Uri, name: string): Uri {
  const query: ReportQuery = { uris: [folder.toString()] };
  const path = `/integrity/Integrity of ${name.replaceAll('/', ' ')}.md`;
  return Uri.from({ scheme: trailScheme, path, query: JSON.stringify(query) });
}
