import { commands, Disposable, type ExtensionContext, ProgressLocation, Uri, window } from 'vscode';
import { labelText, type Verified, VerifyProgress, VerifyRequest } from '../../../server/src/wire/protocol';
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
import { chooseFolder } from './chooseFolder';
import type { Verdicts } from './verdicts';

const NOT_HERE =
  'Logs are verified where they lie on a disk, and this window has none. Open the folder in VS Code on a machine that has it, or run “workmail-trail verify” in a terminal there.';

/**
 * "Verify Integrity…": whether the logs of a folder are as CloudTrail wrote them, by the digests beside them. On the folder that was clicked in the
 * Explorer or the tree, else on one that the user chooses.
 */
export function registerVerifyIntegrity(
  { workspaceState }: ExtensionContext,
  server: LogServer,
  places: Places,
  files: ReportFiles,
  verdicts: Verdicts,
): Disposable {
  const verify = async (folder: Uri): Promise<void> => {
    if (folder.scheme !== 'file') {
      await window.showInformationMessage(NOT_HERE);
      return;
    }
    const keys = await askKeys(workspaceState, folder);
    if (keys === undefined) return;
    try {
      const verified = await verifyVisibly(server, folder, keys === 'none' ? undefined : keys);
      if (verified === undefined) return;
      if (verified === null) await window.showInformationMessage(NOT_HERE);
      else if ('refused' in verified) await window.showErrorMessage(labelText(verified.refused, 500));
      else {
        verdicts.keep(folder, verified);
        const page = pageUri(folder);
        files.put(page, verified.markdown);
        await showPage(page);
      }
    } catch (error) {
      server.fail('The logs could not be verified.', error);
    }
  };
  return Disposable.from(
    commands.registerCommand('workmailTrail.verifyIntegrity', async (clicked?: unknown) => {
      const folder = clicked instanceof Uri ? clicked : await chooseFolder(places, NOT_HERE);
      if (folder !== undefined) await verify(folder);
    }),
    commands.registerCommand('workmailTrail.verifyPlace', ({ place }: PlaceNode) => verify(Uri.parse(place.uri, true))),
    // What is read anew may have changed, and what is let go of has no row.
    places.onDidChange(() => {
      for (const folder of verdicts.folders()) if (places.isReadingOf(folder)) verdicts.forget(folder);
    }),
  );
}

async function verifyVisibly(
  server: LogServer,
  folder: Uri,
  keys: Uri | undefined,
): Promise<Verified | { readonly refused: string } | null | undefined> {
  const title = `Verifying ${labelText(nameOf(folder))}`;
  return window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => {
      const hearing = server.hear(VerifyProgress, ({ done, of }) =>
        progress.report({ message: `${number(done)} of ${number(of)} files hashed` }),
      );
      try {
        const asked = { uri: folder.toString(), workDoneToken: hearing.token };
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
function pageUri(folder: Uri): Uri {
  const query: ReportQuery = { uris: [folder.toString()] };
  const path = `/integrity/Integrity of ${nameOf(folder).replaceAll('/', ' ')}.md`;
  return Uri.from({ scheme: trailScheme, path, query: JSON.stringify(query) });
}
