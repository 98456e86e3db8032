import { Disposable, type TextDocument, window } from 'vscode';
import type { ContextKeys } from '../contextKeys';
import type { Places } from '../places/places';
import type { LogDocuments } from './logDocuments';

/** The log in the active editor. */
export function activeLog(logs: LogDocuments): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document === undefined ? undefined : logs.get(document.uri);
}

/** Keeps up to date what menus and the welcome view ask of the logs: is one open, does the active editor show one. */
export function trackLogs(logs: LogDocuments, places: Places, keys: ContextKeys): Disposable {
  const update = () => {
    keys.noLogIsOpen.set(logs.size === 0 && places.size === 0);
    keys.activeEditorIsLog.set(activeLog(logs) !== undefined);
  };
  update();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(update),
    logs.onDidFind(update),
    logs.onDidClose(update),
    places.onDidChange(update),
  );
}
