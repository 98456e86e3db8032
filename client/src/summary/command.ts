import { commands, type Disposable, ProgressLocation, Uri, window } from 'vscode';
import { labelText } from '../../../server/src/protocol';
import type { LogServer } from '../logServer';
import { activeLog } from '../logs/activeLog';
import { trailScheme } from '../logs/candidates';
import type { LogDocuments } from '../logs/logDocuments';
import { chooseLogs } from './chooseLogs';
import type { ReportQuery } from './links';
import type { ReportFiles } from './reportFiles';
import { summarize } from './summarize';

/**
 * "Summarize WorkMail events": for the log whose editor title was clicked, else the active one, else what the user chooses.
 */
export function registerSummarize(server: LogServer, logs: LogDocuments, files: ReportFiles): Disposable {
  return commands.registerCommand('workmailTrail.summarize', async (target?: unknown) => {
    const log = target instanceof Uri ? logs.get(target) : activeLog(logs);
    const chosen = log === undefined ? await chooseLogs(logs) : [log.uri];
    if (chosen === undefined) {
      return;
    }
    if (!chosen.every((uri) => logs.has(uri))) {
      await window.showInformationMessage('This file holds no CloudTrail events, so there is nothing to sum up.');
      return;
    }
    await report(server, chosen, files);
  });
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
