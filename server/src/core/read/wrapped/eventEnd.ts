import type { JsonObject, TextEdit } from '../../record';
import { skipSpace } from '../characters';
import { isContinued, isWholeEvent } from '../continued';
import { applyEdits, toOriginal } from '../edits';
import { closingQuote, unescapeEdits } from '../escapes';
import { isCloudTrailRecord, isMessageOfService, namesAnEvent } from '../evidence';
import { run, START } from '../grammar';
import { mend } from '../mend';
import type { Ending } from '../recordEnd';
import { isEnvelopeField, isKeyAt, keyText } from '../starts';
import { closingBracket } from '../valueEnd';
import { parseObject } from '../whole';
import type { ClosingQuotes } from './closingQuotes';
import type { Embedded } from './embedded';
import { endBeforeNext } from './eventBeforeNext';
import { endBesideNext } from './eventBesideNext';
import type { EventStart, Level } from './eventStarts';
import { endsString } from './stringEnd';
import { unescapeSteps } from './unescapeSteps';

/** Instead of an end: there is no event, only something that begins like one. */
export const NOTHING = -1;

/** An event is looked for its end this far at once; few are longer. */
const NEAR = 64_000;
/** A damaged event is mended within this length. */
const LONG = 1_000_000;

/** What those who look for the end of one event after the other know of the text. */
export interface Around {
  /** What stands behind the events here that are objects, where that is known. */
  readonly tail?: Tail | undefined;
  readonly quotes: ClosingQuotes;
}

/**
 * Where the event at a begun ends, found without reading it when its surroundings are in order; what was read of it when
 * that was needed to find its end.
 *
 * @returns `NOTHING` for what only begins like an event
 * @param limit where the first event at or behind an offset begins, or the text ends
 * @param around what is known of the text
 */
export function endOf(
  text: string,
  begun: EventStart,
  limit: (from: number) => number,
  { tail, quotes }: Around,
): number | Embedded {
  const { start, level, fills } = begun;
  if (level === 0) return endOfObject(text, start, () => limit(start + 1), tail);
  const before = fills ? undefined : endBeforeNext(text, start, limit(start + 1), level);
  if (before !== undefined) return before;
  const end = endInString(text, begun, limit, quotes);
  return end === NOTHING ? NOTHING : endBesideNext(text, begun, end, limit, endingOfObject);
}

function endInString(
  text: string,
  { start, level, fills }: EventStart,
  limit: (from: number) => number,
  quotes: ClosingQuotes,
): number {
  let quote = quotes.next(start, Math.min(text.length, start + NEAR));
  if (quote < 0) quote = quotes.next(start, limit(start + 1));
  if (quote >= 0 && endsString(text, quote)) return endWithin(text, start, quote, level, fills);
  return endOfDamagedText(text, start, limit(start + 1), level, fills);
}

function endOfObject(text: string, start: number, limit: () => number, tail: Tail | undefined): number | Embedded {
  let end = closingBracket(text, start, Math.min(text.length, start + NEAR));
  if (end < 0) end = closingBracket(text, start, limit());
  // What ends like the others, with no other event before its end, is read when its turn comes.
  if (end >= 0 && tail !== undefined && tailOf(text, end) === tail && limit() >= end) return end;
  if (end >= 0 && (mayEndObject(text, start, end, tail) || isOtherObject(text, start, end))) return end;
  const reach = Math.min(limit(), start + LONG);
  const source = text.slice(start, reach).trimEnd();
  if (!namesAnEvent(source)) return NOTHING;
  const ending = (at: number): Ending => endingOfObject(text, start + at, tail);
  const { end: length, damages, edits } = mend(source, { endsLog: reach === text.length, isBare: false, ending });
  const value = parseObject(applyEdits(source.slice(0, length), edits));
  return { start, end: start + length, form: 'object', source: source.slice(0, length), value, damages, edits };
}

/** The object is whole, and what stands behind it, be it damaged, can't be a part of it. */
function mayEndObject(text: string, start: number, end: number, tail: Tail | undefined): boolean {
  const ending = endingOfObject(text, end, tail);
  const value = parseObject(text.slice(start, end));
  // A field behind it that it lacks is its own; any other is what is left of the next one.
  if (ending === 'no') return isWholeEvent(value) && !isContinued(text, end, value);
  if (value === undefined || ending === 'sure') return value !== undefined;
  return isListed(value);
}

/**
 * A whole object with hardly a field of an event, or a message of another service: whatever stands behind it, it is none that
 * was closed too early.
 */
