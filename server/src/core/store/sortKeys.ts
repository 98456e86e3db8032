import type { EventRow } from '../investigate/eventRow';
import { byField, type Cell, type RowField, rowFields } from '../investigate/rowFields';
import { columns } from './columns';
import { keysOfRowField } from './keysOf';
import type { AsEventRow } from './pickedRows';
import type { RowChunk } from './rowChunk';
import { EVENT_ID_IS_TEXT, REQUEST_ID_IS_SHORT, REQUEST_ID_IS_TEXT } from './rowState';
import { textKey, uuidKey } from './textKey';
import { ValueNumbers } from './valueNumbers';

/** Numbers of 32 bits in the order of a field, as far as they can tell it. */
export interface SortKeys {
  /** Writes one for each row. */
  readonly write: (chunk: RowChunk, rows: Uint32Array, into: Uint32Array, from: number) => void;
  /** Given where what is written are no keys yet: those by what is written. */
  readonly ranks?: () => Uint32Array;
  /** What decides between rows of one key. Absent: the same key is the same text. */
  readonly rest?: {
    readonly isOpen: (key: number) => boolean;
    readonly cellsOf: (row: EventRow) => readonly Cell[];
  };
}

const LAST_KEY = 2 ** 32 - 1;

/** How rows are sorted by a field, the smallest first. */
export function sortKeysOf(field: RowField, asRow: AsEventRow): SortKeys {
  if (field === 'time') return timeKeys;
  if (field === 'eventID') return idKeys(field, columns.eventID, EVENT_ID_IS_TEXT);
  if (field === 'requestID') return idKeys(field, columns.requestID, REQUEST_ID_IS_TEXT);
  if (field === 'index') return indexKeys(asRow);
  return rankKeys(field, asRow);
}

/** Seconds; those that 32 bits can't tell, and none, lie at both ends. */
const timeKeys: SortKeys = {
  write: (chunk, rows, into, from) => {
    const times = chunk.column(columns.time);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      const time = times[row] ?? 0;
      into[from + at] = time !== 0 ? time : chunk.time(row) <= 0 ? 0 : LAST_KEY;
    }
  },
  rest: {
    isOpen: (key) => key === 0 || key === LAST_KEY,
    cellsOf: (row) => [row.time, row.eventTime],
  },
};

function idKeys(field: 'eventID' | 'requestID', column: number, isText: number): SortKeys {
  return {
    write: (chunk, rows, into, from) => {
      const words = chunk.column(column);
      const states = chunk.column(columns.state);
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at] ?? 0;
        const word = words[row] ?? 0;
        const state = states[row] ?? 0;
        if ((state & REQUEST_ID_IS_SHORT) !== 0 && field === 'requestID')
          into[from + at] = textKey(chunk.requestID(row));
        else if ((state & isText) === 0) into[from + at] = uuidKey(word);
        else into[from + at] = word === 0 ? LAST_KEY : textKey(chunk.tables.text(word));
      }
    },
    rest: { isOpen: (key) => key !== LAST_KEY, cellsOf: (row) => [rowFields[field](row)] },
  };
}

function indexKeys(asRow: AsEventRow): SortKeys {
  return {
    write: (chunk, rows, into, from) => {
      for (let at = 0; at < rows.length; at++) into[from + at] = asRow(chunk, rows[at] ?? 0).index;
    },
  };
}

/** Different values are few: they are sorted themselves. */
function rankKeys(field: RowField, asRow: AsEventRow): SortKeys {
  const cell = rowFields[field];
  const values = new ValueNumbers({ valuesOf: (row: EventRow) => [cell(row)], keys: keysOfRowField[field], asRow });
  return {
    write: (chunk, rows, into, from) => values.write(chunk, rows, into, from),
    ranks: () => {
      const compare = byField(field);
      const sorted = Array.from(values.examples.entries()).sort(([, left], [, right]) => compare(left, right));
      const ranks = new Uint32Array(sorted.length);
      let rank = 0;
      for (const [at, [number, row]] of sorted.entries()) {
        const before = sorted[at - 1];
        if (before !== undefined && compare(before[1], row) !== 0) rank++;
        ranks[number] = rank;
      }
      return ranks;
    },
  };
}
