import {
  analyze,
  countKeyOf,
  createIntern,
  type EventFacts,
  type EventRecord,
  factsOf,
  type Intern,
  type LogOutline,
  mayLieIn,
} from '../core/index';
import { type RangeOf, rangesIn } from '../documents/textRanges';
import type { ScannedFile, ServiceChoice } from '../host/logFiles';
import type { Asked } from './asked';

/** What is in a text, as a scan tells of it. */
export type ScannedText = Pick<
  ScannedFile,
  'container' | 'counts' | 'malformed' | 'others' | 'first' | 'last' | 'outside' | 'unasked' | 'events' | 'ranges'
> & {
  /** For a text that is no CloudTrail log: what it is, if it is known. */
  readonly kind: string | undefined;
  /** For a text whose events can't be read: what to do to read them. */
  readonly advice?: string;
};

/**
 * Reads all records of a text, and keeps of them what a scan asks for.
 *
 * @param keep is given every record that lies in the window
 */
export function scanText(
  text: string,
  { service = 'workmail', window = {}, answers }: Asked,
  intern: Intern = createIntern(),
  keep: (record: EventRecord) => void = () => undefined,
): ScannedText {
  const found = new Found();
  const reading = analyze(text);
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done) return { ...found.told(rangesIn(text)), ...outlined(next.value) };
    const record = next.value;
    const facts = factsOf(record, intern);
    if (!mayLieIn(window, facts)) {
      found.outside++;
    } else if (answers?.(record, () => text.slice(record.start, record.end)) === false) {
      found.leave(facts);
    } else {
      found.add(facts, isWanted(service, facts));
      keep(record);
    }
  }
}

/** Whether a scan that asks for a service keeps an event. A record too damaged to tell whose it is may be anybody's. */
export function isWanted(service: ServiceChoice, facts: EventFacts): boolean {
  return isOfService(service, facts) || (facts.malformed === 'syntax' && facts.eventSource === '');
}

/** Whether an event is of the service that was asked for; `workmail` includes Message Flow. */
export function isOfService(service: ServiceChoice, facts: EventFacts): boolean {
  if (service === 'all') return true;
  return service === 'workmail' ? facts.service !== 'other' : facts.eventSource.toLowerCase() === service;
}

/** What has been found in a text so far. */
export class Found {
  outside = 0;
  readonly #unasked = { records: 0, broken: 0 };
  readonly #counts = { workmail: 0, malformed: 0, other: 0 };
  readonly #malformed = { syntax: 0, schema: 0 };
  readonly #others = new Map<string, { records: number; malformed: number }>();
  readonly #events: EventFacts[] = [];
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  add(facts: EventFacts, isKept: boolean): void {
    this.#counts[countKeyOf(facts)]++;
    if (facts.malformed !== null) this.#malformed[facts.malformed]++;
    if (facts.time !== undefined) this.widen(facts.time);
    if (isKept) {
      this.#events.push(facts);
    } else {
      const other = this.#other(facts.eventSource.toLowerCase());
      other.records++;
      if (facts.malformed !== null) other.malformed++;
    }
  }

  /** A record does not answer the question. */
  leave({ malformed }: Pick<EventFacts, 'malformed'>): void {
    this.#unasked.records++;
    if (malformed === 'syntax') this.#unasked.broken++;
  }

  /** Whole records of another service. Their times are told by `widen`. */
  count(source: string, records: number): void {
    this.#counts.other += records;
    this.#other(source).records += records;
  }

  /** A record was made at this time. */
  widen(time: number): void {
    if (time < this.#first) this.#first = time;
    if (time > this.#last) this.#last = time;
  }

  /** @param rangeOf places in the text */
  told(rangeOf: RangeOf): Omit<ScannedText, 'container' | 'kind'> {
    const isTimed = this.#first <= this.#last;
    return {
      counts: this.#counts,
      malformed: this.#malformed,
      others: Array.from(this.#others),
      first: isTimed ? this.#first : undefined,
      last: isTimed ? this.#last : undefined,
      outside: this.outside,
      ...(this.#unasked.records > 0 && { unasked: this.#unasked }),
      events: this.#events,
      ranges: this.#events.map((facts) => rangeOf(facts)),
    };
  }

  #other(source: string): { records: number; malformed: number } {
    const known = this.#others.get(source);
    if (known !== undefined) return known;
    const other = { records: 0, malformed: 0 };
    this.#others.set(source, other);
    return other;
  }
}

function outlined({ container, kind, advice }: LogOutline): Pick<ScannedText, 'container' | 'kind' | 'advice'> {
  return { container, kind, ...(advice !== undefined && { advice }) };
}
