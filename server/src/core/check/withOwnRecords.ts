import { closingQuote } from '../read/escapes';
import { isCloudTrailRecord, namesAnEvent } from '../read/evidence';
import { unexpected } from '../read/gaps';
import { firstBehind, inOrderOfText } from '../read/own/amongLines';
import type { FieldOrder } from '../read/own/fieldOrder';
import { lackOrganization } from '../read/own/lacksOrganization';
import { messagesInCells } from '../read/own/messagesInCells';
import { ownKindOf } from '../read/own/ownKind';
import { mayHoldOwn } from '../read/own/ownLogs';
import type { OwnPiece } from '../read/own/ownPiece';
import { ownPieces } from '../read/own/ownPieces';
import { lineEnd } from '../read/own/ownRecordLines';
import { ownWayBeside } from '../read/own/ownWay';
import { ORGANIZATION } from '../read/own/valueForm';
import { mayLackOrganization, type ValuesBeside, valuesBeside } from '../read/own/valuesBeside';
import { ofRecord } from '../read/repairs/proposal';
import { readEmbedded } from '../read/wrapped/readEvent';
import type { EventRecord, LogOutline, Problem, Span } from '../record';
import { ownRecord } from './analyzeOwn';
import { embeddedRecord } from './checkEmbedded';
import type { Checkpoint } from './checkpoint';
import { problemOfGap } from './checkRecord';
import { codeOf } from './rules';

/** No record is shorter. */
const SHORTEST = 30;
/** So much behind an event in a string is looked at for fields of a record that it may stand in. */
const LOOKED_BEHIND = 2000;
const OWN = "WorkMail's own logs";

/**
 * A log of CloudTrail's events with the records of WorkMail's own logs that stand between them, in the order of the text. They are looked
 * for once something between two events names a field of one, so a log without any costs next to nothing.
 *
 * @param reading of the events
 * @param orders of fields that calls have told, for lines of values without names
 */
export function* withOwnRecords(
  text: string,
  reading: Generator<EventRecord | undefined, LogOutline>,
  checkpoint?: Checkpoint,
  orders: readonly FieldOrder[] = [],
): Generator<EventRecord | undefined, LogOutline> {
  let own: OwnBeside | undefined;
  let behind = 0;
  let index = 0;
  let events = 0;
  let mayLack = false;
  // Nothing is known by which a change of such a text could be followed.
  const cannotFollow = (): void => {
    if (checkpoint !== undefined) checkpoint.isUsable = false;
  };
  const look = (end: number): void => {
    if (own !== undefined || end - behind < SHORTEST) return;
    const between = text.slice(behind, end);
    const lacks = mayLackOrganization(between);
    if (lacks) {
      mayLack = true;
      cannotFollow();
    }
    if (!mayHoldOwn(between) && !ORGANIZATION.test(between) && !(lacks && orders.some(lackOrganization))) return;
    const found = new OwnBeside(text, behind, orders);
    own = found;
    if (found.isAny) cannotFollow();
  };
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done) {
      look(text.length);
      const lacksNames = mayLack || own?.lacksNames === true;
      if (own === undefined || !own.isAny) return { ...next.value, ...(lacksNames && { lacksNames }) };
      for (const piece of own.before(text.length, behind)) yield ownRecord(piece, index++);
      if (checkpoint !== undefined) checkpoint.wrapping = undefined;
      const problems = own.problemsOf(next.value.problems);
      return { ...next.value, ...(events === 0 && { kind: OWN }), problems, ...(lacksNames && { lacksNames }) };
    }
    const read = next.value;
    if (read === undefined) {
      yield undefined;
      continue;
    }
    const isEvent = isSurely(read);
    if (isEvent && mayBeCut(text, read)) look(read.end);
    const record = (isEvent && own?.cutOff(read)) || read;
    const isInText = record.form !== 'object';
    look(isEvent ? record.start : record.end);
    // What stands in a string may stand in a value of a record, of which other fields come first or behind.
    if (isEvent && isInText) look(Math.min(text.length, record.end + LOOKED_BEHIND));
    for (const piece of own?.before(record.start, behind) ?? []) yield ownRecord(piece, index++);
    if (isEvent && own?.holds(record) === true) continue;
    if (record.form === 'row') {
      look(record.end);
      if (own?.isIn(record) === true) continue;
    }
    if (isEvent) {
      events++;
      behind = record.end;
      own?.addEvent(record);
    } else if (own?.isOneOf(record, text) === true) continue;
    yield record.index === index ? record : { ...record, index };
    index++;
  }
}

