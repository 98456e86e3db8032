import type { EventFacts } from '../../core/index';
import { OUTCOMES } from '../../core/store/rowState';
import { copyUuid, uuidIn } from '../../core/store/uuid';
import { type BlockNotes, NotesWriter } from './blockNotes';
import type { Row } from './row';
import {
  END,
  EVENT_NAME,
  EVENT_SOURCE,
  ID,
  LEVEL,
  MET,
  MUCH_MET,
  metBits,
  START,
  STATE,
  STRIDE,
  stateBits,
} from './rowNumbers';

/** What a block is made of. */
export interface WrittenRows {
  readonly numbers: Uint32Array;
  readonly times: Float64Array;
  readonly notes: BlockNotes;
}

/** A row of which numbers say everything: its record is whole, of another service than WorkMail's, and stands between its like. */
export type PlainRow = Pick<
  Row,
  'start' | 'end' | 'eventName' | 'eventSource' | 'level' | 'outcome' | 'time' | 'eventID'
>;

/** Writes the rows of a block, one behind the other. */
export class BlockWriter {
  readonly #capacity: number;
  #numbers: Uint32Array;
  #times: Float64Array;
  #notes = new NotesWriter();
  #count = 0;

  /** @param capacity the most rows between two `take` */
  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#numbers = new Uint32Array(capacity * STRIDE);
    this.#times = new Float64Array(capacity);
  }

  get count(): number {
    return this.#count;
  }

  get isFull(): boolean {
    return this.#count === this.#capacity;
  }

  add(row: Row): void {
    const at = this.#count;
    const met = metBits(row.met);
    this.#write(row, stateBits(row), met);
    this.#notes.add(at, row, met === MUCH_MET);
  }

  addPlain(row: PlainRow): void {
    this.#write(row, plainState(row.outcome), 0);
  }

  /** The rows since the last time. */
  take(): WrittenRows {
    const isWhole = this.isFull;
    const count = this.#count;
    const rows = {
      numbers: isWhole ? this.#numbers : this.#numbers.slice(0, count * STRIDE),
      times: isWhole ? this.#times : this.#times.slice(0, count),
      notes: this.#notes.notes,
    };
    this.#numbers = new Uint32Array(this.#capacity * STRIDE);
    this.#times = new Float64Array(this.#capacity);
    this.#notes = new NotesWriter();
    this.#count = 0;
    return rows;
  }

  #write(row: PlainRow, state: number, met: number): void {
    const at = this.#count++;
    const numbers = this.#numbers;
    const own = at * STRIDE;
    numbers[own + START] = row.start;
    numbers[own + END] = row.end;
    numbers[own + EVENT_NAME] = row.eventName;
    numbers[own + EVENT_SOURCE] = row.eventSource;
    numbers[own + LEVEL] = row.level;
    numbers[own + STATE] = state;
    numbers[own + MET] = met;
    this.#times[at] = row.time;
    const { eventID } = row;
    if (typeof eventID !== 'string') copyUuid(eventID, numbers, own + ID);
    else if (!uuidIn(eventID, numbers, own + ID)) this.#notes.addId(at, eventID);
  }
}

const PLAIN = OUTCOMES.map((outcome) =>
  stateBits({ service: 'other', malformed: null, outcome, form: 'object', isNetwork: false }),
);

function plainState(outcome: EventFacts['outcome']): number {
  return PLAIN[OUTCOMES.indexOf(outcome)] ?? 0;
}
