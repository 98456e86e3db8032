import { type CancellationToken, ProgressLocation, Uri, window, workspace } from 'vscode';
import {
  type Case,
  hrefTo,
  InquiriesRequest,
  labelText,
  type SavedCase,
  type SavedPlace,
  savedCaseText,
} from '../../../server/src/wire/protocol';
import { folderOf } from '../browserAlone';
import { logOf, viewIn } from '../logs/views';
import type { CaseView } from './caseView';
import { fileHashes } from './fileHashes';

/** The end of the name of a case file, by which VS Code knows its form. */
const CASE_ENDING = '.workmail-case.json';

/** "Save Case…": what is looked at, how, and what was written on it, as a file in a place of the user's choice. The logs are not in it. */
export async function saveCase(view: CaseView): Promise<void> {
  const inputs = inputsOf(view);
  if (inputs.length === 0) {
    await window.showInformationMessage(
      'No log that is saved in a file is open, and no folder is inspected: a case would be about nothing.',
    );
    return;
  }
  const uri = await askWhere(inputs);
  if (uri === undefined) return;
  const text = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'Saving the case', cancellable: true },
    async (progress, token) => {
      const saved = await gathered(view, inputs, uri.toString(), token, (done) =>
        progress.report({ message: `${done} ${done === 1 ? 'file' : 'files'} hashed` }),
      );
      return saved && savedCaseText(saved);
    },
  );
  if (text === undefined) return;
  try {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  } catch (error) {
    view.server.fail('The case could not be saved there.', error);
    return;
  }
  void window.showInformationMessage(
    'The case is saved. It holds what you wrote and the hashes of the logs, but not the logs: keep or hand on both.',
  );
}

/** A log that is open or a place that is inspected. */
interface Input {
  readonly uri: Uri;
  readonly isFolder: boolean;
  readonly since?: string;
  readonly until?: string;
}

/** Of a readable view its log; what is saved nowhere can't be opened again. */
function inputsOf({ logs, places }: CaseView): readonly Input[] {
  const open = logs.all().map((document): Input => {
    const shown = viewIn(document);
    return { uri: shown === undefined ? document.uri : logOf(shown), isFolder: false };
  });
  const inspected = places.all().map(({ uri, isFolder, days }): Input => ({ uri, isFolder, ...days }));
  const all = new Map([...open, ...inspected].map((input) => [input.uri.toString(), input]));
  return Array.from(all.values()).filter(({ uri }) => uri.scheme !== 'untitled');
}

async function gathered(
  view: CaseView,
  inputs: readonly Input[],
  from: string,
  token: CancellationToken,
  tell: (done: number) => void,
): Promise<SavedCase | undefined> {
  const { server, model, lastQuestions, names, notes, tool } = view;
  const lists = names.all();
  const read = [...inputs.map(({ uri }) => uri), ...lists.map((list) => Uri.parse(list, true))];
  const files = await fileHashes(from, read, token, tell);
  if (files === undefined) return undefined;
  const answers = await server.ask(InquiriesRequest, {}, token);
  if (answers === undefined) return undefined;
  const written: Case = (await view.caseNotes.of(answers.sketch)) ?? { sketch: answers.sketch, entries: [] };
  return {
    saved: new Date().toISOString(),
    tool,
    filter: model.where ?? '',
    lastQuestions: lastQuestions.all(),
    groupBy: model.by,
    places: inputs.map(({ uri, ...place }): SavedPlace => ({ place: hrefTo(from, uri.toString()), ...place })),
    files,
    names: lists.map((list) => hrefTo(from, list)),
    notes: notes.kept().map(({ uri, ...note }) => ({ ...note, place: hrefTo(from, uri) })),
    ...written,
  };
}

async function askWhere(inputs: readonly Input[]): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const uri = await window.showSaveDialog({
    title: 'Where shall the case be kept?',
    saveLabel: 'Save Case',
    // VS Code looks at what stands behind the last point alone.
    filters: { 'Case of WorkMail Trail': ['json'] },
    ...(folder !== undefined && { defaultUri: Uri.joinPath(folder, `case${CASE_ENDING}`) }),
  });
  if (uri === undefined || !inputs.some((input) => liesBeside(uri, input))) return uri;
  const here = 'Save It There';
  const detail = labelText(
    'It would lie among the logs, and be one more file that whoever checks them has to explain.',
    500,
  );
  const chosen = await window.showWarningMessage('Save the case beside the evidence?', { modal: true, detail }, here);
  return chosen === here ? uri : undefined;
}

/** In a folder that is read, or in that of a log. */
function liesBeside(uri: Uri, { uri: input, isFolder }: Input): boolean {
  const folder = (isFolder ? input : folderOf(input))?.toString();
  const own = folderOf(uri)?.toString();
  if (folder === undefined || own === undefined) return false;
  return own === folder || (isFolder && own.startsWith(`${folder.replace(/\/$/, '')}/`));
}
