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
  // A hash of many ids is that of another one as well: of those a second hash tells most apart.
  const some = metAgain(rowsWithIds(rows));
  const found = new Map<string, RowOfId[]>();
  const words = new Uint32Array(WORDS);
  for (const { each, rows: again } of metAgain(withSecondHashes(some))) {
    for (const row of again) {
      readId(each, row, each.chunk.number(row, columns.state), words);
      const id = words.join();
      const known = found.get(id);
      if (known === undefined) found.set(id, [{ each, row }]);
      else if (known.length <= MOST_COMPARED) known.push({ each, row });
    }
  }
  return found;
}

/** Some rows of a chunk, and a number below `2 ** MET_BITS` for the id of each. */
interface Hashed {
  readonly each: SpeakingRows;
  readonly rows: Uint32Array;
  readonly hashes: Uint32Array;
}

/** Of some rows those whose hash others of them have as well, in the same order; the others are written over. */
function metAgain(all: readonly Hashed[]): readonly Hashed[] {
  const [once, again] = [new Uint32Array(2 ** (MET_BITS - 5)), new Uint32Array(2 ** (MET_BITS - 5))];
  for (const { hashes } of all) {
    for (let at = 0; at < hashes.length; at++) {
      const hash = hashes[at] ?? 0;
      const [word, bit] = [hash >>> 5, 1 << (hash & 31)];
      const met = once[word] ?? 0;
      if ((met & bit) !== 0) again[word] = (again[word] ?? 0) | bit;
      else once[word] = met | bit;
    }
  }
  return all.map(({ each, rows, hashes }) => {
    let count = 0;
    for (let at = 0; at < hashes.length; at++) {
      const hash = hashes[at] ?? 0;
      if (((again[hash >>> 5] ?? 0) & (1 << (hash & 31))) === 0) continue;
      rows[count] = rows[at] ?? 0;
      hashes[count] = hash;
      count++;
    }
    return { each, rows: rows.subarray(0, count), hashes: hashes.subarray(0, count) };
  });
}

/** All rows with an id of AWS's form and no broken record. The ends of ids are as different as the whole. */
function rowsWithIds(rows: readonly SpeakingRows[]): readonly Hashed[] {
  const words = new Uint32Array(WORDS);
  return rows.map((each) => {
    const { chunk } = each;
    const states = chunk.column(columns.state);
    const [firsts, lasts] = [chunk.column(columns.eventID), chunk.column(columns.eventID + WORDS - 1)];
    const [found, hashes] = [new Uint32Array(each.rows.length), new Uint32Array(each.rows.length)];
    let count = 0;
    for (let at = 0; at < each.rows.length; at++) {
      const row = each.rows[at] ?? 0;
      const state = states[row] ?? 0;
      if (malformedIn(state) === 'syntax') continue;
      const isText = (state & EVENT_ID_IS_TEXT) !== 0;
      if (isText && !readId(each, row, state, words)) continue;
      const first = (isText ? words[0] : firsts[row]) ?? 0;
      const last = (isText ? words[WORDS - 1] : lasts[row]) ?? 0;
      // An id of zeros alone stands for one that was taken out.
      if (first === 0 && last === 0) continue;
      found[count] = row;
      hashes[count] = hashOf(first, last);
      count++;
    }
    return { each, rows: found.subarray(0, count), hashes: hashes.subarray(0, count) };
  });
}

/** The same rows with hashes of all of their ids. */
function withSecondHashes(some: readonly Hashed[]): readonly Hashed[] {
  const words = new Uint32Array(WORDS);
  return some.map(({ each, rows }) => ({
    each,
    rows,
    hashes: rows.map((row) => {
      readId(each, row, each.chunk.number(row, columns.state), words);
      return words.reduce(hashOf, 0);
    }),
  }));
}

function hashOf(one: number, other: number): number {
  return Math.imul(one ^ Math.imul(other, 0x9e3779b1), 0x85ebca6b) >>> (32 - MET_BITS);
}

/** Reads the id of a row as four numbers. @returns whether it is one of AWS's form */
function readId({ chunk }: SpeakingRows, row: number, state: number, words: Uint32Array): boolean {
  if ((state & EVENT_ID_IS_TEXT) !== 0) return uuidIn(sameId(chunk.eventID(row)), words, 0);
  for (let word = 0; word < WORDS; word++) words[word] = chunk.number(row, columns.eventID + word);
  return true;
}
