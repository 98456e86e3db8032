import {
  analyze,
  counted,
  countKeyOf,
  distinctOrders,
  type EventFacts,
  type EventRecord,
  eventTimeMs,
  type FieldOrder,
  fieldOrderOf,
  type JsonObject,
  type LogOutline,
  lostOf,
  mayLieIn,
  newCounts,
  ownReading,
  textAt,
} from '../core/index';
import { type PositionOf, positionsIn } from '../documents/textRanges';
import type { ScannedFile, ServiceChoice, TextPosition } from '../host/logFiles';
import type { Asked } from './asked';
import { type EventsTold, isWanted } from './wantedEvents';

/** What is in a text, as a scan tells of it. */
export type ScannedText = Pick<
  ScannedFile,
  | 'container'
  | 'counts'
  | 'malformed'
  | 'others'
  | 'first'
  | 'last'
  | 'outside'
  | 'unasked'
  | 'lost'
  | 'lacksNames'
  | 'lacksOrganization'
  | 'tellsOrders'
> & {
  readonly events: EventsTold;
  /** For a text that is no CloudTrail log: what it is, if it is known. */
  readonly kind: string | undefined;
  /** For a text whose events can't be read: what to do to read them. */
  readonly advice?: string;
};

/** Where the rows of records are kept. `isWanted`: the record is one of the events that the scan asks for. */
export type KeepRecord = (record: EventRecord, isWanted: boolean) => void;

/**
 * Reads all records of a text, and keeps of them what a scan asks for.
 *
 * @param keep is given every record that lies in the window
 */
export function scanText(
  text: string,
  { service = 'workmail', window = {}, answers, orders }: Asked,
  keep: KeepRecord = () => undefined,
): ScannedText {
  const found = new Found(service);
  const reading = analyze(text, undefined, orders);
  let last: EventRecord | undefined;
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done) return { ...found.told(positionsIn(text)), ...outlined(next.value), ...lostIn(next.value, last) };
    const record = next.value;
    last = record;
    found.learn(record.event);
    const seen = seenOf(record);
    if (!mayLieIn(window, seen)) {
      found.outside++;
    } else if (answers?.(record, () => text.slice(record.start, record.end)) === false) {
      found.leave(seen);
    } else {
      keep(record, found.add(seen));
    }
  }
}

/** What is counted of a record. */
export type SeenRecord = Pick<EventFacts, 'service' | 'malformed' | 'eventSource' | 'time' | 'start'>;

/** The same as its facts say. */
export function seenOf(record: EventRecord): SeenRecord {
  const { service, malformed, start } = record;
  if (service === 'own') return ownSeen(record);
  const { event } = record;
  const eventSource = textAt(event, 'eventSource') ?? '';
  return { service, malformed, eventSource, time: eventTimeMs(textAt(event, 'eventTime') ?? ''), start };
}

function ownSeen({ event, malformed, start, around }: EventRecord): SeenRecord {
  const reading = ownReading(event, around);
  return { service: 'own', malformed, eventSource: reading?.log.id ?? '', time: reading?.time, start };
}

/** What has been found in a text so far. */
export class Found {
  outside = 0;
  readonly #unasked = { records: 0, broken: 0 };
  readonly #counts = newCounts();
  readonly #malformed = { syntax: 0, schema: 0 };
  readonly #others = new Map<string, { records: number; malformed: number }>();
  readonly #service: ServiceChoice;
  /** Offsets of the events that are asked for. */
  readonly #starts: number[] = [];
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;
  readonly #orders: FieldOrder[] = [];

  /** @param service whose events are asked for */
  constructor(service: ServiceChoice) {
    this.#service = service;
  }

  /** @returns whether it is one of the events that are asked for */
  add(seen: SeenRecord): boolean {
    this.#counts[countKeyOf(seen)]++;
    if (seen.malformed !== null) this.#malformed[seen.malformed]++;
    if (seen.time !== undefined) this.widen(seen.time);
    if (isWanted(this.#service, seen)) {
      this.#starts.push(seen.start);
      return true;
    }
    if (seen.service === 'own') return false;
    const other = this.#other(seen.eventSource.toLowerCase());
    other.records++;
    if (seen.malformed !== null) other.malformed++;
    return false;
  }

  /** Whole records of WorkMail's own logs, none of which is an event that is asked for. Their times are told by `widen`. */
  addOwn(records: number): void {
    this.#counts.own += records;
  }

  /** What an event says of the lines that a log delivery writes, whenever it happened, and whatever is asked. */
  learn(event: JsonObject | undefined): void {
    const order = fieldOrderOf(event);
    if (order !== undefined) this.#orders.push(order);
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

  /** @param positionOf places in the text; undefined where it is one line */
  told(positionOf: PositionOf | undefined): Omit<ScannedText, 'container' | 'kind'> {
    const isTimed = this.#first <= this.#last;
    return {
      counts: counted(this.#counts),
      malformed: this.#malformed,
      others: Array.from(this.#others),
      first: isTimed ? this.#first : undefined,
      last: isTimed ? this.#last : undefined,
      outside: this.outside,
      ...(this.#unasked.records > 0 && { unasked: this.#unasked }),
      ...(this.#orders.length > 0 && { tellsOrders: distinctOrders(this.#orders) }),
      events: {
        service: this.#service,
        count: this.#starts.length,
        ...(positionOf !== undefined && {
          starts: this.#starts.flatMap((start) => lineAndCharacter(positionOf(start))),
        }),
      },
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

function outlined({
  container,
  kind,
  advice,
  lacksNames,
  lacksOrganization,
}: LogOutline): Pick<ScannedText, 'container' | 'kind' | 'advice' | 'lacksNames' | 'lacksOrganization'> {
  return {
    container,
    kind,
    ...(advice !== undefined && { advice }),
    ...(lacksNames && { lacksNames }),
    ...(lacksOrganization && { lacksOrganization }),
  };
}

/** A log that is cut off ends in its last record, or behind it. */
function lostIn({ container, problems }: LogOutline, last: EventRecord | undefined): Pick<ScannedText, 'lost'> {
  const lost = container === 'none' ? [] : lostOf([...problems, ...(last?.problems ?? [])]);
  return lost.length === 0 ? {} : { lost };
}

function lineAndCharacter({ line, character }: TextPosition): readonly [number, number] {
  return [line, character];
}
