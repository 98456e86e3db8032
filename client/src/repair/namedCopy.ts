import { EndOfLine, languages, type TextDocument, TextEdit, Uri, WorkspaceEdit, workspace } from 'vscode';
import { logOf, viewIn } from '../logs/views';

/** What a copy is called: the word in brackets, and a name in the place of the log's own. */
export interface CopyName {
  readonly word: string;
  readonly name?: string;
}

/** Names that were tried and are taken, until a name without a number would be better. */
const attempts = 50;

/**
 * An empty untitled document that is called after a log, `stolen-key (repaired).json`, and would be saved beside it: nothing is
 * written before the user does that. No file of that name is there, and no other document. Where the log lies in no folder and
 * none is open, it is called as VS Code calls it, and VS Code asks where to save it.
 */
export async function openNamedCopy(log: TextDocument, called: CopyName = { word: 'repaired' }): Promise<TextDocument> {
  const view = viewIn(log);
  const original = view === undefined ? log.uri : logOf(view);
  const folder = folderOf(original);
  for (let number = 1; folder !== undefined && number <= attempts; number++) {
    const uri = copyUri(folder, original, log.languageId, number, called);
    // VS Code refuses a name that a file has, and gives what is open under one.
    const copy = await Promise.resolve(workspace.openTextDocument(uri)).catch(() => undefined);
    if (copy !== undefined && copy.version === 1 && copy.getText() === '') {
      return copy.languageId === log.languageId ? copy : languages.setTextDocumentLanguage(copy, log.languageId);
    }
  }
  return workspace.openTextDocument({ language: log.languageId });
}

/** Puts a text into an empty document, its line breaks as they are. */
export async function fill({ uri, positionAt }: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  const breaks = text.includes('\r\n') ? EndOfLine.CRLF : EndOfLine.LF;
  edit.set(uri, [TextEdit.setEndOfLine(breaks), TextEdit.insert(positionAt(0), text)]);
  await workspace.applyEdit(edit);
}

function copyUri(folder: Uri, original: Uri, languageId: string, number: number, { word, name }: CopyName): Uri {
  const file = (name ?? original.path.slice(original.path.lastIndexOf('/') + 1)).replace(/\.(?:gz|zip)$/i, '');
  const [, stem = file, ending = endings.get(languageId) ?? ''] = /^(.+)(\.[^.]+)$/.exec(file) ?? [];
  const copy = `${stem} (${word}${number === 1 ? '' : ` ${number}`})${ending}`;
  return Uri.joinPath(folder, copy).with({ scheme: 'untitled', authority: '', query: '', fragment: '' });
}

/** Of a log that lies on no disk of the machine, the folder that is open, if there is one. */
function folderOf(log: Uri): Uri | undefined {
  const isFile = log.scheme === 'file' || log.scheme === 'vscode-remote';
  return isFile ? Uri.joinPath(log, '..') : workspace.workspaceFolders?.[0]?.uri;
}

/** What a log without a file name is saved as. */
const endings: ReadonlyMap<string, string> = new Map([
  ['json', '.json'],
  ['jsonc', '.jsonc'],
  ['jsonl', '.jsonl'],
  ['csv', '.csv'],
  ['tsv', '.tsv'],
  ['log', '.log'],
  ['plaintext', '.txt'],
]);
