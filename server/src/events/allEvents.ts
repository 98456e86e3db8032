import { CancellationToken } from 'vscode-languageserver';
import { EventsTogether, type Together } from '../core/index';
import type { Analysis } from '../documents/analysis';
import type { Documents } from '../documents/documents';
import { type EventLog, openLog } from '../documents/eventLog';
import { RequestIds } from '../documents/logIndex/requestIds';
import { drain } from '../host/cooperate';
import type { Platform } from '../host/platform';
import type { Inspected } from '../places/inspected';
import { fileKey } from '../wire/fileKey';
import { readViewUri } from '../wire/viewUri';
import { RowsTogether } from './groupedRows';
import { MergedEvents } from './mergedEvents';

/** Logs on disk, and their events once they are collected. */
interface OnDisk {
  readonly revision: number;
  readonly hidden: string;
  readonly logs: readonly EventLog[];
  readonly events: Promise<EventsTogether>;
}

/** The events of all open logs and inspected places, for whoever asks. What has not changed is not collected again. */
export class AllEvents {
  readonly #documents: Documents;
  readonly #inspected: Inspected;
  readonly #platform: Platform;
  readonly #requestIds = new RequestIds();
  #onDisk: OnDisk | undefined;
  #merged: MergedEvents | undefined;

  constructor(documents: Documents, inspected: Inspected, platform: Platform) {
    this.#documents = documents;
    this.#inspected = inspected;
    this.#platform = platform;
  }

  /** Grows whenever something is told to have changed. */
  get revision(): number {
    return this.#documents.revision + this.#inspected.revision;
  }

  /** With the newest version of every open log, which is waited for, and what has been read of the places by then. */
  async now(token: CancellationToken): Promise<MergedEvents> {
    while (true) {
      const open = await this.#documents.all(token);
      const { revision } = this;
      if (this.#merged?.revision === revision) return this.#merged;
      const ofDocuments = this.#documents.revision;
      const { logs, events } = this.#eventsOnDisk(open);
      const onDisk = await events;
      const rows = await this.#toEnd(RowsTogether.collect(open, logs.length, this.#requestIds));
      if (ofDocuments !== this.#documents.revision) continue;
      this.#merged = new MergedEvents([...logs, ...open.map(openLog)], onDisk, rows, revision);
      return this.#merged;
    }
  }

  #eventsOnDisk(open: readonly Analysis[]): OnDisk {
    const shown = new Set(open.map(({ uri }) => fileKey(readViewUri(uri)?.log ?? uri)));
    const all = this.#inspected.logs;
    const { revision } = this.#inspected;
    // A file that is open is told of as it is in the editor.
    const hidden = all.filter(({ uri }) => shown.has(fileKey(uri)));
    const names = hidden.map(({ uri }) => uri).join(' ');
    if (this.#onDisk?.revision === revision && this.#onDisk.hidden === names) return this.#onDisk;
    const logs = hidden.length === 0 ? all : all.filter((log) => !hidden.includes(log));
    this.#onDisk = { revision, hidden: names, logs, events: this.#toEnd(eventsOf(logs)) };
    return this.#onDisk;
  }

  /** To the end, whoever is still waiting for it: the next one will. */
  async #toEnd<T extends Together>(work: Generator<void, T>): Promise<T> {
    const collected = await drain(work, this.#platform, CancellationToken.None, () => undefined);
    if (collected === undefined) throw new Error('Collecting events was called off, and nobody may do that.');
    return collected;
  }
}

function eventsOf(logs: readonly EventLog[]): Generator<void, EventsTogether> {
  const facts = logs.map((log) => log.facts);
  return EventsTogether.collect(facts, 0);
}
