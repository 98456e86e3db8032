import type { JsonObject, Span } from '../../record';
import { closingQuote } from '../escapes';
import { formOfLines, formUnder, LINES as TEXT_LINES } from '../forms/nameForm';
import type { Gap } from '../gaps';
import { ofRecord } from '../repairs/proposal';
import { closingBracket } from '../valueEnd';
import { parseObject } from '../whole';
import { type EventStart, EventStarts } from '../wrapped/eventStarts';
import { OuterStructure } from '../wrapped/outerStructure';
import { outerTextOf } from '../wrapped/outerText';
import { readEmbedded } from '../wrapped/readEvent';
import type { FieldOrder } from './fieldOrder';
import { ownKindOf } from './ownKind';
import { signOf, tellingNames } from './ownLogs';
import { ownPairsOf, piecesInPairs } from './ownPairs';
import type { OwnPiece } from './ownPiece';
import { ownTime } from './ownReading';
import { ownTableOf, piecesInTable } from './ownTable';
import { LONGEST_RECORD, recordAround } from './recordAround';

/** What is known of a text beside the records of WorkMail's own logs in it. */
export interface OwnOutside {
  /** The id of a file of `schemas/forms`. */
  readonly form: string;
  readonly gaps: readonly Gap[];
  /** The names of fields stand nowhere in it. */
  readonly lacksNames?: true;
}

/** How records stand in a text: a line of JSON each, a line of values each, inside other JSON, or as lists of names and values, or flat objects, in JSON. */
export type OwnWay = 'lines' | 'table' | 'inside' | 'pairs';

/** The forms of records that stand alone. */
const LINES = 'json-lines';
const SINGLE = 'single';
const TABLE = 'own-values';

