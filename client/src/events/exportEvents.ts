import {
  type CancellationToken,
  commands,
  Disposable,
  ProgressLocation,
  type QuickPickItem,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { EventItem, ExportedAs } from '../../../server/src/wire/protocol';
import type { LogServer } from '../logServer';
import type { LogDocuments } from '../logs/logDocuments';
import type { EventsModel } from './model';
import { type EventNode, type GroupNode, pathOf } from './nodes';
import { events, number } from './words';

interface Format extends QuickPickItem {
  readonly as: ExportedAs;
  /** Of the file. */
  readonly ending: string;
}

const FORMATS: readonly Format[] = [
  {
    as: 'csv',
    ending: 'csv',
    label: 'CSV',
    detail: 'A table for spreadsheets, which run nothing of it, and read here again without loss.',
  },
  { as: 'tsv', ending: 'tsv', label: 'TSV', detail: 'The same with tabs.' },
  { as: 'jsonl', ending: 'jsonl', label: 'JSON Lines', detail: 'The events as they stand in their logs, one a line.' },
  {
    as: 'timesketch-csv',
    ending: 'csv',
    label: 'CSV for Timesketch',
    detail: 'With message, datetime and timestamp_desc.',
  },
  {
    as: 'timesketch-jsonl',
    ending: 'jsonl',
    label: 'JSON Lines for Timesketch',
    detail: 'With message, datetime and timestamp_desc.',
  },
];

/** Events that are asked for at once. */
const PAGE = 500;
/** More are for the terminal, which writes them piece by piece: here the whole file lies in memory. */
const MOST = 100_000;

/** *Export Events…*: an event, or all events of a group, as a file for other programs. */
export function registerExportEvents(server: LogServer, model: EventsModel, logs: LogDocuments): Disposable {
  return Disposable.from(
    commands.registerCommand('workmailTrail.exportEvent', ({ item }: EventNode) =>
      exportAll(server, logs, model, 1, async () => [item]),
    ),
    commands.registerCommand('workmailTrail.exportEvents', (node: GroupNode) => {
      const path = pathOf(node);
      return exportAll(server, logs, model, node.group.count, async (offset, token) => {
        const page = await model.eventsOf(path, offset, PAGE, token);
        return page?.events ?? [];
      });
    }),
  );
}

type Page = (offset: number, token: CancellationToken) => Promise<readonly EventItem[]>;

async function exportAll(
  server: LogServer,
  logs: LogDocuments,
  model: EventsModel,
  total: number,
  page: Page,
): Promise<void> {
  if (total > MOST) {
    await window.showInformationMessage(
      `These are ${events(total)}; up to ${number(MOST)} are exported here. Filter them, or use workmail-trail export in a terminal.`,
    );
    return;
  }
  const format = await window.showQuickPick(FORMATS, {
    title: `Export ${events(total)}`,
    placeHolder: 'As what? Parquet, XLSX, SARIF and ATT&CK layers are written by workmail-trail export in a terminal.',
  });
  if (format === undefined) return;
  const file = await window.showSaveDialog({
    title: `Export ${events(total)}`,
    saveLabel: 'Export',
    filters: { [format.label]: [format.ending] },
  });
  if (file === undefined) return;
  if (logs.get(file) !== undefined) {
    await window.showErrorMessage('Nothing was exported: this file is open as a log, and logs are never written to.');
    return;
  }
  try {
    await save(model, format.as, total, page, file);
  } catch (error) {
    server.fail('The events could not be exported.', error);
  }
}

async function save(model: EventsModel, as: ExportedAs, total: number, page: Page, file: Uri): Promise<void> {
  const options = { location: ProgressLocation.Notification, title: `Exporting ${events(total)}`, cancellable: true };
  const made = await window.withProgress(options, async (progress, token) => {
    const pieces: string[] = [];
    let done = 0;
    let missing = 0;
    while (done < total) {
      const items = await page(done, token);
      const told = items.length === 0 ? undefined : await model.exported(items, as, done === 0, token);
      if (token.isCancellationRequested) return undefined;
      if (told === undefined) break;
      pieces.push(told.text);
      done += items.length;
      missing += told.missing;
      progress.report({ increment: (100 * items.length) / total });
    }
    return { text: pieces.join(''), written: done - missing };
  });
  if (made === undefined) return;
  if (made.written === 0) {
    await window.showInformationMessage(
      'Nothing was exported: the events are no longer in a log that is open or inspected.',
    );
    return;
  }
  await workspace.fs.writeFile(file, new TextEncoder().encode(made.text));
  const less = made.written < total ? ` of ${number(total)}; the others are gone, or can’t be written so` : '';
  await window.showInformationMessage(`${events(made.written)}${less} exported.`);
}
