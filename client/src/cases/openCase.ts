import { type CancellationToken, commands, FileType, ProgressLocation, Uri, window, workspace } from 'vscode';
import {
  type ManifestChange,
  manifestChanges,
  readSavedCase,
  type SavedCase,
  uriBehind,
} from '../../../server/src/wire/protocol';
import { inspectVisibly } from '../places/commands';
import type { CaseView } from './caseView';
import { changedWords, openedWords, openingWords, type Reach } from './caseWords';
import { fileHashes } from './fileHashes';

/** Bytes. A larger file is no case, and would fill the memory before anybody could say so. */
const LARGEST = 64 * 1024 * 1024;

/** "Open Case…": the logs of a case file, filtered and named as they were, with what was written on them; and what has changed in them since. */
export async function openCase(view: CaseView, asked?: Uri): Promise<void> {
  const uri = asked ?? (await askFile());
  const saved = uri && (await readCase(uri));
  if (uri === undefined || saved === undefined) return;
  const reach = await reachOf(uri, saved);
  const { message, detail } = openingWords(saved, reach);
  const open = 'Open Case';
  if ((await window.showInformationMessage(message, { modal: true, detail }, open)) !== open) return;
  const changes = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'Comparing the logs with the case', cancellable: true },
    (progress, token) =>
      changesIn(uri, saved, reach, token, (done) => progress.report({ message: `${done} files hashed` })),
  );
  try {
    await restore(view, saved, reach, changes);
  } catch (error) {
    view.server.fail('The case could not be opened to its end.', error);
  }
}

async function askFile(): Promise<Uri | undefined> {
  const [uri] =
    (await window.showOpenDialog({
      title: 'Open a Case',
      openLabel: 'Open Case',
      filters: { 'Case of WorkMail Trail': ['json'] },
    })) ?? [];
  return uri;
}

/** Undefined where it is none; the user has been told why, and nothing is changed. */
async function readCase(uri: Uri): Promise<SavedCase | undefined> {
  let read: SavedCase | string;
  try {
    const { size } = await workspace.fs.stat(uri);
    read = size > LARGEST ? 'It is too large: no case is.' : readSavedCase(textOf(await workspace.fs.readFile(uri)));
  } catch {
    read = 'It could not be read.';
  }
  if (typeof read !== 'string') return read;
  await window.showErrorMessage(`This case was not opened. ${read}`);
  return undefined;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** What of a case is where it says. Nothing of it is opened to find that out, and nothing on another machine is asked for. */
async function reachOf(uri: Uri, { places, names }: SavedCase): Promise<Reach> {
  const from = uri.toString();
  const found = await Promise.all(
    places.map(async (place) => {
      const lies = await there(from, place.place, place.isFolder);
      return { place, uri: lies };
    }),
  );
  const lists = await Promise.all(names.map(async (name) => ({ name, uri: await there(from, name, false) })));
  return {
    places: found.flatMap(({ place, uri: lies }) => (lies === undefined ? [] : [{ ...place, uri: lies }])),
    names: lists.flatMap(({ uri: lies }) => lies ?? []),
    missing: [...found.filter(({ uri: lies }) => lies === undefined).map(({ place }) => place.place)].concat(
      lists.filter(({ uri: lies }) => lies === undefined).map(({ name }) => name),
    ),
  };
}

async function there(from: string, href: string, isFolder: boolean): Promise<Uri | undefined> {
  try {
    const uri = uriBehind(from, href);
    if (uri === undefined) return undefined;
    const parsed = Uri.parse(uri, true);
    const { type } = await workspace.fs.stat(parsed);
    return ((type & FileType.Directory) !== 0) === isFolder ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined where somebody did not want to wait. */
async function changesIn(
  uri: Uri,
  { files }: SavedCase,
  { places, names }: Reach,
  token: CancellationToken,
  tell: (done: number) => void,
): Promise<readonly ManifestChange[] | undefined> {
  const now = await fileHashes(uri.toString(), [...places.map((place) => place.uri), ...names], token, tell);
  // The case itself may lie in a folder of it.
  const own = `./${uri.path.slice(uri.path.lastIndexOf('/') + 1)}`;
  return now && manifestChanges(files, now).filter(({ file }) => decodeURIComponent(file) !== own);
}

async function restore(
  view: CaseView,
  saved: SavedCase,
  { places, names, missing }: Reach,
  changes: readonly ManifestChange[] | undefined,
): Promise<void> {
  const { server, places: inspected, lastQuestions, notes, caseNotes } = view;
  // Last asked first: what is added last stands in front.
  for (const question of [...saved.lastQuestions].reverse()) await lastQuestions.add(question);
  await commands.executeCommand('workmailTrail.groupEvents', saved.groupBy);
  await commands.executeCommand('workmailTrail.filterEvents', saved.filter);
  const byHref = new Map(places.map(({ place, uri }) => [place, uri.toString()]));
  const otherNotes = await notes.take(
    saved.notes.map(({ place, ...note }) => ({ ...note, uri: byHref.get(place) ?? place })),
  );
  const isWritten = saved.sketch.length > 0 && saved.entries.length > 0;
  const replaced = isWritten ? await caseNotes.take({ sketch: saved.sketch, entries: saved.entries }) : 0;
  if (names.length > 0) await commands.executeCommand('workmailTrail.addNames', names);
  for (const { uri, isFolder } of places)
    if (!isFolder) await commands.executeCommand('vscode.open', uri, { preview: false });
  for (const { uri, isFolder, since, until } of places) {
    if (!isFolder) continue;
    const days = { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
    await inspectVisibly(server, inspected, { uri, isFolder, days });
  }
  const opened = openedWords({ otherNotes, replaced, missing: missing.length });
  const { message, detail } = changedWords(changes);
  if (changes?.length === 0) void window.showInformationMessage(`${message} ${opened}`.trim());
  else
    await window.showWarningMessage(message, {
      modal: true,
      detail: [detail, opened].filter((t) => t !== '').join('\n\n'),
    });
}
