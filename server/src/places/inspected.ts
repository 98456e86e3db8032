import { type CancellationToken, type Connection, Emitter, type Event } from 'vscode-languageserver';
import { distinctOrders, type EventFacts, type EventRecord, type FieldOrder, windowBetween } from '../core/index';
import { type Analysis, factsAt, recordAt } from '../documents/analysis';
import type { EventLog } from '../documents/eventLog';
import { RequestIds } from '../documents/logIndex/requestIds';
import { OpenChunks } from '../documents/openChunks';
import { type ReadAgain, readLog } from '../documents/openLog';
import type { LogFiles, ScannedFile } from '../host/logFiles';
import type { Platform } from '../host/platform';
import { fileKey } from '../wire/fileKey';
import type { InspectedPlace } from '../wire/protocol';
import type { Settings } from '../wire/settings';
import type { DiskLogs } from './diskLogs';
import { Place, type PlaceRequest } from './place';
import { scannedFacts, scannedLog } from './scannedLog';

/** Between two tellings that a place is being read, in milliseconds: at least this, and more where there is more to show. */
const PATIENCE = 250;
const EVENTS_SHOWN_IN_A_MILLISECOND = 100;

interface Needs {
  readonly connection: Connection;
  readonly platform: Platform;
  readonly diskLogs: DiskLogs;
  readonly settings: Settings;
  /** Uri of a folder for what need not be read again next time; undefined: nothing is remembered. */
  readonly cacheFolder: string | undefined;
  /** What calls in any log that was read tell of lines of values that lack the names of their fields. */
  readonly orders: () => readonly FieldOrder[];
}

/** The files and folders on disk that the user asked to inspect: the one server-side state of logs that no editor holds. */
export class Inspected {
  readonly #connection: Connection;
  readonly #platform: Platform;
  readonly #diskLogs: DiskLogs;
  readonly #settings: Settings;
  readonly #cacheFolder: string | undefined;
  readonly #ordersOfAll: () => readonly FieldOrder[];
  readonly #places = new Map<string, Place>();
  readonly #changed = new Emitter<void>();
  readonly #read = new Emitter<string>();
  readonly #readAgain: ReadAgain = { requestIds: new RequestIds(), chunks: new OpenChunks() };
  #logs: readonly EventLog[] | undefined;
  #revision = 0;
  #told = Number.NEGATIVE_INFINITY;

  /** There is more or less to show of the places than before. */
  readonly onDidChange: Event<void> = this.#changed.event;
  /** A file was read as a whole, or let go of. Gives its uri. */
  readonly onDidReadFile: Event<string> = this.#read.event;

  constructor({ connection, platform, diskLogs, settings, cacheFolder, orders }: Needs) {
    this.#connection = connection;
    this.#platform = platform;
    this.#diskLogs = diskLogs;
    this.#settings = settings;
    this.#cacheFolder = cacheFolder;
    this.#ordersOfAll = orders;
  }

  /** Grows whenever something is told to have changed. */
  get revision(): number {
    return this.#revision;
  }

