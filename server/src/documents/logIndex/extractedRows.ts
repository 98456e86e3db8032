import { columns } from '../../core/index';
import { EVENT_ID_IS_TEXT, HANDED_OVER, outcomeIn, serviceNumberIn } from '../../core/store/rowState';
import type { Texts } from '../../core/store/texts';
import { type Uuid, WORDS } from '../../core/store/uuid';
import type { Extractor, LivePiece } from '../../extract/extractor';
import type { BlockWriter, PlainRow } from './blockWriter';

type Names = Pick<PlainRow, 'eventName' | 'eventSource'>;

/** Makes rows of the index of those that the extractor has made of one log. */
export class ExtractedRows {
  readonly #extractor: Extractor;
  readonly #names: Texts;
  readonly #level: number;
  /** By the number of the call. */
  readonly #namesOfCalls: Names[] = [];

  /**
   * @param names of the log
   * @param level what stands open around each record
   */
  constructor(extractor: Extractor, names: Texts, level: string) {
    this.#extractor = extractor;
    this.#names = names;
    this.#level = names.numberOf(level);
  }

  of(piece: LivePiece): RowsOfPiece {
    return new RowsOfPiece(piece, {
      level: this.#level,
      namesOf: (call) => this.#namesOf(call),
      textOf: (number) => this.#extractor.textOf(number),
    });
  }

  #namesOf(call: number): Names {
    const known = this.#namesOfCalls[call];
    if (known !== undefined) return known;
    const { action, source } = this.#extractor.namesOf(call);
    const names = { eventName: this.#names.numberOf(action), eventSource: this.#names.numberOf(source) };
    this.#namesOfCalls[call] = names;
    return names;
  }
}

/** What the rows of a log have in common. */
interface OfLog {
  readonly level: number;
  readonly namesOf: (call: number) => Names;
  readonly textOf: (number: number) => string;
}

/** The rows of one piece, by their position in it. */
export class RowsOfPiece {
  readonly #log: OfLog;
  readonly #calls: Uint32Array;
  readonly #times: Uint32Array;
  readonly #states: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #lengths: Uint32Array;
  readonly #ids: readonly Uint32Array[];
  readonly #id: Uuid = { words: new Uint32Array(WORDS), at: 0 };

  constructor(piece: LivePiece, log: OfLog) {
    this.#log = log;
    this.#calls = piece.column(columns.call);
    this.#times = piece.column(columns.time);
    this.#states = piece.column(columns.state);
    this.#starts = piece.column(columns.start);
    this.#lengths = piece.column(columns.length);
    this.#ids = Array.from({ length: WORDS }, (_, word) => piece.column(columns.eventID + word));
  }

  /** Offset of a record in its log. */
  start(at: number): number {
    return this.#starts[at] ?? 0;
  }

  /** Behind its last character. */
  end(at: number): number {
    return this.start(at) + (this.#lengths[at] ?? 0);
  }

  /**
   * The first record, from one up to another, exclusive, of which the row does not say all that an index has of it: it is of WorkMail,
   * or something may be wrong with it.
   */
  plainUpTo(from: number, to: number): number {
    const states = this.#states;
    for (let at = from; at < to; at++) {
      const state = states[at] ?? 0;
      if ((state & HANDED_OVER) !== 0 || serviceNumberIn(state) !== 0) return at;
    }
    return to;
  }

  /**
   * Writes rows of plain records that stand between their like, as long as there is room for them.
   *
   * @param base of the block that they are written for
   * @returns the first that was not written
   */
  write(writer: BlockWriter, from: number, to: number, base: number): number {
    let at = from;
    for (; at < to && !writer.isFull; at++) writer.addPlain(this.#row(at, base));
    return at;
  }

  #row(at: number, base: number): PlainRow {
    const state = this.#states[at] ?? 0;
    const { eventName, eventSource } = this.#log.namesOf(this.#calls[at] ?? 0);
    return {
      start: this.start(at) - base,
      end: this.end(at) - base,
      eventName,
      eventSource,
      level: this.#log.level,
      outcome: outcomeIn(state),
      time: 1000 * (this.#times[at] ?? 0),
      eventID: this.#eventID(at, state),
    };
  }

  #eventID(at: number, state: number): PlainRow['eventID'] {
    if ((state & EVENT_ID_IS_TEXT) !== 0) return this.#log.textOf(this.#ids[0]?.[at] ?? 0);
    const { words } = this.#id;
    for (let word = 0; word < WORDS; word++) words[word] = this.#ids[word]?.[at] ?? 0;
    return this.#id;
  }
}
