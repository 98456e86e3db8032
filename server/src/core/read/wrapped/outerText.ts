import type { JsonObject, JsonValue, Span, TextEdit } from '../../record';
import { skipSpace } from '../characters';
import { applyEdits, toOriginal } from '../edits';
import { closingQuote } from '../escapes';
import { namesAnEvent } from '../evidence';
import type { Step } from '../forms/nameForm';
import type { Gap } from '../gaps';
import { mend } from '../mend';
import type { Ending } from '../recordEnd';
import { type Proposal, shown } from '../repairs/proposal';
import { closingBracket } from '../valueEnd';
import { isObject } from '../whole';

/**
 * What stands around the events of a log: its text with a mark in the place of each event. It is small, it is JSON when
 * nothing around the events is damaged, and a mark says whose surroundings it stands in.
 */
export interface OuterText {
  readonly gaps: readonly Gap[];
  /** By number of the event: the object that holds it, as far as it can be read. */
  readonly around: ReadonlyMap<number, JsonObject>;
  /** The way to the first event for which one is known. */
  readonly way: Way | undefined;
}

/** The way from the root to an event. */
export interface Way {
  readonly steps: readonly Step[];
  /** The event stands in a text. */
  readonly isText: boolean;
}

/** What is wrong around events beyond this number of places is told, but not mended. */
const MOST_MENDED = 200;
/** Longer surroundings are not mended at once. */
const LONG = 20_000_000;

/** Where an event stands, and whether it is all that its string holds. */
export interface PlaceOfEvent extends Span {
  readonly fills: boolean;
}

/** @param places of the events; a mark is a number, which can stand in a string, and in brackets for an object anywhere */
export function outerTextOf(text: string, places: readonly PlaceOfEvent[]): OuterText {
  const mark = freeMark(text);
  const edits = places.map(
    ({ start, end, fills }, index): TextEdit => ({ start, end, text: markOf(mark, index, fills) }),
  );
  const outer = applyEdits(text, edits);
  const around = new Map<number, JsonObject>();
  const gaps: Gap[] = [];
  let way: Way | undefined;
  for (const { value, damages } of documents(outer)) {
    if (value !== undefined) {
      const found = lookAround(value, mark, around);
      way ??= found;
    }
    for (const damage of damages) gaps.push(inLog(damage, outer, edits, mark));
  }
  return { gaps, around, way };
}

/** Seven digits that the text does not have, and nine for the number of the event: JSON still keeps it apart from others. */
function freeMark(text: string): string {
  let mark = 7_654_321;
  while (mark > 1_000_000 && text.includes(String(mark))) mark -= 7919;
  return String(mark);
}

const DIGITS = 9;

function markOf(mark: string, index: number, fills: boolean): string {
  const number = mark + String(index).padStart(DIGITS, '0');
  return fills ? number : `[${number}]`;
}

/** The number of the event for which a value stands; undefined for any other value. */
function eventAt(value: JsonValue, mark: string): number | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return text.length === mark.length + DIGITS && text.startsWith(mark) ? Number(text.slice(mark.length)) : undefined;
}

/** A repair that would change an event to mend what stands around it is none. */
function inLog(damage: Proposal, outer: string, edits: readonly TextEdit[], mark: string): Gap {
  const place = (at: number): number => toOriginal(edits, at);
  const detail: Record<string, string> = {};
  for (const [name, word] of Object.entries(damage.detail)) detail[name] = word.includes(mark) ? 'the event' : word;
  const start = place(damage.span.start);
  const takesEvent = damage.edits.some((edit) => changesEvent(outer, edit, mark)) || isInLostEvent(outer, damage.span);
  return {
    ...damage,
    detail,
    span: { start, end: Math.max(start, place(damage.span.end)) },
    edits: takesEvent
      ? []
      : damage.edits
          .map((edit) => withoutQuote(outer, edit, mark))
          .map((edit) => ({ start: place(edit.start), end: place(edit.end), text: edit.text })),
    safe: damage.safe && !takesEvent,
  };
}

/** A quote too many right behind an event in a string is no part of the string: it is taken out, not escaped. */
function withoutQuote(outer: string, edit: TextEdit, mark: string): TextEdit {
  const isEscape = edit.text === '\\' && edit.start === edit.end && outer[edit.start] === '"';
  if (!isEscape || !outer.startsWith(mark, edit.start - mark.length - DIGITS)) return edit;
  return { start: edit.start, end: edit.start + 1, text: '' };
}

