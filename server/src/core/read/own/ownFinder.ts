import { closingQuote } from '../escapes';
import { closingBracket } from '../valueEnd';
import { parseObject } from '../whole';
import { type EventStart, EventStarts } from '../wrapped/eventStarts';
import { OuterStructure } from '../wrapped/outerStructure';
import { readEmbedded } from '../wrapped/readEvent';
import { ownKindOf } from './ownKind';
import { signOf, tellingNames } from './ownLogs';
import type { OwnPiece } from './ownPiece';
import { LONGEST_RECORD, recordAround } from './recordAround';

/** What may be the beginning of a record. */
export const BEGINNING = /\{\s*"(\w+)"\s*:/g;

/** A record that was found, and whether it is all that a string holds. */
export interface Found extends OwnPiece {
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

/** All that is found. */
export function* piecesFrom(finder: OwnFinder): Generator<OwnPiece> {
  for (let found = finder.next(0); found !== undefined; found = finder.next(found.end)) {
    const { fills: _fills, ...piece } = found;
    yield piece;
  }
}
