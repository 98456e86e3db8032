import { type EventFacts, eventLabel, factsOf, outcomeBehindLabel, partsOfRecord, type Span } from '../core/index';
import { type Analysis, recordAt, spanAt } from './analysis';
import { ListedEvents } from './listedEvents';
import type { Block } from './logIndex/block';
import type { BlockInLog } from './logIndex/logIndex';

/** An entry of an outline: an event, an object in one, or what is said of all that are left out. */
export interface OutlineEntry extends Span {
  readonly name: string;
  readonly detail: string;
  /** What shows best which event it is: `eventName` with its value, where the event has lines of its own. */
  readonly told: Span;
  readonly children: readonly Omit<OutlineEntry, 'children'>[];
}

/** How many events are told one by one. Editors draw an outline anew after each change, and ten thousands of entries nobody reads. */
const MOST_EVENTS = 5000;
/** The objects of events are told in logs of so many at most. */
const MOST_WITH_OBJECTS = 1000;
/** The objects that are told: who asked for what, and what came back. */
const OBJECTS = ['userIdentity', 'requestParameters', 'responseElements'] as const;

/** What is told of a record, at places that count from its start: it is true as long as no edit touches the record. */
interface KnownRecord {
  readonly facts: EventFacts;
  /** Of eventName with its value; undefined where the record as a whole is shown. */
  readonly told: Span | undefined;
  readonly objects: readonly (Span & { readonly name: string })[];
}

/** The records of a block, as far as they were looked at. */
interface KnownBlock {
  readonly withObjects: boolean;
  readonly records: readonly (KnownRecord | undefined)[];
}

/** Outlines of logs. Versions of a log share the blocks that an edit did not touch, so after a keystroke only one is looked at again. */
export class Outlines {
  readonly #known = new WeakMap<Block, KnownBlock>();

  /**
   * One entry an event, in the order of the text, with the names that lists give it; behind the first thousands one for the rest.
   * Yields now and then.
   */
  *of(analysis: Analysis): Generator<void, readonly OutlineEntry[]> {
    const { recordCount, index } = analysis;
    const listed = new ListedEvents(analysis);
    const entries: OutlineEntry[] = [];
    for (const found of index.blocks) {
      if (found.first >= MOST_EVENTS) break;
      const { records } = yield* this.#recordsOf(analysis, found);
      for (const [row, record] of records.entries()) {
        if (record === undefined || found.first + row >= MOST_EVENTS) continue;
        const start = found.base + found.block.start(row);
        entries.push(entryOf(record, { start, end: found.base + found.block.end(row) }, listed));
      }
      yield;
    }
    if (recordCount > MOST_EVENTS) entries.push(theRest(analysis));
    return entries;
  }

  *#recordsOf(analysis: Analysis, { block, first }: BlockInLog): Generator<void, KnownBlock> {
    const withObjects = analysis.recordCount <= MOST_WITH_OBJECTS;
    const known = this.#known.get(block);
    if (known?.withObjects === withObjects) return known;
    const records: (KnownRecord | undefined)[] = [];
    for (let row = 0; row < block.count; row++) {
      records.push(knownRecord(analysis, first + row, withObjects));
      yield;
    }
    const made = { withObjects, records };
    this.#known.set(block, made);
    return made;
  }
}

function knownRecord(analysis: Analysis, index: number, withObjects: boolean): KnownRecord | undefined {
  const { text } = analysis;
  const record = recordAt(analysis, index);
  if (record === undefined) return undefined;
  const facts = factsOf(record);
  const objects: KnownRecord['objects'][number][] = [];
  const isOfLines = text.positionAt(record.start).line < text.positionAt(record.end).line;
  let told: Span | undefined;
  if (record.form === 'row' || !(withObjects || isOfLines)) return { facts, told, objects };
  const wanted = partsOfRecord(text, record, ({ kind, depth, start, end }, source) => {
    if (kind !== 'member' || depth !== 1) return undefined;
    if (isOfLines && source.startsWith('"eventName"', start)) return 'eventName';
    const isObject = withObjects && source.endsWith('}', end);
    return isObject ? OBJECTS.find((name) => source.startsWith(`"${name}"`, start)) : undefined;
  });
  for (const { start, end, picked } of wanted) {
    const span = { start: start - record.start, end: end - record.start };
    if (picked !== 'eventName') objects.push({ name: picked, ...span });
    else told = span;
    if (picked === 'eventName' && !withObjects) break;
  }
  return { facts, told, objects };
}

function entryOf({ facts, told, objects }: KnownRecord, span: Span, listed: ListedEvents): OutlineEntry {
  const event = listed.of(facts);
  const inLog = ({ start, end }: Span): Span => ({ start: span.start + start, end: span.start + end });
  return {
    ...span,
    name: eventLabel(event, listed.areOfDays, true),
    detail: outcomeBehindLabel(event),
    told: told === undefined ? span : inLog(told),
    children: objects.map((object) => ({ name: object.name, detail: '', ...inLog(object), told: inLog(object) })),
  };
}

function theRest(analysis: Analysis): OutlineEntry {
  const { recordCount } = analysis;
  const start = spanAt(analysis, MOST_EVENTS)?.start ?? 0;
  const end = spanAt(analysis, recordCount - 1)?.end ?? start;
  const more = (recordCount - MOST_EVENTS).toLocaleString('en-US');
  const name = `${more} more ${recordCount - MOST_EVENTS === 1 ? 'event' : 'events'}: search for them by name`;
  return { name, detail: '', start, end, told: { start, end }, children: [] };
}
