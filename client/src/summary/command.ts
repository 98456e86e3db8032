import { commands, Disposable, ProgressLocation, TabInputText, Uri, window } from 'vscode';
import { labelText } from '../../../server/src/wire/protocol';
import type { PlaceNode } from '../events/nodes';
import type { LogServer } from '../logServer';
import { trailScheme } from '../logs/candidates';
import type { LogDocuments } from '../logs/logDocuments';
import type { Places } from '../places/places';
import { chooseLogs } from './chooseLogs';
import type { ReportQuery } from './links';
import type { ReportFiles } from './reportFiles';
import { summarize } from './summarize';

/**
 * "Summarize WorkMail events": for the log whose editor title was clicked or the place in the tree, else the active log, else
 * what the user chooses.
 */
export function registerSummarize(
  server: LogServer,
  logs: LogDocuments,
  places: Places,
  files: ReportFiles,
): Disposable {
  const isKnown = (uri: Uri): boolean => logs.has(uri) || places.has(uri);
  return Disposable.from(
    commands.registerCommand('workmailTrail.summarize', async (target?: unknown) => {
      const shown = target instanceof Uri ? target : activeUri();
      const chosen = shown !== undefined && isKnown(shown) ? [shown] : await chooseLogs(logs, places);
      if (chosen === undefined) {
        return;
      }
      if (!chosen.every(isKnown)) {
        await window.showInformationMessage('This file holds no CloudTrail events, so there is nothing to sum up.');
        return;
      }
      await report(server, chosen, files);
    }),
    commands.registerCommand('workmailTrail.summarizePlace', ({ place }: PlaceNode) =>
      report(server, [Uri.parse(place.uri, true)], files),
    ),
  );
}

/** What the editor in front shows. Of a file too large for extensions only its tab is known. */
function activeUri(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return window.activeTextEditor?.document.uri ?? (input instanceof TabInputText ? input.uri : undefined);
}

async function report(server: LogServer, chosen: readonly Uri[], files: ReportFiles): Promise<void> {
  const markdown = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'Summarizing WorkMail events', cancellable: true },
    (progress, token) => {
      let done = 0;
      return summarize(server, chosen, token, ({ percentage, message }) => {
        progress.report({ increment: percentage - done, message: labelText(message) });
        done = percentage;
      }).catch((error) => server.fail('The WorkMail events could not be summarized.', error));
    },
  );
  if (typeof markdown === 'string') {
    const uri = reportUri(chosen);
    files.put(uri, markdown);
    await commands.executeCommand('markdown.showPreview', uri);
  }
}

/** The same logs always have the same report: asking again replaces it. */
function reportUri(logs: readonly Uri[]): Uri {
  const [first] = logs;
  const subject = logs.length === 1 && first !== undefined ? baseName(first) : `${logs.length} logs`;
  const query: ReportQuery = { uris: logs.map((log) => log.toString()) };
  return Uri.from({ scheme: trailScheme, path: `/WorkMail events in ${subject}.md`, query: JSON.stringify(query) });
}

function baseName({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
