import { CancellationTokenSource, type Disposable, EventEmitter, type Uri } from 'vscode';
import {
  ForgetPlaceRequest,
  type InspectedPlace,
  InspectProgress,
  InspectRequest,
} from '../../../server/src/wire/protocol';
import type { LogServer } from '../logServer';

/** Days as `YYYY-MM-DD`, inclusive; an absent end is open. */
export interface Days {
  readonly since?: string;
  readonly until?: string;
}

/** Files and folders to be read from disk, each with what is asked of it. */
export interface PlaceToInspect {
  readonly uri: Uri;
  readonly isFolder: boolean;
  readonly days: Days;
}

/**
 * The files and folders that are being read from disk or were. What is known of them, the server says; here is what was
 * asked, so that it can be stopped and asked again. Nothing is ever read that nobody asked for.
 */
export class Places implements Disposable {
  readonly #server: LogServer;
  readonly #asked = new Map<string, PlaceToInspect>();
  readonly #reading = new Map<string, CancellationTokenSource>();
  readonly #changed = new EventEmitter<void>();
  #timesRead = 0;

  /** A place has come or gone. */
  readonly onDidChange = this.#changed.event;

  constructor(server: LogServer) {
    this.#server = server;
  }

  has(uri: Uri): boolean {
    return this.#asked.has(uri.toString());
  }

  /** What was asked of a place, so that it can be asked again. */
  asked(uri: Uri): PlaceToInspect | undefined {
    return this.#asked.get(uri.toString());
  }

  get size(): number {
    return this.#asked.size;
  }

  /** How often any of them was read: what was answered before is no answer about what was read since. */
  get timesRead(): number {
    return this.#timesRead;
  }

  /** Whether any of them is being read. */
  get isReading(): boolean {
    return this.#reading.size > 0;
  }

  /** Whether this one is being read. */
  isReadingOf(uri: Uri): boolean {
    return this.#reading.has(uri.toString());
  }

  /** In the order they were asked for. */
  all(): readonly PlaceToInspect[] {
    return [...this.#asked.values()];
  }

  /**
   * Reads a place, anew where it was read before.
   *
   * @param hear how far it is, a few times a second
   * @returns what was read at its end, or when it was stopped; `nothing` for a file that is no log and for a window without
   * files on a disk; undefined when it was forgotten or asked for anew meanwhile. Rejects when the server fails
   */
  async inspect(
    place: PlaceToInspect,
    hear: (read: InspectedPlace) => void = () => undefined,
  ): Promise<InspectedPlace | 'nothing' | undefined> {
    const key = place.uri.toString();
    this.#reading.get(key)?.cancel();
    const stop = new CancellationTokenSource();
    this.#asked.set(key, place);
    this.#reading.set(key, stop);
    this.#changed.fire();
    const progress = this.#server.hear(InspectProgress, hear);
    let read: InspectedPlace | undefined;
    try {
      const question = { uri: key, isFolder: place.isFolder, ...place.days, workDoneToken: progress.token };
      read = (await this.#server.ask(InspectRequest, question, stop.token)) ?? undefined;
    } finally {
      progress.dispose();
      if (this.#reading.get(key) === stop && read === undefined) {
        this.#asked.delete(key);
      }
    }
    if (this.#reading.get(key) !== stop) {
      return undefined;
    }
    this.#reading.delete(key);
    this.#timesRead++;
    this.#changed.fire();
    return read ?? 'nothing';
  }

  /** Ends the reading of a place; what is read stays. */
  stop(uri: Uri): void {
    this.#reading.get(uri.toString())?.cancel();
  }

  /** Lets go of all that was read of a place. */
  async forget(uri: Uri): Promise<void> {
    const key = uri.toString();
    this.#reading.get(key)?.cancel();
    this.#reading.delete(key);
    if (this.#asked.delete(key)) {
      this.#changed.fire();
    }
    await this.#server.ask(ForgetPlaceRequest, { uri: key });
  }

  dispose(): void {
    for (const reading of this.#reading.values()) {
      reading.cancel();
    }
    this.#changed.dispose();
  }
}
