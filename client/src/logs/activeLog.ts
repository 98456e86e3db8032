import { Disposable, type TextDocument, window } from 'vscode';
import type { ContextKeys } from '../contextKeys';
import type { Places } from '../places/places';
import { isExcerpt } from './candidates';
import type { LogDocuments } from './logDocuments';
import { hasOriginal, viewIn } from './views';

/** The log in the active editor; undefined where that shows an excerpt, too. */
export function activeLog(logs: LogDocuments): TextDocument | undefined {
  const document = shownLog(logs);
  return document === undefined || isExcerpt(document) ? undefined : document;
}

/** What of logs is in the active editor: one of them, or an excerpt. */
function shownLog(logs: LogDocuments): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document === undefined ? undefined : logs.get(document.uri);
}

/** Keeps up to date what menus and the welcome view ask of the logs: is one open, does the active editor show one. */
export function trackLogs(logs: LogDocuments, places: Places, keys: ContextKeys): Disposable {
  const update = () => {
    const isNothingThere = logs.size === 0 && places.size === 0;
    keys.noLogIsOpen.set(isNothingThere);
    keys.logIsOpen.set(!isNothingThere);
    const log = activeLog(logs);
    const view = log && viewIn(log);
    keys.activeEditorIsLog.set(log !== undefined);
    keys.activeEditorIsView.set(view !== undefined);
    const shown = shownLog(logs);
    const excerpt = shown !== undefined && isExcerpt(shown);
    keys.activeEditorIsExcerpt.set(excerpt);
    keys.viewHasOriginal.set(excerpt || (view !== undefined && hasOriginal(view)));
    keys.viewIsByTime.set(view?.order === 'time');
    keys.viewIsAsWritten.set(view !== undefined && view.order === undefined && view.around === undefined);
  };
  update();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(update),
    logs.onDidFind(update),
    logs.onDidClose(update),
    places.onDidChange(update),
  );
}
