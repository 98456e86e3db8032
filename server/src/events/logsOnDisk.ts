import type { Analysis } from '../documents/analysis';
import type { EventLog } from '../documents/eventLog';
import type { Inspected } from '../places/inspected';
import { fileKey } from '../wire/fileKey';
import { readViewUri } from '../wire/viewUri';
import { RowsTogether } from './rowsTogether';

/** Logs on disk, and their events once they are collected. */
interface OnDisk {
  readonly logs: readonly EventLog[];
  readonly events: Promise<RowsTogether>;
}

/** Logs of inspected places but for those that are open. What has not changed is not collected again. */
export class LogsOnDisk {
  readonly #inspected: Inspected;
  readonly #toEnd: (work: Generator<void, RowsTogether>) => Promise<RowsTogether>;
  #last: (OnDisk & { readonly revision: number; readonly hidden: string }) | undefined;

  /** @param toEnd does work to its end, whoever waits for it */
  constructor(inspected: Inspected, toEnd: (work: Generator<void, RowsTogether>) => Promise<RowsTogether>) {
    this.#inspected = inspected;
    this.#toEnd = toEnd;
  }

  /** @param open a file that is open is told of as it is in the editor */
  beside(open: readonly Analysis[]): OnDisk {
    const shown = new Set(open.map(({ uri }) => fileKey(readViewUri(uri)?.log ?? uri)));
    const all = this.#inspected.logs;
    const { revision } = this.#inspected;
    const hiding = all.filter(({ uri }) => shown.has(fileKey(uri)));
    const hidden = hiding.map(({ uri }) => uri).join(' ');
    if (this.#last?.revision === revision && this.#last.hidden === hidden) return this.#last;
    const logs = hiding.length === 0 ? all : all.filter((log) => !hiding.includes(log));
    this.#last = { revision, hidden, logs, events: this.#toEnd(RowsTogether.collect(logs, 0)) };
    return this.#last;
  }
}
