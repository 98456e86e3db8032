import { closingQuote } from '../read/escapes';
import { namesAnEvent } from '../read/evidence';
import { inOrderOfText } from '../read/own/amongLines';
import type { FieldOrder } from '../read/own/fieldOrder';
import { messagesInCells } from '../read/own/messagesInCells';
import type { OwnPiece } from '../read/own/ownPiece';
import { ownPieces } from '../read/own/ownPieces';
import { ownWayBeside } from '../read/own/ownWay';
import { isAllIn, isIn } from '../read/own/spansInText';
import { type ValuesBeside, valuesBeside } from '../read/own/valuesBeside';
import { ofRecord } from '../read/repairs/proposal';
import { readEmbedded } from '../read/wrapped/readEvent';
import type { EventRecord, Problem, Span } from '../record';
import { embeddedRecord } from './checkEmbedded';
import { problemOfGap } from './checkRecord';
import { leftBeside } from './leftBeside';

/** Records of WorkMail's own logs in a text that holds events of CloudTrail, too. */
export class OwnBeside {
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
    // What is damaged goes on in the next line.
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
