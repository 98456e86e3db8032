import { sameId } from '../check/eventId';
import type { Unlike } from '../investigate/evidence';
import { columns } from './columns';
import { differingColumns } from './differingColumns';
import { EVENT_ID_IS_TEXT, malformedIn } from './rowState';
import { actAt, type SpeakingRows } from './speakingRows';
import type { StoredAct } from './storedAct';
import { uuidIn, WORDS } from './uuid';

/** Bits of the table of ids that were met: two megabytes. */
const MET_BITS = 24;
/** Of the records of one id so many that differ from the first are told. */
const MOST_OTHERS = 4;
/** Of more records of one id the rest is not compared: some examples have one made-up id in all of them. */
const MOST_COMPARED = 100;

interface RowOfId {
  readonly each: SpeakingRows;
  readonly row: number;
}

/**
 * Records that have one eventID and do not tell the same. Only ids of AWS's form are looked at, for made-up ones are given to many
 * events, and no broken record is.
 *
 * @param rows all of them, in the order in which they are told
 * @param most so many ids
 */
export function unlikeRecords(rows: readonly SpeakingRows[], most: number): readonly Unlike[] {
  const found: Unlike[] = [];
  for (const [first, ...others] of rowsOfOneId(rows).values()) {
    if (first === undefined || others.length === 0) continue;
    const unlike = unlikeFirst(
      actAt(first.each, first.row),
      others.slice(0, MOST_COMPARED).map(({ each, row }) => actAt(each, row)),
    );
    if (unlike !== undefined) found.push(unlike);
    if (found.length === most) break;
  }
  return found;
}

function unlikeFirst(first: StoredAct, others: readonly StoredAct[]): Unlike | undefined {
  const fields = new Set<string>();
  const acts: StoredAct[] = [];
  for (const other of others) {
    const differing = differingColumns(first, other);
    if (differing.length > 0 && acts.length < MOST_OTHERS) acts.push(other);
    for (const field of differing) fields.add(field);
  }
  const [second, ...more] = acts;
  return second && { acts: [first, second, ...more], fields: Array.from(fields) };
}

/** The rows of ids that more than one row may have, by id. Most ids stand in one row, of which nothing is kept. */
function rowsOfOneId(rows: readonly SpeakingRows[]): ReadonlyMap<string, readonly RowOfId[]> {
  const [once, again] = [new Uint32Array(2 ** (MET_BITS - 5)), new Uint32Array(2 ** (MET_BITS - 5))];
  forEachId(rows, (_, hash) => {
    const [word, bit] = [hash >>> 5, 1 << (hash & 31)];
    if (((once[word] ?? 0) & bit) !== 0) again[word] = (again[word] ?? 0) | bit;
    once[word] = (once[word] ?? 0) | bit;
  });
  const found = new Map<string, RowOfId[]>();
  forEachId(rows, (words, hash, each, row) => {
    if (((again[hash >>> 5] ?? 0) & (1 << (hash & 31))) === 0) return;
    const id = words.join();
    const known = found.get(id);
    if (known === undefined) found.set(id, [{ each, row }]);
    else if (known.length <= MOST_COMPARED) known.push({ each, row });
  });
  return found;
}

/** Goes through the rows with an id of AWS's form. @param take is given the four numbers of the id, which are the next row's afterwards */
function forEachId(
  rows: readonly SpeakingRows[],
  take: (words: Uint32Array, hash: number, each: SpeakingRows, row: number) => void,
): void {
  const words = new Uint32Array(WORDS);
  for (const each of rows) {
    for (const row of each.rows) {
      const state = each.chunk.number(row, columns.state);
      if (malformedIn(state) === 'syntax' || !readId(each, row, state, words)) continue;
      let hash = 0;
      for (const word of words) hash = Math.imul(hash ^ word, 0x9e3779b1);
      // An id of zeros alone stands for one that was taken out.
      if (hash !== 0) take(words, hash >>> (32 - MET_BITS), each, row);
    }
  }
}

function readId({ chunk }: SpeakingRows, row: number, state: number, words: Uint32Array): boolean {
  if ((state & EVENT_ID_IS_TEXT) !== 0) return uuidIn(sameId(chunk.eventID(row)), words, 0);
  for (let word = 0; word < WORDS; word++) words[word] = chunk.number(row, columns.eventID + word);
  return true;
}
