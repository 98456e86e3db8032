import { Disposable, TabInputText, type TextDocument, type Uri, window, workspace } from 'vscode';
import type { LogServer } from '../logServer';
import type { LogDocuments } from '../logs/logDocuments';
import type { Places } from './places';

/** VS Code keeps the text of a larger file from extensions. Bytes; it counts characters, so some files are in between. */
const handedOver = 50 * 1024 * 1024;

/**
 * Open logs that are too large for extensions: the tab shows the text, and nobody else gets it. Opening it is what asks for
 * its events, so the server reads the file by itself, for as long as the tab is open.
 */
export class LargeLogs implements Disposable {
  readonly #server: LogServer;
  readonly #places: Places;
  readonly #logs: LogDocuments;
  /** Files in tabs that were looked at, by their uris; true for those that the server was asked to read. */
  readonly #seen = new Map<string, { readonly uri: Uri; isRead: boolean }>();
  readonly #subscriptions: Disposable;

  constructor(server: LogServer, places: Places, logs: LogDocuments) {
    this.#server = server;
    this.#places = places;
    this.#logs = logs;
    this.#subscriptions = Disposable.from(
      window.tabGroups.onDidChangeTabs(() => this.#look()),
      logs.onDidFind((log) => this.#letGo(log)),
    );
    this.#look();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #look(): void {
    const shown = new Map(shownFiles().map((uri) => [uri.toString(), uri]));
    for (const [key, { uri, isRead }] of this.#seen) {
      if (!shown.has(key)) {
        this.#seen.delete(key);
        if (isRead) {
          void this.#places.forget(uri).catch(() => undefined);
        }
      }
    }
    for (const [key, uri] of shown) {
      if (!this.#seen.has(key)) {
        this.#seen.set(key, { uri, isRead: false });
        void this.#readIfLarge(uri);
      }
    }
  }

  async #readIfLarge(uri: Uri): Promise<void> {
    const size = await workspace.fs.stat(uri).then(
      (found) => found.size,
      () => 0,
    );
    const seen = this.#seen.get(uri.toString());
    if (seen === undefined || size <= handedOver || this.#isHandedOver(uri) || this.#places.has(uri)) {
      return;
    }
    seen.isRead = true;
    try {
      const place = { uri, isFolder: false, days: {} };
      await window.withProgress({ location: { viewId: 'workmailTrail.events' } }, () => this.#places.inspect(place));
    } catch (error) {
      this.#server.fail('The open file is too large for VS Code to hand over, and it could not be read.', error);
    }
  }

  #isHandedOver(uri: Uri): boolean {
    return (
      this.#logs.has(uri) || workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())
    );
  }

  /** It was not too large after all. */
  #letGo({ uri }: TextDocument): void {
    const seen = this.#seen.get(uri.toString());
    if (seen?.isRead === true) {
      seen.isRead = false;
      void this.#places.forget(uri).catch(() => undefined);
    }
  }
}

/** Files on this machine that tabs show as text. */
function shownFiles(): readonly Uri[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) => (input instanceof TabInputText && input.uri.scheme === 'file' ? input.uri : []));
}
