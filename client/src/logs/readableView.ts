import {
  commands,
  Disposable,
  Position,
  Range,
  Selection,
  TabInputText,
  type TextDocument,
  type TextDocumentShowOptions,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  window,
} from 'vscode';
import {
  type EventLocation,
  labelText,
  OriginalPlaceRequest,
  type View,
  ViewPlaceRequest,
} from '../../../server/src/wire/protocol';
import type { LongLines } from '../events/longLines';
import type { LogServer } from '../logServer';
import { activeLog } from './activeLog';
import type { LogDocuments } from './logDocuments';
import type { ViewFiles } from './viewFiles';
import { logOf, viewIn, viewOf } from './views';

/**
 * The commands that lead from a log to its readable view, from one view to another, and back.
 *
 * @param revealInLog goes from an excerpt to the log of the event there; false where the active editor shows none
 */
export function registerReadableViews(
  server: LogServer,
  logs: LogDocuments,
  files: ViewFiles,
  longLines: LongLines,
  revealInLog: () => Promise<boolean>,
): Disposable {
  const views = new ReadableViews(server, logs, files, longLines);
  return Disposable.from(
    commands.registerCommand('workmailTrail.openReadableView', (log?: unknown) => views.open(log)),
    commands.registerCommand('workmailTrail.revealInReadableView', (log?: unknown) => views.open(log)),
    commands.registerCommand('workmailTrail.revealInOriginal', async () => {
      if (!(await revealInLog())) {
        await views.revealInOriginal();
      }
    }),
    commands.registerCommand('workmailTrail.orderByTime', () => views.reorder('time')),
    commands.registerCommand('workmailTrail.orderAsWritten', () => views.reorder(undefined)),
    commands.registerCommand('workmailTrail.openCompressedLog', () => views.openFiles()),
    commands.registerCommand('workmailTrail.openAsReadableLog', (file?: unknown, all?: unknown) =>
      views.openThese(Array.isArray(all) ? all : [file]),
    ),
  );
}

class ReadableViews {
  readonly #server: LogServer;
  readonly #logs: LogDocuments;
  readonly #files: ViewFiles;
  readonly #longLines: LongLines;

  constructor(server: LogServer, logs: LogDocuments, files: ViewFiles, longLines: LongLines) {
    this.#server = server;
    this.#longLines = longLines;
    this.#logs = logs;
    this.#files = files;
  }

  /** Of the log whose editor title was clicked, else of the active one; where its cursor stands. */
  async open(target: unknown): Promise<void> {
    const log = target instanceof Uri ? this.#logs.get(target) : activeLog(this.#logs);
    if (log === undefined || viewIn(log) !== undefined) {
      await window.showInformationMessage('Open a CloudTrail log first: the view shows the log in the active editor.');
      return;
    }
    const view = viewOf(log.uri);
    const range = selectionIn(log);
    await this.#show(view, {}, () => this.#server.ask(ViewPlaceRequest, { view: view.toString(), range }));
  }

  async revealInOriginal(): Promise<void> {
    const document = window.activeTextEditor?.document;
    const range = document && selectionIn(document);
    const place =
      document && range && (await this.#server.ask(OriginalPlaceRequest, { uri: document.uri.toString(), range }));
    if (place === undefined || place === null) {
      await window.showInformationMessage('This view shows a compressed log: there is no other text to go to.');
      return;
    }
    const editor = await window.showTextDocument(Uri.parse(place.uri, true), { preview: false });
    await this.#longLines.show(editor, rangeOf(place));
    select(editor, place);
  }

  /** Puts the view in another order in the place of the active one, at the same event. */
  async reorder(order: View['order']): Promise<void> {
    const editor = window.activeTextEditor;
    const shown = editor && viewIn(editor.document);
    if (editor === undefined || shown === undefined) {
      await window.showInformationMessage('Open the readable view of a log first: its records can be put in order.');
      return;
    }
    const from = editor.document.uri;
    const view = viewOf(logOf(shown), order === undefined ? {} : { order });
    const range = selectionIn(editor.document);
    const question = { view: view.toString(), from: from.toString(), range };
    const column = editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn };
    if (await this.#show(view, column, () => this.#server.ask(ViewPlaceRequest, question))) {
      await closeTabs(from);
    }
  }

  async openFiles(): Promise<void> {
    const picked = await window.showOpenDialog({
      title: 'Choose a Compressed CloudTrail Log',
      openLabel: 'Open',
      canSelectMany: true,
      filters: { 'Compressed logs': ['gz', 'zip'], 'All files': ['*'] },
    });
    await this.openThese(picked ?? []);
  }

  async openThese(files: readonly unknown[]): Promise<void> {
    for (const file of files) {
      if (file instanceof Uri) {
        await this.#show(viewOf(file), {}, async () => undefined);
      }
    }
  }

  /** Whether it could be shown. The cursor goes where the answer says, if anywhere. */
  async #show(
    view: Uri,
    options: TextDocumentShowOptions,
    ask: () => Promise<EventLocation | null | undefined>,
  ): Promise<boolean> {
    const failure = await this.#files.prepare(view);
    if (failure !== undefined) {
      await window.showErrorMessage(labelText(failure, 1000));
      return false;
    }
    const editor = await window.showTextDocument(view, { preview: false, ...options });
    // Where the cursor would go is a courtesy: the view is there without it, and who has moved it since knows better.
    const before = editor.selection;
    const place = await ask().catch(() => undefined);
    const isNowhere = place === undefined || place === null || rangeOf(place).isEqual(new Range(0, 0, 0, 0));
    if (!isNowhere && editor.selection.isEqual(before)) {
      select(editor, place);
    }
    return true;
  }
}

/** What is selected in the document's editor; its start where it has none. */
function selectionIn(document: TextDocument): EventLocation['range'] {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  const editor = editors.find((each) => each?.document === document);
  const { start, end } = editor?.selection ?? new Range(0, 0, 0, 0);
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

function rangeOf({ range: { start, end } }: EventLocation): Range {
  return new Range(new Position(start.line, start.character), new Position(end.line, end.character));
}

function select(editor: TextEditor, place: EventLocation): void {
  const range = rangeOf(place);
  editor.selection = new Selection(range.end, range.start);
  editor.revealRange(new Range(range.start, range.start), TextEditorRevealType.InCenterIfOutsideViewport);
}

async function closeTabs(uri: Uri): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const key = uri.toString();
  await window.tabGroups.close(
    tabs.filter(({ input }) => input instanceof TabInputText && input.uri.toString() === key),
    true,
  );
}