const NEAR_DAMAGE = 1000;

/** Names of an event's fields around a place in which no event was found: it is too damaged to be told from what holds it. */
function isInLostEvent(outer: string, { start, end }: Span): boolean {
  return namesAnEvent(outer.slice(Math.max(0, start - NEAR_DAMAGE), end + NEAR_DAMAGE));
}

function changesEvent(outer: string, { start, end, text }: TextEdit, mark: string): boolean {
  if (touchesMark(outer, start, end, mark)) return true;
  if (!text.includes('"')) return false;
  if (outer.startsWith(`[${mark}`, end) || outer.startsWith(mark, start - mark.length - DIGITS - 1)) return true;
  // A quote beside an event in a string belongs there only where the event has one on its other side.
  const length = mark.length + DIGITS;
  if (outer.startsWith(mark, end)) return outer[end + length] !== '"';
  return start >= length && outer.startsWith(mark, start - length) && outer[start - length - 1] !== '"';
}

/** Whether a stretch has a character in common with a mark or with the brackets around it. */
function touchesMark(outer: string, start: number, end: number, mark: string): boolean {
  const length = mark.length + DIGITS;
  const from = Math.max(0, start - length - 2);
  const near = outer.slice(from, end + length + 2);
  for (let at = near.indexOf(mark); at >= 0; at = near.indexOf(mark, at + length)) {
    const first = from + at - (near[at - 1] === '[' ? 1 : 0);
    const last = from + at + length + (near[at + length] === ']' ? 1 : 0);
    if (start < last && end > first) return true;
  }
  return false;
}

interface Document {
  readonly value: JsonValue | undefined;
  readonly damages: readonly Proposal[];
}

const MEMBER = /^\s*"[^"\\\r\n]{1,200}"\s*:/;

