import { Disposable, EventEmitter, RelativePattern, type Uri, workspace } from 'vscode';
import type { Verified } from '../../../server/src/wire/protocol';

/** What was said of the logs of a folder. */
export type Verdict = Pick<Verified, 'words' | 'verdict'>;

/** What was said of folders that were verified. Each holds until a file of the folder changes. */
export class Verdicts implements Disposable {
  readonly #known = new Map<
    string,
    { readonly folder: Uri; readonly verdict: Verdict; readonly watcher: Disposable }
  >();
  readonly #changed = new EventEmitter<void>();

  readonly onDidChange = this.#changed.event;

  /** @param uri of the folder, as the server writes it */
  of(uri: string): Verdict | undefined {
    return this.#known.get(uri)?.verdict;
  }

  folders(): readonly Uri[] {
    return Array.from(this.#known.values(), ({ folder }) => folder);
  }

  keep(folder: Uri, verdict: Verdict): void {
    const key = folder.toString();
    this.#known.get(key)?.watcher.dispose();
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '**'));
    const forget = (): void => this.forget(folder);
    this.#known.set(key, {
      folder,
      verdict,
      watcher: Disposable.from(
        watcher,
        watcher.onDidChange(forget),
        watcher.onDidCreate(forget),
        watcher.onDidDelete(forget),
      ),
    });
    this.#changed.fire();
  }

  forget(folder: Uri): void {
    const key = folder.toString();
    const known = this.#known.get(key);
    if (known === undefined) return;
    this.#known.delete(key);
    known.watcher.dispose();
    this.#changed.fire();
  }

  dispose(): void {
    for (const { watcher } of this.#known.values()) watcher.dispose();
    this.#known.clear();
    this.#changed.dispose();
  }
}