/** Whether a record is one of CloudTrail: not what is left of another one, nor one of WorkMail's own logs in columns of both. */
function isSurely({ event, malformed }: EventRecord): boolean {
  if (typeof event?.eventVersion === 'string' || isCloudTrailRecord(event)) return true;
  return malformed !== 'syntax' && ownKindOf(event) === undefined;
}

/** Whether an event is damaged and goes on in another line: one that is cut off takes up what stands behind it. */
function mayBeCut(text: string, { malformed, form, start, end }: EventRecord): boolean {
  return malformed === 'syntax' && form === 'object' && text.slice(start, end).includes('\n{');
}

/** Records of WorkMail's own logs in a text that holds events of CloudTrail, too. */
class OwnBeside {
  readonly #text: string;
  readonly #pieces: readonly OwnPiece[];
  readonly #gaps: readonly Problem[];
  /** Lines of values, read or not: what strangers have written into one is text. */
  readonly #lines: readonly Span[];
  readonly #given: OwnPiece[] = [];
  readonly #events: Span[] = [];
  #next = 0;
  /** Lines of values are among them whose fields calls may name. */
  readonly lacksNames: boolean;

  /**
   * @param from offset before which there is none
   * @param orders of fields that calls have told
   */
  constructor(text: string, from: number, orders: readonly FieldOrder[]) {
    this.#text = text;
    const how = ownWayBeside(text, from);
    const pieces = ownPieces(text, how, orders);
    const found: OwnPiece[] = [];
    let next = pieces.next();
    for (; !next.done; next = pieces.next()) if (next.value.start >= from) found.push(next.value);
    const {
      pieces: ofLines,
      lines,
      gaps,
      lacksNames,
    } = how === 'table' && messagesInCells(text) === undefined ? NO_VALUES : valuesBeside(text, orders);
    this.#lines = lines;
    this.lacksNames = lacksNames;
    this.#pieces = inOrderOfText(found, ofLines, lines);
    this.#gaps = [...(how === 'lines' ? next.value.gaps : []), ...gaps].map(problemOfGap);
  }

  get isAny(): boolean {
    return this.#pieces.length > 0 || this.#lines.length > 0;
  }

  /**
   * The next ones that begin before an offset.
   *
   * @param behind where the last event ends: what stands in an event is a part of it
   */
  *before(end: number, behind: number): Generator<OwnPiece> {
    for (; this.#next < this.#pieces.length; this.#next++) {
      const piece = this.#pieces[this.#next];
      if (piece === undefined || piece.start >= end) return;
      if (piece.start < behind) continue;
      this.#given.push(piece);
      yield piece;
    }
  }

