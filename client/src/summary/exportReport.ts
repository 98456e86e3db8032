import {
  commands,
  Disposable,
  type ExtensionContext,
  env,
  ProgressLocation,
  type QuickPickItem,
  Uri,
  window,
  workspace,
} from 'vscode';
import { labelText } from '../../../server/src/wire/protocol';
import { folderOf, isBrowserAlone } from '../browserAlone';
import type { CaseNotes } from '../cases/caseNotes';
import type { PlaceNode } from '../events/nodes';
import type { LogServer } from '../logServer';
import type { LogDocuments } from '../logs/logDocuments';
import type { Places } from '../places/places';
import { askKeyFile, type KeyFile, keyWords } from '../redact/keyFile';
import { whyNotWritten } from '../writtenOver';
import { askHeader } from './askHeader';
import { filteredItem, type ShownFilter } from './chooseEvents';
import { chooseLogs } from './chooseLogs';
import { everything } from './everything';
import { logsInFront } from './inFront';
import { redactedReport } from './redactedReport';
import { handOver, nameOf } from './summarize';

/**
 * "Export Report…": the report as a page of HTML or as Markdown, in a file of the user's choice. On the log in front, or on all
 * in the timeline, else on what the user chooses; from the views on all that they show, or on one folder.
 */
export function registerExportReport(
  context: ExtensionContext,
  server: LogServer,
  logs: LogDocuments,
  places: Places,
  notes: CaseNotes,
  filter: ShownFilter,
): Disposable {
  const parts = { server, logs, places, notes, filter };
  const write = (chosen: readonly Uri[]): Promise<void> => exportReport(context, chosen, parts);
  return Disposable.from(
    commands.registerCommand('workmailTrail.exportReport', async () => {
      const chosen = logsInFront(logs, places) ?? (await chooseLogs(logs, places, 'Export Report', 'Export Report'));
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

/** Whom a report is made with. */
interface ReportParts {
  readonly server: LogServer;
  readonly logs: LogDocuments;
  readonly places: Places;
  readonly notes: CaseNotes;
  readonly filter: ShownFilter;
}

async function exportReport(
  { globalState, extension }: ExtensionContext,
  chosen: readonly Uri[],
  parts: ReportParts,
): Promise<void> {
  const { server, notes, filter } = parts;
  const header = await askHeader(globalState, extension);
  const how = header && (await askHow(filter));
  const uri = how && (await askWhere(chosen, how.isRedacted, parts));
  if (header === undefined || how === undefined || uri === undefined) return;
  const key = how.isRedacted ? await keyApart(uri) : undefined;
  if (how.isRedacted && key === undefined) return;
  const format = /\.(?:md|markdown)$/i.test(uri.path) ? 'markdown' : 'html';
  const text = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'Writing the report', cancellable: true },
    (progress, token) => {
      let done = 0;
      if (key !== undefined)
        return redactedReport(server, chosen, header, format, key, token).catch((error) =>
          server.fail('The report could not be written.', error),
        );
      return handOver(
        server,
        { logs: chosen, where: how.where },
        notes,
        { header, format, output: uri.toString() },
        token,
        ({ percentage, message }) => {
          progress.report({ increment: percentage - done, message: labelText(message) });
          done = percentage;
        },
      ).catch((error) => server.fail('The report could not be written.', error));
    },
  );
  if (typeof text !== 'string') return;
  try {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  } catch (error) {
    server.fail('The report could not be saved there.', error);
    return;
  }
  const saved = key === undefined ? SAVED : `${SAVED} ${keyWords(key)}`;
  if (format === 'html' && isBrowserAlone())
    void window.showInformationMessage(
      `${saved} Open it from where it is saved: a browser shows it, and prints it to PDF.`,
    );
  else if (format === 'html')
    await offer(`${saved} A browser shows it, and prints it to PDF.`, 'Open in Browser', show);
  else if (key === undefined)
    await offer(`${saved} Where it links to logs, the links lead from where it is saved.`, 'Open Preview', show);
  else await offer(saved, 'Open Preview', show);

  async function show(): Promise<void> {
    if (uri === undefined) return;
    if (format === 'html') await env.openExternal(uri);
    else await commands.executeCommand('markdown.showPreview', uri);
  }
}

interface How extends QuickPickItem {
  readonly isRedacted: boolean;
  /** The question that it answers alone; undefined: it is on all events. */
  readonly where: string | undefined;
}

/** A redacted report is on all events: what is asked names what is redacted. */
function askHow({ where }: ShownFilter): Thenable<How | undefined> {
  const plain = 'With all names, keys and addresses.';
  const all = { ...(where !== undefined && { description: 'all events' }), where: undefined };
  const ways: readonly How[] = [
    { label: 'As the Logs Are', detail: plain, isRedacted: false, ...all },
    ...(where === undefined ? [] : [{ ...filteredItem(where), detail: plain, isRedacted: false, where }]),
    {
      label: 'Redacted',
      detail: 'With pseudonyms, and a key file that says which. Your names and notes are left out.',
      isRedacted: true,
      ...all,
    },
  ];
  return window.showQuickPick(ways, { title: 'Export Report', placeHolder: 'What shall it say?' });
}

/** Asks for the key, which whoever gets the folder of the report must not get with it. */
async function keyApart(report: Uri): Promise<KeyFile | undefined> {
  const key = await askKeyFile('Export Report');
  const folder = folderOf(report)?.toString();
  if (key === undefined || folder === undefined || folderOf(key.uri)?.toString() !== folder) return key;
  await window.showErrorMessage(
    'No report was written: its key would lie beside it, and be handed on with it. Keep the key in another folder.',
  );
  return undefined;
}

const SAVED = 'The report is saved, with its events in it.';

async function offer(words: string, choice: string, take: () => Promise<void>): Promise<void> {
  if ((await window.showInformationMessage(words, choice)) === choice) await take();
}

/** Undefined also where the user was told that nothing is written there. */
async function askWhere(
  chosen: readonly Uri[],
  isRedacted: boolean,
  { logs, places }: Pick<ReportParts, 'logs' | 'places'>,
): Promise<Uri | undefined> {
  const defaultUri = suggested(chosen, isRedacted);
  const uri = await window.showSaveDialog({
    // The dialog of a browser offers no types of files.
    title: 'Where shall the report be kept? As a Web page (.html) or Markdown (.md)',
    saveLabel: 'Save Report',
    filters: { 'Web page': ['html'], Markdown: ['md'] },
    ...(defaultUri !== undefined && { defaultUri }),
  });
  const reason = uri && (await whyNotWritten(uri, logs, places));
  if (reason === undefined) return uri;
  await window.showErrorMessage(`No report was written: ${reason}`);
  return undefined;
}

/** In the folder that is open, where there is one. */
function suggested(chosen: readonly Uri[], isRedacted: boolean): Uri | undefined {
  const [first] = chosen;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (folder === undefined || first === undefined) return undefined;
  const name =
    chosen.length === 1
      ? nameOf(first)
          .replace(/^.*[\\/]/, '')
          .replace(/\.\w+$/, '')
      : 'all logs';
  // The name of a log may tell of somebody.
  return Uri.joinPath(folder, isRedacted ? 'Redacted WorkMail report.html' : `WorkMail report on ${name}.html`);
}
