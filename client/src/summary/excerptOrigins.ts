import type { TextEditor, Uri } from 'vscode';
import type { EventOrigin } from '../../../server/src/wire/protocol';

/** Where the events of excerpts come from: of the JSON behind the numbers of reports, by its uri. */
export class ExcerptOrigins {
  readonly #origins = new Map<string, readonly EventOrigin[]>();

  /** @param origins in the order of their lines */
  keep(uri: Uri, origins: readonly EventOrigin[]): void {
    this.#origins.set(uri.toString(), origins);
  }

  forget(uri: Uri): void {
    this.#origins.delete(uri.toString());
  }

  /** Of the event that the cursor of an editor stands in; undefined where that shows no excerpt, or an empty one. */
  at({ document, selection }: TextEditor): EventOrigin | undefined {
    const { line } = selection.active;
    const origins = this.#origins.get(document.uri.toString()) ?? [];
    return origins.filter((origin) => origin.line <= line).at(-1) ?? origins[0];
  }
}