  /**
   * Whether an event stands in a value of the last record that was given: strangers write subjects and names, and what they write is
   * text. Nobody knows where a damaged record ends, and an event behind it is never lost to it; what stands before all that is wrong in it,
   * in a text that ends before that as well, is a part of it all the same.
   */
  holds({ start, end }: Span): boolean {
    if (isAllIn(this.#text, this.#lines, { start, end })) return true;
    const last = this.#given.at(-1);
    if (last === undefined || start <= last.start) return false;
    if (last.damages.length === 0) return end < last.end;
    const damaged = last.start + Math.min(...last.damages.map(({ span }) => span.start));
    return end < damaged && endOfText(this.#text, last.start, { start, end }) < damaged;
  }

  /** Whether the next record stands in a cell of a row. */
  isIn({ start, end }: Span): boolean {
    const next = this.#pieces[this.#next];
    return next !== undefined && next.form === 'cell' && start < next.start && next.end < end + 1;
  }

  /**
   * A damaged event without the whole record that stands in a line of its own behind its beginning: no text of JSON has line breaks, so that the event
   * was cut off before it. Undefined where none does.
   */
  cutOff({ start, end, index, malformed, form }: EventRecord): EventRecord | undefined {
    if (malformed !== 'syntax' || form !== 'object') return undefined;
    const text = this.#text;
    for (let at = this.#next; at < this.#pieces.length; at++) {
      const piece = this.#pieces[at];
      if (piece === undefined || piece.start >= end) return undefined;
      const isLine = piece.damages.length === 0 && piece.form === 'object' && text[piece.start - 1] === '\n';
      if (piece.start <= start || !isLine) continue;
      const read = readEmbedded(text, start, start + text.slice(start, piece.start).trimEnd().length, 0);
      const alone = { ...read, damages: read.damages.map(ofRecord) };
      return embeddedRecord(text, alone, { start, end: read.end, form }, index);
    }
    return undefined;
  }

  /** What the events of CloudTrail say is no gap of ours. */
  addEvent({ start, end }: Span): void {
    this.#events.push({ start, end });
  }

  /** Whether what was read as an event too damaged to tell is such a record, or what is left of several. */
  isOneOf({ start, end }: Span, text: string): boolean {
    const last = this.#given.at(-1);
    if (last !== undefined && last.end > start) return true;
    const next = this.#pieces[this.#next];
    return next !== undefined && next.start < end && !namesAnEvent(text.slice(start, next.start));
  }

  /** What is wrong between the records: nothing that was found where one of these stands. */
  problemsOf(problems: readonly Problem[]): readonly Problem[] {
    const left = this.#gaps.filter((gap) => !isIn(this.#events, gap.span));
    const places = [...this.#given, ...left.flatMap(({ span }) => span ?? [])].sort((a, b) => a.start - b.start);
    const known = [...places, ...this.#lines].sort((a, b) => a.start - b.start || b.end - a.end);
    const ofText = problems.flatMap((problem) => leftBeside(this.#text, problem, known));
    return [...ofText, ...left].sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  }
}

const NO_VALUES: ValuesBeside = { pieces: [], lines: [], gaps: [], lacksNames: false };

const TEXT = /* @__PURE__ */ codeOf('unexpected-text');
/** Brackets and commas alone belong to what stands around records. */
const WORDS = /[\p{L}\p{N}]/u;

/** What is left of a problem between records where one of these stands: of text, the lines that hold nothing of one. */
function leftBeside(text: string, problem: Problem, places: readonly Span[]): readonly Problem[] {
  const { span, code } = problem;
  if (span === undefined || !isIn(places, span)) return [problem];
  if (code !== TEXT) return [];
  const left: Span[] = [];
  let isNext = false;
  for (let at = span.start; at < span.end; ) {
    const end = Math.min(span.end, lineEnd(text, at));
    const written = text.slice(at, end);
    const start = at + written.length - written.trimStart().length;
    const line = { start, end: at + written.trimEnd().length };
    const last = left.at(-1);
    if (isIn(places, { start: at, end }) || line.end <= line.start) isNext &&= line.end <= line.start;
    else if (isNext && last !== undefined) left[left.length - 1] = { start: last.start, end: line.end };
    else {
      left.push(line);
      isNext = true;
    }
    at = end + 1;
  }
  return left
    .filter((each) => WORDS.test(text.slice(each.start, each.end)) && !(each.end === span.end && opensJson(text, each)))
    .map((each) => problemOfGap(unexpected(text, each)));
}

/** What lookup-events and the like write before an event: a list, members, and the text that the event stands in. */
const OPENING = /^[[{](?:"(?:[^"\\]|\\.)*"|true|false|null|[\s[\]{},:\d.+-])*"?$/;

/** Whether a stretch is nothing but the beginning of JSON that an event stands in. */
function opensJson(text: string, { start, end }: Span): boolean {
  return OPENING.test(text.slice(start, end));
}

/** Behind the text of JSON in which a stretch lies; infinite where it lies in none. @param from where an object of JSON begins */
function endOfText(text: string, from: number, { start, end }: Span): number {
  for (let quote = text.indexOf('"', from); quote >= 0 && quote < start; ) {
    const closing = closingQuote(text, quote + 1, text.length);
    if (closing < 0) return Number.POSITIVE_INFINITY;
    if (closing >= start) return closing >= end ? closing + 1 : Number.POSITIVE_INFINITY;
    quote = text.indexOf('"', closing + 1);
  }
  return Number.POSITIVE_INFINITY;
}

/** Whether a stretch is nothing but some others and white space between them: what is damaged goes on in the next one. */
function isAllIn(text: string, places: readonly Span[], { start, end }: Span): boolean {
  let place = firstBehind(places, start);
  for (let at = start; at < end; place++) {
    const { start: begin, end: behind } = places[place] ?? { start: end, end };
    if (begin > at && text.slice(at, Math.min(begin, end)).trim() !== '') return false;
    at = Math.max(at, behind);
  }
  return true;
}

/** Whether a stretch has a character in common with one of some others. @param places in the order of the text, none in another */
function isIn(places: readonly Span[], span: Span | undefined): boolean {
  if (span === undefined) return false;
  const found = places[firstBehind(places, span.start)];
  return found !== undefined && found.start < Math.max(span.end, span.start + 1);
}
