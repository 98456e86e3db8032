import { closingQuote } from '../read/escapes';
import { isCloudTrailRecord, namesAnEvent } from '../read/evidence';
import { ownKindOf } from '../read/own/ownKind';
import { mayHoldOwn } from '../read/own/ownLogs';
import type { OwnPiece } from '../read/own/ownPiece';
import { ownPieces } from '../read/own/ownPieces';
import { ownWayBeside } from '../read/own/ownWay';
import { ofRecord } from '../read/repairs/proposal';
import { readEmbedded } from '../read/wrapped/readEvent';
import type { EventRecord, LogOutline, Problem, Span } from '../record';
import { ownRecord } from './analyzeOwn';
import { embeddedRecord } from './checkEmbedded';
import type { Checkpoint } from './checkpoint';
import { problemOfGap } from './checkRecord';

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
 */
export function* withOwnRecords(
  text: string,
  reading: Generator<EventRecord | undefined, LogOutline>,
  checkpoint?: Checkpoint,
): Generator<EventRecord | undefined, LogOutline> {
  let own: OwnBeside | undefined;
  let behind = 0;
  let index = 0;
  let events = 0;
  const look = (end: number): void => {
    if (own !== undefined || end - behind < SHORTEST || !mayHoldOwn(text.slice(behind, end))) return;
    const found = new OwnBeside(text, behind);
    own = found;
    // Nothing is known by which a change of such a text could be followed.
    if (found.isAny && checkpoint !== undefined) checkpoint.isUsable = false;
  };
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done) {
      look(text.length);
      if (own === undefined || !own.isAny) return next.value;
      for (const piece of own.before(text.length, behind)) yield ownRecord(piece, index++);
      if (checkpoint !== undefined) checkpoint.wrapping = undefined;
      const problems = own.problemsOf(next.value.problems);
      return { ...next.value, ...(events === 0 && { kind: OWN }), problems };
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
  readonly #given: OwnPiece[] = [];
  readonly #events: Span[] = [];
  #next = 0;

  /** @param from offset before which there is none */
  constructor(text: string, from: number) {
    this.#text = text;
    const how = ownWayBeside(text, from);
    const pieces = ownPieces(text, how);
    const found: OwnPiece[] = [];
    let next = pieces.next();
    for (; !next.done; next = pieces.next()) if (next.value.start >= from) found.push(next.value);
    this.#pieces = found;
    this.#gaps = how === 'lines' ? next.value.gaps.map(problemOfGap) : [];
  }

  get isAny(): boolean {
    return this.#pieces.length > 0;
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
    return [...problems.filter(({ span }) => !isIn(places, span)), ...left].sort(
      (a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0),
    );
  }
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

/** Whether a stretch has a character in common with one of some others. @param places in the order of the text, none in another */
function isIn(places: readonly Span[], span: Span | undefined): boolean {
  if (span === undefined) return false;
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const found = places[low];
  return found !== undefined && found.start < Math.max(span.end, span.start + 1);
}
