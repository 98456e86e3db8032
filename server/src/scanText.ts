import {
  addCounts,
  analyze,
  createIntern,
  type EventFacts,
  factsOf,
  heapOf,
  type LogCounts,
  mayLieIn,
  noCounts,
  type OtherRecords,
} from './core';
import type { ScannedFile, ScanRequest, ServiceChoice, TextRange } from './logFiles';
import { rangesIn } from './textRanges';

/** What a scan asks of every record. */
export type ScanQuestion = Pick<ScanRequest, 'service' | 'window'>;

/** What is in a text, as a scan tells of it. */
export type ScannedText = Pick<
  ScannedFile,
  'container' | 'counts' | 'malformed' | 'others' | 'first' | 'last' | 'outside' | 'events' | 'ranges'
> & {
  /** For a text that is no CloudTrail log: what it is, if it is known. */
  readonly kind: string | undefined;
};

/** Reads all records of a text, and keeps of them what a scan asks for. */
export function scanText(text: string, { service = 'workmail', window = {} }: ScanQuestion): ScannedText {
  const found = new Found();
  const intern = createIntern();
  const reading = analyze(text);
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done) return { ...found.told(text), container: next.value.container, kind: next.value.kind };
    const facts = factsOf(next.value, intern);
    if (!mayLieIn(window, facts)) found.outside++;
    else found.add(facts, isWanted(service, facts));
  }
}

/** Whether a scan that asks for a service keeps an event. A record too damaged to tell whose it is may be anybody's. */
export function isWanted(service: ServiceChoice, facts: EventFacts): boolean {
  return isOfService(service, facts) || (facts.malformed === 'syntax' && facts.eventSource === '');
}

export function isOfService(service: ServiceChoice, facts: EventFacts): boolean {
  if (service === 'all') return true;
  return service === 'workmail' ? facts.service !== 'other' : facts.eventSource.toLowerCase() === service;
}

/** What has been found in a text so far. */
export class Found {
  outside = 0;
  #counts: LogCounts = noCounts;
  readonly #malformed = { syntax: 0, schema: 0 };
  readonly #others = new Map<string, OtherRecords>();
  readonly #events: EventFacts[] = [];
  #first: number | undefined;
  #last: number | undefined;

  add(facts: EventFacts, isKept: boolean): void {
    this.#counts = addCounts(this.#counts, { ...noCounts, [heapOf(facts)]: 1 });
    if (facts.malformed !== null) this.#malformed[facts.malformed]++;
    if (facts.time !== undefined) this.#widen(facts.time);
    if (isKept) this.#events.push(facts);
    else this.#addOther(facts.eventSource.toLowerCase(), facts.malformed !== null);
  }

  told(text: string): Omit<ScannedText, 'container' | 'kind'> {
    const rangeOf = rangesIn(text);
    return {
      counts: this.#counts,
      malformed: this.#malformed,
      others: Array.from(this.#others),
      first: this.#first,
      last: this.#last,
      outside: this.outside,
      events: this.#events,
      ranges: this.#events.map((facts): TextRange => rangeOf(facts)),
    };
  }

  #addOther(source: string, isMalformed: boolean): void {
    const known = this.#others.get(source);
    this.#others.set(source, {
      records: (known?.records ?? 0) + 1,
      malformed: (known?.malformed ?? 0) + (isMalformed ? 1 : 0),
    });
  }

  #widen(time: number): void {
    this.#first = Math.min(time, this.#first ?? time);
    this.#last = Math.max(time, this.#last ?? time);
  }
}
