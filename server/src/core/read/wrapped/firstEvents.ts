import { isCloudTrailRecord, namesAnEvent } from '../evidence';
import { isEnvelopeField, startsWithField } from '../starts';
import { effortFor, newEffort } from '../whole';
import { ClosingQuotes } from './closingQuotes';
import type { Embedded } from './embedded';
import { eventBeforeNext } from './eventBeforeNext';
import { endOf, NOTHING, type Tail, tailOf } from './eventEnd';
import { type EventStart, EventStarts } from './eventStarts';
import { keyBefore } from './keyBefore';
import { isLeftAround } from './leftAround';
import { type Frame, OuterStructure } from './outerStructure';
import { readEmbedded } from './readEvent';

/** Events that are asked where they stand: damage to one can make it look as if it stood elsewhere. */
const VOTES = 3;

/** An event among the first of a text, and what stands around it. */
export interface FirstEvent extends EventStart {
  readonly end: number;
  /** The key whose value it is, or the string that it fills. */
  readonly key: string | undefined;
  /** Keys from the root of the JSON down to it, its own last, as far as they stand outside of strings. */
  readonly path: readonly string[];
  /** How many lists and objects stand open around it. */
  readonly depth: number;
  /** One list right inside of another stands open. */
  readonly isInNestedLists: boolean;
  /** It seems to be a member of an object without a key, which no JSON has: what stands before it is damaged. */
  readonly isMisplaced: boolean;
  /** What stands before it on its line, outside of any JSON; undefined where it stands in JSON. */
  readonly linePrefix: string | undefined;
}

/** How the first events of a text stand in it; the others are looked for in the same places. */
export interface FirstEvents {
  readonly events: readonly FirstEvent[];
  /** See `kindOf`. */
  readonly kinds: ReadonlySet<string>;
  /** What the key and the kind of an event were: one more of them needs no reading to be believed. */
  readonly signatures: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  /** First keys of events that are none of CloudTrail's: tools put their own before. */
  readonly firstKeys: ReadonlySet<string>;
  /** What stands behind those that are objects, where two of them agree. */
  readonly tail: Tail | undefined;
  /** Fields of their objects are written as keys of each event itself: `userIdentity.type`. One may be damaged to look so. */
  readonly isFlat: boolean;
  /**
   * Those of the first events that end where they would for any other reader, by their offset: nobody has to read them
   * again. Of events that are objects, they are the ones right before the next.
   */
  readonly known: ReadonlyMap<number, Embedded>;
}

/**
 * Finds the first events of a text, wherever they stand.
 *
 * @param most places that are looked at before a text is called something else
 * @param spend characters that may be read for that
 */
export function firstEvents(text: string, most: number, spend = effortFor(text.length)): FirstEvents {
  const structure = new OuterStructure(text);
  const starts = new EventStarts(text, structure);
  const events: FirstEvent[] = [];
  const tails: Tail[] = [];
  const firstKeys = new Set<string>();
  const known = new Map<number, Embedded>();
  let flat = 0;
  let damaged: { readonly begun: EventStart; readonly end: number } | undefined;
  let effort = spend;
  const looks = newEffort(effort);
  const quotes = new ClosingQuotes(text);
  let at = 0;
  for (let count = 0; count < most && events.length < VOTES && effort > 0; count++) {
    const begun = starts.next(at);
    if (begun === undefined) break;
    at = Math.max(at, begun.start + 1);
    const limit = (from: number): number => starts.limit(from, begun.level);
    const alone = begun.level === 0 ? eventBeforeNext(text, begun.start, limit(begun.start + 1)) : undefined;
    const read = alone ?? readAt(text, begun, limit, quotes);
    // What is damaged was looked through up to where the next event may begin.
    const seen = read === undefined || read.damages.length > 0 ? limit(begun.start + 1) : read.end;
    effort -= Math.max(1, seen - begun.start);
    if (read === undefined || !isCloudTrailRecord(read.value)) continue;
    if (begun.level === 0 && read.value !== undefined && isLeftAround(text, read, read.value, looks)) continue;
    // What was mended may be more than the event, or less: it tells how events stand here only if nothing else does.
    if (read.damages.length > 0) {
      if (begun.isGuess !== true) damaged ??= { begun, end: read.end };
      continue;
    }
    events.push(firstEvent(text, begun, read.end, structure, events.at(-1)?.end ?? 0));
    if (begun.level > 0 || alone !== undefined) known.set(begun.start, read);
    if (begun.level === 0) tails.push(tailOf(text, read.end));
    const names = Object.keys(read.value ?? {});
    if (names.some((name) => /^userIdentity\.\w/.test(name))) flat++;
    const [first] = names;
    if (first !== undefined && !isEnvelopeField(first)) firstKeys.add(first);
    at = Math.max(at, read.end);
    structure.skip(begun.start, at);
    starts.pass(begun.start, at);
  }
  if (events.length === 0 && damaged !== undefined) {
    const { begun, end } = damaged;
    events.push(firstEvent(text, begun, end, new OuterStructure(text), 0));
  }
  return {
    events,
    kinds: new Set(events.map(kindOf)),
    signatures: new Set(events.map((event) => signatureOf(event, event.key))),
    keys: new Set(events.flatMap(({ key }) => (key === undefined ? [] : key))),
    firstKeys,
    tail: tails.find((tail, index) => tails.indexOf(tail) < index),
    isFlat: flat > 0 && flat === events.length,
    known,
  };
}

