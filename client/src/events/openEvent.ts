import { commands, Disposable, Range, Selection, TextEditorRevealType, Uri, window } from 'vscode';
import {
  type EventItem,
  type EventLocation,
  labelText,
  OriginalPlaceRequest,
  ShowEventRequest,
  ViewPlaceRequest,
} from '../../../server/src/wire/protocol';
import type { LogServer } from '../logServer';
import type { ViewFiles } from '../logs/viewFiles';
import { viewIn, viewOf } from '../logs/views';
import type { LongLines } from './longLines';
import type { EventNode, GroupNode, PlaceNode } from './nodes';

/** The commands that open an event, or a file of events, in the one or the other of the two ways in which a log can be read. */
export function registerOpenEvent(server: LogServer, files: ViewFiles, longLines: LongLines): Disposable {
  const show = async (event: EventItem, find: (place: EventLocation) => Promise<EventLocation | undefined>) => {
    const place = await placeOf(server, event).catch(() => undefined);
    const found = place && (await find(place).catch(() => undefined));
    if (found === undefined) {
      await window.showInformationMessage('The event is no longer where it was: its log was closed or has changed.');
      return;
    }
    await select(found, files, longLines);
  };
  return Disposable.from(
    commands.registerCommand('workmailTrail.openEventInOriginal', ({ item }: EventNode) =>
      show(item, (place) => originalOf(server, place)),
    ),
    commands.registerCommand('workmailTrail.openEventInReadableView', ({ item }: EventNode) =>
      show(item, (place) => readableOf(server, files, place)),
    ),
    commands.registerCommand('workmailTrail.openFile', (node: PlaceNode | GroupNode) =>
      commands.executeCommand('vscode.open', fileOf(node)),
    ),
    commands.registerCommand('workmailTrail.openFileInReadableView', (node: PlaceNode | GroupNode) =>
      commands.executeCommand('workmailTrail.openAsReadableLog', fileOf(node)),
    ),
  );
}

/** The file of a place, or of a group by file. */
function fileOf(node: PlaceNode | GroupNode): Uri {
  return Uri.parse(node.kind === 'place' ? node.place.uri : node.group.key, true);
}

async function placeOf(server: LogServer, { uri, index, range }: EventItem): Promise<EventLocation | undefined> {
  return range !== null ? { uri, range } : ((await server.ask(ShowEventRequest, { uri, index })) ?? undefined);
}

async function originalOf(server: LogServer, place: EventLocation): Promise<EventLocation | undefined> {
  const isView = viewIn({ uri: Uri.parse(place.uri, true) }) !== undefined;
  return isView ? ((await server.ask(OriginalPlaceRequest, place)) ?? undefined) : place;
}

async function readableOf(
  server: LogServer,
  files: ViewFiles,
  { uri, range }: EventLocation,
): Promise<EventLocation | undefined> {
  const log = Uri.parse(uri, true);
  if (viewIn({ uri: log }) !== undefined) {
    return { uri, range };
  }
  const view = viewOf(log);
  const failure = await files.prepare(view);
  if (failure !== undefined) {
    await window.showErrorMessage(labelText(failure, 1000));
    return undefined;
  }
  return (await server.ask(ViewPlaceRequest, { view: view.toString(), range })) ?? undefined;
}

async function select({ uri, range: { start, end } }: EventLocation, files: ViewFiles, longLines: LongLines) {
  const document = Uri.parse(uri, true);
  if (viewIn({ uri: document }) !== undefined) {
    await files.prepare(document);
  }
  const editor = await window.showTextDocument(document, { preview: false });
  const range = new Range(start.line, start.character, end.line, end.character);
  await longLines.show(editor, range);
  editor.selection = new Selection(range.end, range.start);
  editor.revealRange(new Range(range.start, range.start), TextEditorRevealType.InCenterIfOutsideViewport);
}
