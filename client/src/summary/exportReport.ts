import { commands, Disposable, type ExtensionContext, env, ProgressLocation, Uri, window, workspace } from 'vscode';
import { labelText } from '../../../server/src/wire/protocol';
import type { CaseNotes } from '../cases/caseNotes';
import type { PlaceNode } from '../events/nodes';
import type { LogServer } from '../logServer';
import type { LogDocuments } from '../logs/logDocuments';
import type { Places } from '../places/places';
import { activeUri } from './activeUri';
import { askHeader } from './askHeader';
import { chooseLogs } from './chooseLogs';
import { everything } from './everything';
import { handOver, nameOf } from './summarize';

/**
 * "Export Report…": the report as one page of HTML in a file of the user's choice. On the log in front, else on what the user chooses; from
 * the views on all that they show, or on one folder.
 */
export function registerExportReport(
  context: ExtensionContext,
  server: LogServer,
  logs: LogDocuments,
  places: Places,
  notes: CaseNotes,
): Disposable {
  const write = (chosen: readonly Uri[]): Promise<void> => exportReport(context, server, chosen, notes);
  return Disposable.from(
    commands.registerCommand('workmailTrail.exportReport', async () => {
      const shown = activeUri();
      const isKnown = shown !== undefined && (logs.has(shown) || places.has(shown));
      const chosen = isKnown ? [shown] : await chooseLogs(logs, places, 'Export Report');
      if (chosen === undefined) return;
      if (chosen.every((uri) => logs.has(uri) || places.has(uri))) await write(chosen);
      else await window.showInformationMessage('This file holds no CloudTrail events, so there is nothing to report.');
    }),
    commands.registerCommand('workmailTrail.exportReportOnAll', () => write(everything(logs, places))),
    commands.registerCommand('workmailTrail.exportReportOnPlace', ({ place }: PlaceNode) =>
      write([Uri.parse(place.uri, true)]),
    ),
  );
}

async function exportReport(
  { globalState, extension }: ExtensionContext,
  server: LogServer,
  chosen: readonly Uri[],
  notes: CaseNotes,
): Promise<void> {
  const header = await askHeader(globalState, extension);
  const uri = header && (await askWhere(chosen));
  if (header === undefined || uri === undefined) return;
  const html = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'Writing the report', cancellable: true },
    (progress, token) => {
      let done = 0;
      return handOver(server, chosen, notes, header, token, ({ percentage, message }) => {
        progress.report({ increment: percentage - done, message: labelText(message) });
        done = percentage;
      }).catch((error) => server.fail('The report could not be written.', error));
    },
  );
  if (typeof html !== 'string') return;
  try {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(html));
  } catch (error) {
    server.fail('The report could not be saved there.', error);
    return;
  }
  const open = 'Open in Browser';
  const told = await window.showInformationMessage(
    'The report is saved. It needs neither the logs nor this editor; a browser shows it, and prints it to PDF.',
    open,
  );
  if (told === open) await env.openExternal(uri);
}

function askWhere(chosen: readonly Uri[]): Thenable<Uri | undefined> {
  const defaultUri = suggested(chosen);
  return window.showSaveDialog({
    title: 'Where shall the report be kept?',
    saveLabel: 'Save Report',
    filters: { 'Web page': ['html'] },
    ...(defaultUri !== undefined && { defaultUri }),
  });
}

/** In the folder that is open, where there is one. */
function suggested(chosen: readonly Uri[]): Uri | undefined {
  const [first] = chosen;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined || first === undefined) return undefined;
  const name =
    chosen.length === 1
      ? nameOf(first)
          .replace(/^.*[\\/]/, '')
          .replace(/\.\w+$/, '')
      : 'all logs';
  return Uri.joinPath(folder, `WorkMail report on ${name}.html`);
}
