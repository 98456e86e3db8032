import { eventLabel, outcomeBehindLabel, partsOfRecord, type Span } from '../core/index';
import { type Analysis, partedAt, spanAt } from './analysis';
import { ListedEvents } from './listedEvents';

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

/**
 * One entry an event, in the order of the text, with the names that lists give it; behind the first thousands one for the rest.
 * Yields now and then.
 */
export function* outlineOf(analysis: Analysis): Generator<void, readonly OutlineEntry[]> {
  const { recordCount } = analysis;
  const listed = new ListedEvents(analysis);
  const entries: OutlineEntry[] = [];
  for (let index = 0; index < Math.min(recordCount, MOST_EVENTS); index++) {
    const event = listed.at(index);
    const span = spanAt(analysis, index);
    if (event === undefined || span === undefined) continue;
    const name = eventLabel(event, listed.areOfDays, true);
    entries.push({ ...span, name, detail: outcomeBehindLabel(event), ...insideOf(analysis, index, span) });
    yield;
  }
  if (recordCount > MOST_EVENTS) entries.push(theRest(analysis));
  return entries;
}

function insideOf(analysis: Analysis, index: number, span: Span): Pick<OutlineEntry, 'told' | 'children'> {
  const { text, recordCount } = analysis;
  const children: Omit<OutlineEntry, 'children'>[] = [];
  const record = partedAt(analysis, index);
  const withObjects = recordCount <= MOST_WITH_OBJECTS;
  const isOfLines = text.positionAt(span.start).line < text.positionAt(span.end).line;
  let told = span;
  if (record === undefined || record.form === 'row' || !(withObjects || isOfLines)) return { told, children };
  const wanted = partsOfRecord(text, record, ({ kind, depth, start, end }, source) => {
    if (kind !== 'member' || depth !== 1) return undefined;
    if (isOfLines && source.startsWith('"eventName"', start)) return 'eventName';
    const isObject = withObjects && source.endsWith('}', end);
    return isObject ? OBJECTS.find((name) => source.startsWith(`"${name}"`, start)) : undefined;
  });
  for (const { start, end, picked } of wanted) {
    if (picked !== 'eventName') children.push({ name: picked, detail: '', start, end, told: { start, end } });
    else told = { start, end };
    if (picked === 'eventName' && !withObjects) break;
  }
  return { told, children };
}

function theRest(analysis: Analysis): OutlineEntry {
  const { recordCount } = analysis;
  const start = spanAt(analysis, MOST_EVENTS)?.start ?? 0;
  const end = spanAt(analysis, recordCount - 1)?.end ?? start;
  const more = (recordCount - MOST_EVENTS).toLocaleString('en-US');
  const name = `${more} more ${recordCount - MOST_EVENTS === 1 ? 'event' : 'events'}: search for them by name`;
  return { name, detail: '', start, end, told: { start, end }, children: [] };
}
