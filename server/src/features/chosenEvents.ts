import { fileKey } from '../wire/fileKey';
import type { EventAt } from '../wire/protocol';

/** Some events of several logs, to be asked of others whether they are among them. */
export class ChosenEvents {
  readonly #byLog = new Map<string, { readonly uri: string; readonly indices: Set<number> }>();

  constructor(events: readonly EventAt[]) {
    for (const { uri, index } of events) {
      const key = fileKey(uri);
      const known = this.#byLog.get(key);
      if (known === undefined) this.#byLog.set(key, { uri, indices: new Set([index]) });
      else known.indices.add(index);
    }
  }

  has(uri: string, index: number): boolean {
    return this.#byLog.get(fileKey(uri))?.indices.has(index) === true;
  }

  /** Log by log, in the order in which their first events were chosen. */
  get logs(): Iterable<{ readonly uri: string; readonly indices: ReadonlySet<number> }> {
    return this.#byLog.values();
  }
}
