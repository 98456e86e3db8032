import { CancellationTokenSource } from 'vscode-languageserver';
import { allRecords, distinctOrders, type FieldOrder } from '../core/index';
import { type Analysis, allFacts } from '../documents/analysis';
import { ordersIn } from '../documents/ordersIn';
import type { ScannedFile, ScanPart } from '../host/logFiles';
import { fileKey } from '../wire/fileKey';
import { nameBelow } from '../wire/placeNames';
import type { InspectedPlace } from '../wire/protocol';
import { DistinctEvents, distinctEventsOf } from './distinctEvents';
import { type InputSeen, inputSeen } from './inputSeen';
import { ScanCollector } from './scanSummary';

/** What is asked of a place. */
export type PlaceRequest = Pick<InspectedPlace, 'uri' | 'isFolder' | 'since' | 'until'>;

/** A file or folder on disk, and what has been read of it so far. Read again, it is a new one. */
export class Place {
  readonly request: PlaceRequest;
  readonly stop = new CancellationTokenSource();
  /** Read at once: a source that is called off twice before anybody has read its token throws. */
  readonly token = this.stop.token;
  state: InspectedPlace['state'] = 'reading';
  reasons: readonly string[] = [];
  /** Of a file, once it is read as a whole. */
  analysis: Analysis | undefined;
  /** Of a folder: the files with records. */
  readonly files: ScannedFile[] = [];
  /** Of a folder: what the reports on it are made of. */
  readonly collector: ScanCollector;
  /** Of a folder: what is told of all its files as inputs of a report. */
  readonly inputs: InputSeen[] = [];
  /** What calls in it tell of lines of values that lack the names of their fields. */
  orders: readonly FieldOrder[] = [];
  readonly #seen = new Set<string>();
  readonly #outcomes = { read: 0, partly: 0, skipped: 0 };
  #found = 0;
  #records = 0;
  /** Events of WorkMail: of a folder, and of a file that was read as a whole. */
  readonly #inFolder = new DistinctEvents();
  #inFile = 0;
  /** Records of WorkMail's own logs. */
  #own = 0;

  constructor(request: PlaceRequest) {
    this.request = request;
    this.collector = new ScanCollector((uri) => nameBelow(request.uri, uri));
  }

  /** Adds what a scan of a folder has come to know. */
  take(part: ScanPart): void {
    if (part.kind === 'found') {
      this.#found = part.files;
      return;
    }
    for (const file of part.files) this.#add(file);
  }

  /** Counts records of a file while it is read. */
  count(records: number): void {
    this.#records += records;
  }

  /** Takes a file that was read as a whole. */
  finish(analysis: Analysis, reasons: readonly string[]): void {
    this.analysis = analysis;
    this.orders = distinctOrders(ordersIn(analysis));
    this.reasons = reasons;
    this.state = 'complete';
    this.#found = 1;
    this.#outcomes[reasons.length === 0 ? 'read' : 'partly'] = 1;
    this.#records = analysis.recordCount;
    this.#own = 0;
    for (const { service } of allFacts(analysis)) if (service === 'own') this.#own++;
    this.#inFile = distinctEventsOf(() => allFacts(analysis));
  }

  /** Whether a file was met in this place, whatever became of it. */
  holds(uri: string): boolean {
    return this.#seen.has(fileKey(uri)) || fileKey(this.request.uri) === fileKey(uri);
  }

  told(): InspectedPlace {
    return {
      ...this.request,
      state: this.state,
      found: this.#found,
      ...this.#outcomes,
      records: this.#records,
      workmail: this.#inFolder.count + this.#inFile,
      ...(this.#own > 0 && { own: this.#own }),
      reasons: this.reasons,
    };
  }

  #add(file: ScannedFile): void {
    const { uri, outcome, counts, events, tellsOrders = [] } = file;
    this.collector.add(file);
    this.#seen.add(fileKey(uri));
    this.inputs.push(inputSeen(file));
    this.#outcomes[outcome]++;
    this.#records += allRecords(counts);
    this.#own += counts.own ?? 0;
    this.#inFolder.add(file);
    if (tellsOrders.length > 0) this.orders = distinctOrders([...this.orders, ...tellsOrders]);
    if (events.length > 0 || file.stretches.length > 0) this.files.push(file);
  }
}
