import { type CancellationToken, commands, Disposable, ProgressLocation, Uri, window, workspace } from 'vscode';
import { type EventAt, ExportFileRequest, labelText } from '../../../server/src/wire/protocol';
import type { FindingNode } from '../inquiries/nodes';
import type { LogServer } from '../logServer';
import type { LogDocuments } from '../logs/logDocuments';
import type { Places } from '../places/places';
import { activeUri } from '../summary/activeUri';
import { whyNotWritten } from '../writtenOver';
import { type ExportFormat, exportFormats } from './exportFormats';
import { type ExportSource, eventsOfFinding, eventsOfGroup, eventsOfPage, MOST_EXPORTED } from './exportSources';
import type { EventsModel } from './model';
import type { EventNode, GroupNode } from './nodes';
import { events, number } from './words';

/** Events that are asked for at once. */
const PAGE = 500;

const gone = 'Nothing was exported: the events are no longer in a log that is open or inspected.';

/** Nothing is gone where the view is empty. */
function noneShown({ where }: EventsModel): string {
  return where === undefined
    ? 'Nothing was exported: the view shows no events.'
    : 'Nothing was exported: the filter shows no events. Change or clear it first.';
}

/** *Export Events…*: an event, a group of the tree, all that the tree shows, what carries a finding, or what a page of ours lists, as a file for other programs. */
export function registerExportEvents(
  server: LogServer,
  model: EventsModel,
  logs: LogDocuments,
  places: Places,
): Disposable {
  const exporting = new Exporting(server, model, logs, places);
  return Disposable.from(
    commands.registerCommand('workmailTrail.exportEvent', ({ item: { uri, index } }: EventNode) =>
      exporting.run(async () => ({ events: [{ uri, index }], total: 1 })),
    ),
    commands.registerCommand('workmailTrail.exportEvents', (node: GroupNode) =>
      exporting.run(eventsOfGroup(model, node)),
    ),
    commands.registerCommand('workmailTrail.exportShownEvents', () =>
      exporting.run(eventsOfGroup(model, undefined), noneShown(model)),
    ),
    commands.registerCommand('workmailTrail.exportFinding', (node: FindingNode) =>
      exporting.run(eventsOfFinding(server, node)),
    ),
    commands.registerCommand('workmailTrail.exportListedEvents', async (clicked?: unknown) => {
      const page = clicked instanceof Uri ? clicked : activeUri();
      const source = page && eventsOfPage(server, page);
      if (source === undefined) await window.showInformationMessage(gone);
      else await exporting.run(source);
    }),
  );
}

class Exporting {
  readonly #server: LogServer;
  readonly #model: EventsModel;
  readonly #logs: LogDocuments;
  readonly #places: Places;

  constructor(server: LogServer, model: EventsModel, logs: LogDocuments, places: Places) {
    this.#server = server;
    this.#model = model;
    this.#logs = logs;
    this.#places = places;
  }

  /** @param none what is said where there is nothing to export */
  async run(source: ExportSource, none = gone): Promise<void> {
    try {
      const options = { location: ProgressLocation.Window, title: 'Looking for the events' };
      const chosen = await window.withProgress({ ...options, cancellable: true }, (_, token) => source(token));
      if (chosen === undefined || chosen.total === 0) {
        await window.showInformationMessage(none);
        return;
      }
      if (chosen.total > MOST_EXPORTED) {
        await window.showInformationMessage(
          `These are ${events(chosen.total)}; up to ${number(MOST_EXPORTED)} are exported here. Filter them, or use workmail-trail export in a terminal.`,
        );
        return;
      }
      const title = `Export ${events(chosen.total)}`;
      const format = await window.showQuickPick(exportFormats, { title, placeHolder: 'As what?' });
      const file = format && (await this.#askWhere(title, format));
      if (format !== undefined && file !== undefined) await this.#save(chosen.events, format, file);
    } catch (error) {
      this.#server.fail('The events could not be exported.', error);
    }
  }

  async #askWhere(title: string, { label, ending }: ExportFormat): Promise<Uri | undefined> {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const file = await window.showSaveDialog({
      title,
      saveLabel: 'Export',
      filters: { [label]: [ending] },
      ...(folder !== undefined && { defaultUri: Uri.joinPath(folder, `WorkMail events.${ending}`) }),
    });
    const reason = file && (await whyNotWritten(file, this.#logs, this.#places));
    if (reason === undefined) return file;
    await window.showErrorMessage(`Nothing was exported: ${reason}`);
    return undefined;
  }

  async #save(all: readonly EventAt[], format: ExportFormat, file: Uri): Promise<void> {
    const total = all.length;
    const options = { location: ProgressLocation.Notification, title: `Exporting ${events(total)}`, cancellable: true };
    const made = await window.withProgress(options, (progress, token) =>
      'whole' in format.as
        ? this.#whole(all, format.as.whole, token)
        : this.#lines(all, format.as.lines, token, (done) => progress.report({ increment: (100 * done) / total })),
    );
    if (made === undefined) return;
    if ('refused' in made) {
      await window.showErrorMessage(`Nothing was exported. ${labelText(made.refused, 500)}`);
      return;
    }
    const written = total - made.missing;
    if (written === 0) {
      await window.showInformationMessage(gone);
      return;
    }
    await workspace.fs.writeFile(file, made.bytes);
    const of = made.missing > 0 ? ` of ${number(total)}` : '';
    const less = made.missing > 0 ? ' The others are gone, or can’t be written so.' : '';
    const notes = made.notes.map((note) => ` ${labelText(note, 500)}`).join('');
    // The dialog adds the ending of the format to a name with another one: where it lies is said.
    const name = labelText(file.path.slice(file.path.lastIndexOf('/') + 1));
    await window.showInformationMessage(`${events(written)}${of} exported to ${name}.${less}${notes}`);
  }

  /** Some at a time. */
  async #lines(
    all: readonly EventAt[],
    as: Parameters<EventsModel['exported']>[1],
    token: CancellationToken,
    report: (done: number) => void,
  ): Promise<MadeFile | undefined> {
    const pieces: string[] = [];
    let missing = 0;
    for (let from = 0; from < all.length; from += PAGE) {
      const some = all.slice(from, from + PAGE);
      const told = await this.#model.exported(some, as, from === 0, token);
      if (told === undefined || token.isCancellationRequested) return undefined;
      pieces.push(told.text);
      missing += told.missing;
      report(some.length);
    }
    return { bytes: new TextEncoder().encode(pieces.join('')), missing, notes: [] };
  }

  async #whole(
    all: readonly EventAt[],
    format: Extract<ExportFormat['as'], { readonly whole: unknown }>['whole'],
    token: CancellationToken,
  ): Promise<MadeFile | { readonly refused: string } | undefined> {
    const made = await this.#server.ask(ExportFileRequest, { events: all, format }, token);
    if (made === undefined || 'refused' in made) return made;
    const { base64, missing, notes } = made;
    return { bytes: Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0)), missing, notes };
  }
}

interface MadeFile {
  readonly bytes: Uint8Array;
  /** Events that are not in it. */
  readonly missing: number;
  /** Sentences. */
  readonly notes: readonly string[];
}