/** What an export of CloudWatch Logs and `aws logs tail` write before an event: its time, and perhaps its stream. */
const TIME_BEFORE = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*)\s[^{]*(?=\{)/;

/** A line that is an object, as JSON, or ends with one behind a time. */
export function recordOfLine(line: string): JsonObject | undefined {
  const trimmed = line.trim().replace(TIME_BEFORE, '');
  return trimmed.startsWith('{') && trimmed.endsWith('}') ? parseObject(trimmed) : undefined;
}

export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/**
 * All records of a text in its order.
 *
 * @param orders of fields that calls have told, for lines of values without names
 */
export function* ownPieces(
  text: string,
  how: OwnWay,
  orders: readonly FieldOrder[] = [],
): Generator<OwnPiece, OwnOutside> {
  if (how === 'table') {
    const table = ownTableOf(text, orders);
    const gaps = table === undefined ? [] : yield* piecesInTable(text, table);
    return { form: TABLE, gaps, ...(table?.nameless && { lacksNames: true }) };
  }
  const pairs = how === 'pairs' ? ownPairsOf(text) : undefined;
  if (pairs !== undefined) return { form: pairs.form, gaps: yield* piecesInPairs(text, pairs) };
  return how === 'lines' ? yield* piecesInLines(text) : yield* piecesInside(text);
}

/** One record a line. What else stands on a line of its own is another log, or damage that is no record any more. */
function* piecesInLines(text: string): Generator<OwnPiece, OwnOutside> {
  let count = 0;
  const gaps: Gap[] = [];
  const before: string[] = [];
  const firstKeys = new Set<string>();
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; ) {
    let end = lineEnd(text, at);
    const next = end + 1;
    while (end > at && isSpace(text.charCodeAt(end - 1))) end--;
    while (at < end && isSpace(text.charCodeAt(at))) at++;
    if (at < end) {
      const [prefix = '', time] = TIME_BEFORE.exec(text.slice(at, end)) ?? [];
      const begin = at + prefix.length;
      const several = objectsIn(text, begin, end);
      const around = ownTime(time);
      for (const { start, end: behind } of several ?? [{ start: begin, end }]) {
        const pieces = piecesOf(text, { start, end: behind }, gaps, firstKeys);
        for (const piece of pieces) {
          count++;
          if (prefix !== '') before.push(prefix);
          yield around === undefined ? piece : { ...piece, around };
        }
        if (pieces.length > 0) continue;
        for (const held of heldBy(text, start, behind)) {
          count++;
          yield held;
        }
      }
    }
    at = next;
  }
  if (before.length > 0) return { form: formOfLines(before) ?? TEXT_LINES, gaps };
  return { form: count === 1 ? SINGLE : LINES, gaps };
}

/** Whole records with their time in an object that is no record, as what CloudWatch Logs hands out holds one in its message. */
function* heldBy(text: string, start: number, end: number): Generator<OwnPiece> {
  const source = text.slice(start, end);
  if (!TIMES.some((name) => source.includes(name)) || parseObject(source) === undefined) return;
  for (const piece of piecesInside(source)) {
    if (piece.around === undefined || piece.damages.length > 0) continue;
    yield { ...piece, start: start + piece.start, end: start + piece.end };
  }
}

/** Whole objects that share a line: where logs were put together whose last line does not end, or lists of them. Undefined where it is one, or anything else. */
function objectsIn(text: string, start: number, end: number): readonly Span[] | undefined {
  const found: Span[] = [];
  for (let at = start; at < end; ) {
    if (text[at] !== '{') {
      if (!/[\s,[\]]/.test(text[at] ?? '')) return undefined;
      at++;
      continue;
    }
    const behind = closingBracket(text, at, end);
    if (behind < 0 || (at === start && behind === end)) return undefined;
    found.push({ start: at, end: behind });
    at = behind;
  }
  return found.length > 0 && found.every((each) => parseObject(text.slice(each.start, each.end)) !== undefined)
    ? found
    : undefined;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0d || code === 0x09;
}

/** What may be the beginning of a record on a line. */
const BEGINNING = /\{\s*"(\w+)"\s*:/g;

/** The records of a line: one, or where another one got into it, each that is whole. @param firstKeys what records began with so far */
function piecesOf(text: string, { start, end }: Span, gaps: Gap[], firstKeys: Set<string>): readonly OwnPiece[] {
  const source = text.slice(start, end);
  const isOther = ({ index, 1: key = '' }: RegExpExecArray): boolean =>
    index > 0 && (firstKeys.has(key) || signOf(key) !== undefined || tellingNames().includes(key));
  const other = parseObject(source) === undefined ? Array.from(source.matchAll(BEGINNING)).find(isOther) : undefined;
  if (other !== undefined) {
    const found = Array.from(piecesFrom(new OwnFinder(source, Array.from(firstKeys))), (piece) => ({
      ...piece,
      start: start + piece.start,
      end: start + piece.end,
      damages: isLast(text, end) ? piece.damages : piece.damages.map(ofRecord),
    }));
    const [first] = found;
    if (first !== undefined && found.some(({ damages }) => damages.length === 0)) {
      const rest = pieceOf(text, start, first.start, gaps);
      return rest === undefined ? found : [rest, ...found];
    }
  }
  const piece = pieceOf(text, start, end, gaps);
  const [key] = piece?.damages.length === 0 ? Object.keys(piece.value ?? {}) : [];
  if (key !== undefined) firstKeys.add(key);
  return piece === undefined ? [] : [piece];
}

function* piecesFrom(finder: OwnFinder): Generator<OwnPiece> {
  for (let found = finder.next(0); found !== undefined; found = finder.next(found.end)) {
    const { fills: _fills, ...piece } = found;
    yield piece;
  }
}

/** A line that is a record, be it damaged. @param gaps what is wrong with a line of which too little is left for a record */
function pieceOf(text: string, start: number, end: number, gaps: Gap[]): OwnPiece | undefined {
  const source = text.slice(start, end);
  const value = parseObject(source);
  if (value !== undefined) {
    const log = ownKindOf(value);
    return log && { start, end, form: 'object', source, value, damages: [], edits: [], log };
  }
  if (!source.includes('"')) return undefined;
  const read = readEmbedded(text, start, end, 0);
  const log = ownKindOf(read.value);
  const damages = isLast(text, end) ? read.damages : read.damages.map(ofRecord);
  if (log === undefined && namesField(source)) gaps.push(...damages.map((damage) => inText(damage, start)));
  return log && { ...read, damages, log };
}

/** Whether nothing stands behind an offset. */
function isLast(text: string, end: number): boolean {
  return text.slice(end, end + LOOKED_BEHIND).trim() === '';
}

/** More white space than this ends no log. */
const LOOKED_BEHIND = 1000;

/** What is wrong with a lost record, at its place in the text. It is not mended: what is left is no record. */
function inText({ span, ...damage }: Gap, start: number): Gap {
  return { ...damage, span: { start: start + span.start, end: start + span.end }, edits: [], safe: false };
}

/** Whether what was to be an object has a field of such a log: the rest of a record, and no line of another log. */
function namesField(source: string): boolean {
  if (!source.startsWith('{')) return false;
  for (const [, name = ''] of source.matchAll(/"(\w+)"\s*:/g))
    if ((signOf(name) ?? 0) > 0 || tellingNames().includes(name)) return true;
  return false;
}

/** Records inside other JSON, as objects or in strings. */
function* piecesInside(text: string): Generator<OwnPiece, OwnOutside> {
  const finder = new OwnFinder(text, firstKeysIn(text));
  const found: Found[] = [];
  for (let at = 0; ; ) {
    const piece = finder.next(at);
    if (piece === undefined) break;
    found.push(piece);
    at = piece.end;
  }
  const last = found.length - 1;
  for (const [index, piece] of found.entries()) {
    if (piece.damages.length > 0 && (index < last || !isLast(text, piece.end)))
      found[index] = { ...piece, damages: piece.damages.map(ofRecord) };
  }
  const places = found.map((piece) => ({ start: piece.start, end: piece.end, fills: piece.fills }));
  const { gaps, around, way } = outerTextOf(text, places);
  for (const [index, { fills: _fills, ...piece }] of found.entries()) {
    const time = timeAround(around.get(index));
    yield time === undefined ? piece : { ...piece, around: time };
  }
  const { form } = formUnder(way);
  return { form: form === LINES && found.length === 1 ? SINGLE : form, gaps };
}

/** So many sound records are asked what they begin with. */
const RECORDS_ASKED = 3;

/** What records of a text begin with: the order of fields is the customer's, and it tells where the next one begins behind a damaged one. */
function firstKeysIn(text: string): readonly string[] {
  const keys = new Set<string>();
  let asked = 0;
  for (const { damages, value } of piecesFrom(new OwnFinder(text))) {
    const [key] = damages.length === 0 ? Object.keys(value ?? {}) : [];
    if (key !== undefined) keys.add(key);
    if (++asked === RECORDS_ASKED) break;
  }
  return Array.from(keys);
}

/** Names by which what holds a record says when it happened. */
const TIMES = ['timestamp', '@timestamp', 'time', 'eventTimestamp'];

function timeAround(holder: JsonObject | undefined): number | undefined {
  for (const name of TIMES) {
    const time = holder === undefined || !Object.hasOwn(holder, name) ? undefined : ownTime(holder[name]);
    if (time !== undefined) return time;
  }
  return undefined;
}

interface Found extends OwnPiece {
  readonly fills: boolean;
}

/** So often what begins in a damaged record may turn out to be none: what follows a record is looked through for each. */
const MOST_MISSES = 1000;
/** A brace and the name of a field. */
const LONGEST_BEGINNING = 100;

/** Finds records one after the other, wherever they stand in JSON. */
export class OwnFinder {
  readonly #text: string;
  readonly #structure: OuterStructure;
  readonly #starts: EventStarts;
  /** A whole record behind the damaged one that was found last. */
  #held: Found | undefined;
  #missesLeft = MOST_MISSES;

  /** @param firstKeys what records of this text begin with, beside names that tell them */
  constructor(text: string, firstKeys: readonly string[] = []) {
    this.#text = text;
    this.#structure = new OuterStructure(text);
    const names = tellingNames();
    this.#starts = new EventStarts(text, this.#structure, firstKeys, {
      first: names,
      telling: [...names, 'eventName'],
    });
  }

  next(from: number): Found | undefined {
    const held = this.#held;
    this.#held = undefined;
    if (held !== undefined && held.start >= from) return this.#take(held);
    let at = from;
    for (let begun = this.#starts.next(at); begun !== undefined; begun = this.#starts.next(at)) {
      at = Math.max(at, begun.start + 1);
      const piece = recordAround(this.#text, begun, this.#structure) ?? this.#read(begun);
      if (piece !== undefined) return this.#take(piece);
    }
    return undefined;
  }

  #take(piece: Found): Found {
    this.#structure.advance(piece.start);
    if (piece.form === 'object') this.#structure.leaveString();
    this.#structure.skip(piece.start, piece.end);
    this.#starts.pass(piece.start, piece.end);
    return piece;
  }

  #read(begun: EventStart): Found | undefined {
    const { start, level, fills } = begun;
    const text = this.#text;
    const near = Math.min(text.length, start + LONGEST_RECORD);
    const end = level === 0 ? closingBracket(text, start, near) : closingQuote(text, start, near);
    const whole = end < 0 ? undefined : this.#at(start, end, begun);
    if (whole !== undefined && whole.damages.length === 0) return whole;
    const limit = Math.min(near, this.#starts.limit(start + 1, level));
    const upTo = end >= 0 && end <= limit ? end : limit;
    const other = level === 0 ? this.#wholeWithin(start + 1, Math.max(upTo, whole?.end ?? 0)) : undefined;
    const mended = this.#at(start, Math.min(upTo, other?.start ?? upTo), { ...begun, fills });
    if (other === undefined) return mended ?? whole;
    // What begins before it is asked first.
    if (other.start > upTo) return mended;
    if (mended === undefined) return other;
    this.#held = other;
    return mended;
  }

  /** The first whole record that begins between two offsets, whatever it begins with: no string of a record has quotes like its own. */
  #wholeWithin(from: number, to: number): Found | undefined {
    const text = this.#text;
    const part = text.slice(from, to + LONGEST_BEGINNING);
    for (const { index, 1: key = '' } of part.matchAll(BEGINNING)) {
      const start = from + index;
      if (start >= to || this.#missesLeft === 0) return undefined;
      if (signOf(key) === undefined && !tellingNames().includes(key)) continue;
      const end = closingBracket(text, start, Math.min(text.length, start + LONGEST_RECORD));
      const value = end < 0 ? undefined : parseObject(text.slice(start, end));
      if (ownKindOf(value) !== undefined) return this.#at(start, end, { start, level: 0, fills: false });
      this.#missesLeft--;
    }
    return undefined;
  }

  #at(start: number, end: number, { level, fills }: EventStart): Found | undefined {
    const read = readEmbedded(this.#text, start, end, level);
    const log = ownKindOf(read.value);
    return log && { ...read, log, fills: fills && read.end === end };
  }
}
