import { commands, type Disposable, ProgressLocation, Uri, window } from 'vscode';
import { cutLabel, labelText, NameAtRequest, type NameHere, TrailRequest } from '../../../server/src/wire/protocol';
import type { LogServer } from '../logServer';
import { trailScheme } from '../logs/candidates';
import { type ReportQuery, trailLink } from '../summary/links';
import type { ReportFiles } from '../summary/reportFiles';
import { showPage } from '../summary/showPage';

const nothingHere =
  'Nothing here is named by other events. Put the cursor on an access key, an identity, an address, an id or an action.';

const failed = 'The events could not be listed.';

/** Titles of tabs end here. UTF-16 units. */
const longestTitle = 60;

/** "Show All of This": everything that names the same as the value under the cursor, in every service and file, as one list by time. */
export function registerShowAll(server: LogServer, files: ReportFiles): Disposable {
  return commands.registerCommand('workmailTrail.showAllOfThis', async (given?: unknown) => {
    if (isName(given)) {
      await showTrail(server, files, given).catch((error: unknown) => server.fail(failed, error));
      return;
    }
    const editor = window.activeTextEditor;
    if (editor === undefined) {
      await window.showInformationMessage(`Open a CloudTrail log first. ${nothingHere}`);
      return;
    }
    try {
      const { document, selection } = editor;
      const name = await server.ask(NameAtRequest, { uri: document.uri.toString(), position: selection.active });
      if (name === undefined || name === null) {
        await window.showInformationMessage(nothingHere);
        return;
      }
      await showTrail(server, files, name);
    } catch (error) {
      server.fail(failed, error);
    }
  });
}

/** Shows the events that answer a question as one list, in the Markdown preview. */
export async function showTrail(
  server: LogServer,
  files: ReportFiles,
  { words, text, question }: NameHere,
): Promise<void> {
  const about = { words, text };
  // The status bar gives titles a meaning of its own, so the value stays out of it.
  const options = { location: ProgressLocation.Window, title: `Looking for the same ${words}` };
  const trail = await window.withProgress(options, () => server.ask(TrailRequest, { question, about }));
  if (trail === undefined) {
    return;
  }
  const query: ReportQuery = { uris: trail.uris };
  const title = cutLabel(`All of ${labelText(text).replaceAll('/', ' ')}`, longestTitle);
  const path = trailLink({ words, text, question }, title);
  const shown = Uri.from({ scheme: trailScheme, path, query: JSON.stringify(query) });
  files.put(shown, trail.markdown);
  await showPage(shown);
}

/** Whether a hover's link says what to look for. */
function isName(given: unknown): given is NameHere {
  return (
    typeof given === 'object' &&
    given !== null &&
    ['words', 'text', 'question'].every((part) => typeof Reflect.get(given, part) === 'string')
  );
}