/** The documents of a text one after the other, each mended where it is damaged. */
function* documents(text: string): Generator<Document> {
  const whole = parsed(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  if (whole !== undefined) {
    yield { value: whole, damages: [] };
    return;
  }
  // A member that was copied without its object.
  const member = MEMBER.test(text) ? parsed(`{${text.trim().replace(/,$/, '')}}`) : undefined;
  if (member !== undefined) {
    yield { value: member, damages: [] };
    return;
  }
  let effort = 4 * text.length + LONG;
  let found = 0;
  const isConcatenated = text.split('}{', 4).length > 2;
  let at = startOfNext(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  while (at < text.length) {
    const reach = effort > 0 ? text.length : Math.min(text.length, at + 10_000);
    const end = endOfValue(text, at, reach);
    const value = end < 0 ? undefined : parsed(text.slice(at, end));
    if (value !== undefined) {
      yield { value, damages: [] };
      at = startOfNext(text, end);
      continue;
    }
    const limit = Math.min(nextDocument(text, at + 1, isConcatenated), at + LONG);
    effort -= (end < 0 ? reach : limit) - at;
    const mended =
      effort > 0 && found < MOST_MENDED && isOpening(text, at)
        ? mendedDocument(text.slice(at, limit), isConcatenated)
        : foreign(text, at, limit);
    found += mended.damages.length;
    yield { value: mended.value, damages: mended.damages.map((damage) => moved(damage, at)) };
    at = startOfNext(text, Math.max(at + 1, at + mended.end));
  }
}

function isOpening(text: string, at: number): boolean {
  return /[{["\d]/.test(text[at] ?? '');
}

/** Documents may be parted by space alone; a comma between them is left to be. */
function startOfNext(text: string, from: number): number {
  const at = skipSpace(text, from, text.length);
  return text[at] === ',' ? skipSpace(text, at + 1, text.length) : at;
}

function endOfValue(text: string, at: number, limit: number): number {
  const mark = /\d+/y;
  mark.lastIndex = at;
  if (mark.test(text)) return mark.lastIndex;
  if (text[at] !== '"') return closingBracket(text, at, limit);
  const quote = closingQuote(text, at + 1, limit);
  return quote < 0 ? -1 : quote + 1;
}

/** The next line that begins with a bracket or a quote; where documents stand in a row, also the next of those. */
function nextDocument(text: string, from: number, isConcatenated: boolean): number {
  const lines = text[skipSpace(text, 0, text.length)] === '"' ? '[\\r\\n](?=[{["])' : '[\\r\\n](?=[{[])';
  const next = new RegExp(isConcatenated ? `${lines}|\\}(?=\\{)` : lines, 'g');
  next.lastIndex = from;
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    if (found[0] === '}' || endsDocument(text, found.index)) return found.index + 1;
  }
  return text.length;
}

/** Whether the line that ends at an offset is a document, or the end of one: one of a pretty-printed document is indented. */
function endsDocument(text: string, at: number): boolean {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const first = text[start] ?? '';
  return '}]'.includes(first) || (at - start > 2 && !/\s/.test(first));
}

interface MendedDocument extends Document {
  readonly end: number;
}

function mendedDocument(text: string, isConcatenated: boolean): MendedDocument {
  const trimmed = text.trimEnd();
  const ending = (at: number): Ending => {
    const next = skipSpace(trimmed, at, trimmed.length);
    if (next === trimmed.length || (isConcatenated && trimmed[next] === '{')) return 'sure';
    return 'perhaps';
  };
  const { end, damages, edits } = mend(trimmed, { endsLog: true, isBare: true, ending });
  return { value: parsed(applyEdits(trimmed.slice(0, end), edits)), damages, end };
}

function foreign(text: string, from: number, limit: number): MendedDocument {
  const trimmed = text.slice(from, limit).trimEnd();
  const span = { start: 0, end: trimmed.length };
  const detail = { text: shown(trimmed, 0, trimmed.length) };
  const damage: Proposal = { kind: 'unexpected-text', span, detail, edits: [], safe: false };
  return { value: undefined, damages: trimmed === '' ? [] : [damage], end: limit - from };
}

function moved(damage: Proposal, by: number): Proposal {
  const move = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  return { ...damage, span: move(damage.span), edits: damage.edits.map(move) };
}

function parsed(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** A member of an object on the way to a value. */
interface Link {
  readonly key: string;
  readonly holder: JsonObject;
  readonly isText: boolean;
  readonly before: Link | undefined;
}

/**
 * Finds the marks in what could be read, also in JSON that stands in a string, and notes what holds them.
 *
 * @returns the way to the first of them
 */
function lookAround(root: JsonValue, mark: string, around: Map<number, JsonObject>): Way | undefined {
  const open: { readonly value: JsonValue; readonly link: Link | undefined; readonly isText: boolean }[] = [
    { value: root, link: undefined, isText: false },
  ];
  let first: { readonly number: number; readonly link: Link | undefined; readonly isText: boolean } | undefined;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, link, isText } = next;
    const number = eventAt(value, mark);
    if (number !== undefined) {
      if (link !== undefined) around.set(number, link.holder);
      if (first === undefined || number < first.number)
        first = { number, link: asText(link, value), isText: isText || typeof value === 'string' };
    } else if (typeof value === 'string') {
      const inner = value.includes(mark) ? parsed(value) : undefined;
      if (inner !== undefined && typeof inner !== 'string')
        open.push({ value: inner, link: asText(link, value), isText: true });
      else {
        const named = new RegExp(`${mark}\\d{${DIGITS}}`).exec(value)?.[0];
        const within = named === undefined ? undefined : eventAt(named, mark);
        if (within !== undefined && (first === undefined || within < first.number))
          first = { number: within, link: asText(link, value), isText: true };
      }
    } else if (Array.isArray(value)) {
      for (const element of value) open.push({ value: element, link, isText });
    } else if (isObject(value)) {
      for (const key of Object.keys(value)) {
        const member = value[key];
        if (member === undefined || !mayHoldMark(member, mark)) continue;
        open.push({ value: member, link: { key, holder: value, isText: false, before: link }, isText });
      }
    }
  }
  return first && { steps: stepsTo(first.link), isText: first.isText };
}

/** Most members hold none, and are not looked at further. */
function mayHoldMark(value: JsonValue, mark: string): boolean {
  if (typeof value === 'string') return value.length > mark.length && value.includes(mark);
  return typeof value === 'number' ? value > LEAST_MARK : value !== null && typeof value === 'object';
}

/** Every mark is a larger number, since it has its digits and those of the event's number. */
const LEAST_MARK = 1e14;

function asText(link: Link | undefined, value: JsonValue): Link | undefined {
  return link === undefined || typeof value !== 'string' ? link : { ...link, isText: true };
}

function stepsTo(last: Link | undefined): readonly Step[] {
  const steps: Step[] = [];
  for (let link = last; link !== undefined; link = link.before) {
    steps.push({ key: link.key, isText: link.isText, keys: Object.keys(link.holder) });
  }
  return steps.reverse();
}