/** What stands at a place where an event may begin; undefined where it only begins like one. */
function readAt(
  text: string,
  begun: EventStart,
  limit: (from: number) => number,
  quotes: ClosingQuotes,
): Embedded | undefined {
  const found = endOf(text, begun, limit, { quotes });
  if (found === NOTHING) return undefined;
  return typeof found === 'number' ? readEmbedded(text, begun.start, found, begun.level) : found;
}

/** @param before where the event before it ends */
function firstEvent(
  text: string,
  begun: EventStart,
  end: number,
  structure: OuterStructure,
  before: number,
): FirstEvent {
  structure.advance(begun.start);
  if (begun.level === 0) structure.leaveString();
  // The walk may have gone on into the event.
  const string = structure.string !== undefined && structure.string < begun.start ? structure.string : undefined;
  const around = structure.open.filter(({ at }) => at < begun.start);
  const open = outsideOfEvents(text, around);
  const own = keyBefore(text, begun);
  const keys = [...open.map(({ key }) => key), begun.level === 0 ? own : undefined];
  return {
    ...begun,
    end,
    key: own,
    path: keys.filter((key) => key !== undefined),
    depth: open.length,
    isMisplaced: begun.level === 0 && own === undefined && around.at(-1)?.isObject === true,
    isInNestedLists: open.some(
      ({ isObject, key }, index) => !isObject && key === undefined && open[index - 1]?.isObject === false,
    ),
    linePrefix: isOneLine(text, begun.start, end)
      ? linePrefix(text, before, string ?? begun.start, around.length > 0)
      : undefined,
  };
}

/** No event stands in another one: where one seems to be open, it has lost a bracket. */
function outsideOfEvents(text: string, open: readonly Frame[]): readonly Frame[] {
  const event = open.findIndex(
    ({ isObject, at, key }) =>
      (key !== undefined && isEnvelopeField(key)) || (isObject && startsWithField(text, at + 1)),
  );
  return event < 0 ? open : open.slice(0, event);
}

const LONGEST_PREFIX = 4000;

/** An event on several lines does not stand in a line of other text. */
function isOneLine(text: string, start: number, end: number): boolean {
  return !/[\r\n]/.test(text.slice(start, Math.min(end, start + LONGEST_PREFIX)));
}

/** Nothing but what JSON puts between values. */
const OF_JSON = /^[\s[\]{},:"]*$/;
/** What an event in JSON follows: a bracket, a comma, a key. */
const BEFORE_VALUE = /(?:^|[[,{]|"\s*:)\s*$/;

/** What stands on the line before an offset, and behind the event before it, if that is no JSON. */
function linePrefix(text: string, from: number, at: number, isOpen: boolean): string | undefined {
  const near = text.slice(Math.max(from, at - LONGEST_PREFIX), at);
  const prefix = near.slice(Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r')) + 1);
  // What names an event is what is left of one.
  if (OF_JSON.test(prefix) || (isOpen && BEFORE_VALUE.test(prefix)) || namesAnEvent(prefix)) return undefined;
  return prefix;
}

/** How an event stands: in how many strings, and whether it fills its string. */
export function kindOf({ level, fills }: Pick<EventStart, 'level' | 'fills'>): string {
  return `${level}${fills ? ' fills' : ''}`;
}

/** How an event stands, with the key before it: events of one tool have few signatures. Only to be compared. */
export function signatureOf(begun: EventStart, key: string | undefined): string {
  return `${kindOf(begun)} ${key ?? ''}`;
}