  /** In the order they were asked for. */
  get places(): readonly Place[] {
    return Array.from(this.#places.values());
  }

  place(uri: string): Place | undefined {
    return this.#places.get(fileKey(uri));
  }

  /** A file that was read as a whole. */
  analysis(uri: string): Analysis | undefined {
    return this.place(uri)?.analysis;
  }

  /** What calls in the logs of all places tell of lines of values that lack the names of their fields. */
  get orders(): readonly FieldOrder[] {
    return distinctOrders(this.places.flatMap(({ orders }) => orders));
  }

  /** The logs of all places, each once, in the order of their uris. */
  get logs(): readonly EventLog[] {
    this.#logs ??= this.#allLogs();
    return this.#logs;
  }

  /** A record of an inspected log with its event. Undefined when it is not there, or no longer as it was. */
  async record(uri: string, index: number, token: CancellationToken): Promise<EventRecord | undefined> {
    const log = await this.logOf(uri, index, token);
    return log && recordAt(log, index);
  }

  /**
   * The log that holds a record of an inspected place, read from disk where it is not at hand. Undefined when it cannot be
   * read any more, or has another record there than when it was inspected.
   */
  async logOf(uri: string, index: number, token: CancellationToken): Promise<Analysis | undefined> {
    const whole = this.analysis(uri);
    if (whole !== undefined) return whole;
    const found = this.#found(uri, index);
    const facts = found?.facts;
    const read = facts && (await this.#diskLogs.reread(uri, token, found.file.readWith));
    if (facts === undefined || read === undefined || 'failure' in read) return undefined;
    const now = factsAt(read.analysis, index);
    return now?.eventID === facts.eventID && now.eventTime === facts.eventTime ? read.analysis : undefined;
  }

  /**
   * Reads a place, in the stead of what was read of it before. Answers when that has ended, one way or another.
   *
   * @param tell hears now and then how far it is
   * @returns undefined where nothing is kept: for a file that is no log, where there are no files, and where the place was
   * forgotten or asked for again meanwhile
   */
  async inspect(
    request: PlaceRequest,
    token: CancellationToken,
    tell: (place: InspectedPlace) => void,
  ): Promise<InspectedPlace | undefined> {
    const { files } = this.#platform;
    if (files === undefined) return undefined;
    this.forget(request.uri);
    this.#diskLogs.forget();
    const place = new Place(request);
    this.#places.set(fileKey(request.uri), place);
    if (token.isCancellationRequested) place.stop.cancel();
    const subscription = token.onCancellationRequested(() => place.stop.cancel());
    const hear = (): void => {
      if (!this.#isCurrent(place) || !this.#isTime()) return;
      this.#told = this.#platform.now();
      this.#tell();
      tell(place.told());
    };
    this.#tell();
    try {
      const isKept = await (request.isFolder ? this.#readFolder(files, place, hear) : this.#readFile(place, hear));
      if (!isKept && this.#isCurrent(place)) this.#places.delete(fileKey(request.uri));
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#connection.console.error(`${request.uri} could not be read to its end. ${reason}`);
      place.state = 'partial';
      place.reasons = ['Reading ended early, because of a mistake in WorkMail Trail.'];
    } finally {
      subscription.dispose();
    }
    this.#tell();
    if (!this.#isCurrent(place)) return undefined;
    tell(place.told());
    return place.told();
  }

  /** Lets go of all that was read of a place, and ends its reading. */
  forget(uri: string): void {
    const key = fileKey(uri);
    const place = this.#places.get(key);
    if (place === undefined) return;
    this.#places.delete(key);
    place.stop.cancel();
    this.#tell();
    if (place.analysis !== undefined) this.#read.fire(place.request.uri);
  }

  dispose(): void {
    for (const place of this.#places.values()) place.stop.cancel();
  }

  async #readFolder(files: LogFiles, place: Place, hear: () => void): Promise<boolean> {
    const { uri, since, until } = place.request;
    const { token } = place;
    const window = windowBetween(since, until) ?? {};
    const { limits } = await this.#settings.of(uri);
    const { isPartial } = await files.scan(
      {
        roots: [uri],
        window,
        limits,
        keepsRows: true,
        ...(this.#cacheFolder !== undefined && { cacheFolder: this.#cacheFolder }),
      },
      (part) => {
        if (token.isCancellationRequested) return;
        place.take(part);
        hear();
      },
      token,
    );
    place.state = isPartial || token.isCancellationRequested ? 'partial' : 'complete';
    return true;
  }

  /** @returns false for a file that is no log */
  async #readFile(place: Place, hear: () => void): Promise<boolean> {
    const { uri } = place.request;
    const count = (records: number): void => {
      place.count(records);
      hear();
    };
    const read = await this.#diskLogs.read(uri, place.token, count, this.#ordersOfAll());
    if (read === undefined) {
      place.state = 'partial';
    } else if ('failure' in read) {
      place.state = 'failed';
      place.reasons = [read.failure];
    } else if (read.analysis.outline.container === 'none' || !this.#isCurrent(place)) {
      return false;
    } else {
      place.finish(
        read.analysis,
        read.notes.map(({ message }) => message),
      );
      this.#read.fire(uri);
    }
    return true;
  }

  #found(uri: string, index: number): { readonly file: ScannedFile; readonly facts: EventFacts } | undefined {
    const key = fileKey(uri);
    for (const { files } of this.#places.values()) {
      const file = files.find((each) => fileKey(each.uri) === key);
      const facts = file && scannedFacts(file, index);
      if (file !== undefined && facts !== undefined) return { file, facts };
    }
    return undefined;
  }

  /** Whether a place was not forgotten, nor read anew, in the meantime. */
  #isCurrent(place: Place): boolean {
    return this.place(place.request.uri) === place;
  }

  #isTime(): boolean {
    const events = this.places.reduce((sum, { files }) => sum + files.length, 0);
    return this.#platform.now() - this.#told >= Math.max(PATIENCE, events / EVENTS_SHOWN_IN_A_MILLISECOND);
  }

  #tell(): void {
    this.#logs = undefined;
    this.#revision++;
    this.#changed.fire();
  }

  #allLogs(): readonly EventLog[] {
    const logs = new Map<string, EventLog>();
    for (const { files, analysis, reasons } of this.#places.values()) {
      for (const file of files) logs.set(fileKey(file.uri), scannedLog(file, this.#platform.files));
      if (analysis !== undefined) logs.set(fileKey(analysis.uri), readLog(analysis, this.#readAgain, reasons));
    }
    return Array.from(logs)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([, log]) => log);
  }
}
