import { CancellationTokenSource } from 'vscode-languageserver';
import { distinctKey, type EventFacts, isWitness, requestKey } from '../core/index';
import { type Analysis, allFacts } from '../documents/analysis';
import type { ScannedFile, ScanPart } from '../host/logFiles';
import { fileKey } from '../wire/fileKey';
import { nameBelow } from '../wire/placeNames';
import type { InspectedPlace } from '../wire/protocol';
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
  readonly #seen = new Set<string>();
  readonly #outcomes = { read: 0, partly: 0, skipped: 0 };
  #found = 0;
  #records = 0;
  /** What tells the WorkMail events apart. */
  readonly #workmail = new Set<string>();
  /** What witnesses of calls have in common with them, by what tells the witnesses apart; empty for nearly all places. */
  readonly #witnesses = new Map<string, string>();

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
    this.reasons = reasons;
    this.state = 'complete';
    this.#found = 1;
    this.#outcomes[reasons.length === 0 ? 'read' : 'partly'] = 1;
    this.#records = analysis.recordCount;
    this.#countEvents(analysis.uri, allFacts(analysis));
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
      workmail: this.#workmail.size - this.#joined(),
      reasons: this.reasons,
    };
  }

  #add(file: ScannedFile): void {
    const { uri, outcome, counts, events } = file;
    this.collector.add(file);
    this.#seen.add(fileKey(uri));
    this.#outcomes[outcome]++;
    this.#records += counts.workmail + counts.malformed + counts.other;
    this.#countEvents(uri, events);
    if (events.length > 0 || file.stretches.length > 0) this.files.push(file);
  }

  #countEvents(uri: string, events: Iterable<EventFacts>): void {
    for (const facts of events) {
      if (facts.service === 'other') continue;
      // Without an eventID it is its place that tells an event apart.
      const key = distinctKey({ log: 0, facts });
      const own = facts.eventID === '' ? `${key} ${uri}` : key;
      this.#workmail.add(own);
      const request = isWitness(facts) ? requestKey(facts) : undefined;
      if (request !== undefined) this.#witnesses.set(own, request);
    }
  }

  /** How many witnesses only tell of a call that is here, too. */
  #joined(): number {
    if (this.#witnesses.size === 0) return 0;
    const requests = new Set<string>();
    for (const facts of this.#events()) if (!isWitness(facts)) requests.add(requestKey(facts) ?? '');
    let joined = 0;
    for (const request of this.#witnesses.values()) if (requests.has(request)) joined++;
    return joined;
  }

  *#events(): Generator<EventFacts> {
    for (const { events } of this.files) yield* events;
    if (this.analysis !== undefined) yield* allFacts(this.analysis);
  }
}