function isOtherObject(text: string, start: number, end: number): boolean {
  const value = parseObject(text.slice(start, end));
  return value !== undefined && (isMessageOfService(value) || !namesAnEvent(Object.keys(value).join(' ')));
}

/** An event that has swallowed what stood around it has its own fields further inside. */
function isListed(value: JsonObject): boolean {
  return isCloudTrailRecord(value) && Object.hasOwn(value, 'eventName') && Object.hasOwn(value, 'eventID');
}

/** What stands behind an event that is an object: so many closing braces, or the next key, or the end of the line. */
export type Tail = string;
/** Nobody wraps events deeper. */
const DEEPEST = 12;

/** What stands behind an event that ends before `at`; to be compared with that of its like. */
export function tailOf(text: string, at: number): Tail {
  const next = skipSpace(text, at, text.length);
  if (text[next] === '}') {
    let end = next;
    let braces = '';
    for (; text[end] === '}' && braces.length < DEEPEST; end = skipSpace(text, end + 1, text.length)) braces += '}';
    return braces;
  }
  if (text[next] === ',') {
    const key = skipSpace(text, next + 1, text.length);
    return isKeyAt(text, key) ? keyText(text, key) : ',';
  }
  if (next === text.length || /[\r\n]/.test(text.slice(at, next))) return '\n';
  return text[next] === ']' ? ',' : '';
}

/** An event that is a value is followed by what follows the others, or by a key that no event has. */
function endingOfObject(text: string, at: number, expected?: Tail): Ending {
  const tail = tailOf(text, at);
  if (expected !== undefined && tail === expected) return 'sure';
  if (tail.startsWith('"'))
    return isEnvelopeField(tail.slice(1, -1)) ? 'no' : expected === undefined ? 'sure' : 'perhaps';
  return expected === undefined && /^(?:\}+|\n|,)$/.test(tail) ? 'sure' : 'perhaps';
}

/** The end of an event in a string whose closing quote is known. */
function endWithin(text: string, start: number, quote: number, level: Level, fills: boolean): number {
  if (level === 1 && fills) return start + trimmed(text.slice(start, quote));
  const steps: (readonly TextEdit[])[] = [];
  let inner = text.slice(start, quote);
  for (let each = level; each > 0; each--) {
    if (each < level) {
      const end = plausibleQuote(inner, 0, inner.length);
      if (end >= 0) inner = inner.slice(0, end);
    }
    const edits = unescapeEdits(inner);
    steps.push(edits);
    inner = applyEdits(inner, edits);
  }
  const end = fills ? trimmed(inner) : endBeforeClosers(inner);
  return start + steps.reduceRight((at, edits) => toOriginal(edits, at), end);
}

/** The event ends before the brace of what hands it on, which is the last one. */
function endBeforeClosers(inner: string): number {
  const end = closingBracket(inner, 0, inner.length);
  const rest = end < 0 ? '' : inner.slice(end).trim();
  if (/^(?:[\]}]+$|,)/.test(rest)) return end;
  const whole = end < 0 ? undefined : parseObject(inner.slice(0, end));
  if (whole !== undefined && isListed(whole)) return end;
  const last = inner.lastIndexOf('}');
  return last > 0 ? trimmed(inner.slice(0, last).trimEnd()) : inner.length;
}

/** How much of a text is left without the space at its end, be it written as escapes. */
function trimmed(content: string): number {
  return content.endsWith('}') ? content.length : content.replace(/(?:\s|\\[nrt])+$/, '').length;
}

/**
 * The string that holds the event is damaged: its closing quote is lost, or another one stands inside it. JSON's grammar
 * tells where the event itself ends; if that is damaged too, the next quote that can end a string does.
 */
function endOfDamagedText(text: string, start: number, limit: number, level: Level, fills: boolean): number {
  const reach = Math.min(limit, start + LONG);
  const quote = plausibleQuote(text, start, reach);
  const content = text.slice(start, quote < 0 ? reach : quote);
  if (!namesAnEvent(content)) return NOTHING;
  const { text: inner, toContent } = unescapeSteps(content, level);
  const stop = run(inner, 0, inner.length, START);
  if (stop.kind === 'closed') return start + toContent(stop.at);
  if (quote >= 0) return endWithin(text, start, quote, level, fills);
  const mended = mend(inner, { endsLog: reach === text.length, isBare: false, ending: () => 'perhaps' });
  return start + toContent(mended.end);
}

/** The first quote that may end the string, whatever stands before it. */
function plausibleQuote(text: string, from: number, limit: number): number {
  for (let quote = closingQuote(text, from, limit); quote >= 0; quote = closingQuote(text, quote + 1, limit)) {
    if (endsString(text, quote)) return quote;
  }
  return -1;
}
