import type { Memento } from 'vscode';

const remembered = 'workmailTrail.names';

/**
 * Which files of names belong to the case of this workspace. Only where they are is kept: the names stay in the files, wherever the
 * user has put them, and are read anew when the window opens.
 */
export class RememberedNames {
  readonly #memento: Memento;

  constructor(memento: Memento) {
    this.#memento = memento;
  }

  /** Their uris, in the order they were added. */
  all(): readonly string[] {
    const kept: unknown = this.#memento.get(remembered);
    return Array.isArray(kept) ? kept.filter((uri) => typeof uri === 'string') : [];
  }

  /** Puts some behind those that are there; each is there once. */
  async add(uris: readonly string[]): Promise<void> {
    await this.#memento.update(remembered, [...this.all().filter((uri) => !uris.includes(uri)), ...uris]);
  }

  async forget(): Promise<void> {
    await this.#memento.update(remembered, undefined);
  }
}
