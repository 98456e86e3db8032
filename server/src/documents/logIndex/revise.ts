import {
  analyzeNative,
  Checkpoint,
  containerSeen,
  effortFor,
  type Level,
  type Problem,
  recognize,
  type Seen,
  Walk,
} from '../../core/index';
import type { LogText } from '../logText';
import type { Change } from '../openText';
import { sum } from './block';
import type { LogIndex } from './logIndex';
import { moved, type Row } from './row';
import { rowOf } from './rowOf';

/** What is known of a log in one of CloudTrail's own forms, so that a change of it can be followed. */
export interface Native {
  readonly kind: 'native';
  readonly index: LogIndex;
  /** What was met at the top of the log behind its last record. */
  readonly last: Seen;
  /** Characters spent on looks that failed, or more. */
  readonly spent: number;
  /** No change from here on can make the text another thing than a log. */
  readonly recognizedBy: number;
}

/** A look ahead from the beginning of a record in order to tell what it is goes no further. */
const SHORT_LOOK = 2500;
/** What is read anew behind a change, from try to try; a change that takes more is not followed. */
const WINDOWS = [10_000, 160_000, 2_000_000];
const LONGEST_WINDOW = 4_000_000;

/**
 * Follows a change of a log: reads the records around it anew, up to where the reading is the same as before, and takes all
 * else from what is known. What comes out is what a reading of the whole text would give; where that can't be told for
 * sure, nothing comes out, and the whole text has to be read.
 */
export function revised(before: Native, change: Change): Native | undefined {
  const { text } = change;
  const first = firstTouched(before, change);
  for (const length of WINDOWS) {
    const end = change.start + change.inserted + length;
    const found = rereadIn(before, change, first, Math.min(text.length, end));
    if (found !== 'unsure') return found;
    if (end >= text.length) return undefined;
  }
  return undefined;
}

function rereadIn(before: Native, change: Change, first: number, windowEnd: number): Native | 'unsure' | undefined {
  const { index } = before;
  const { text } = change;
  const isHead = first === 0;
  const behind = isHead ? 0 : (index.end(first - 1) ?? 0);
  const from = Math.max(0, behind - 1);
  if (windowEnd - from > LONGEST_WINDOW) return undefined;
  const window = text.slice(from, windowEnd);
  const isWhole = windowEnd === text.length;
  if (isHead && recognize(window).kind !== 'native') return isWhole ? undefined : 'unsure';

  const walk = isHead ? new Walk(window) : Walk.behind(window, openAt(index, first - 1), behind - from);
  walk.effort.left = effortFor(text.length);
  const checkpoint = new Checkpoint();
  const rows: Row[] = [];
  const base = index.baseAt(first) - from;
  const old = new Follower(index, first, change);
  const reading = analyzeNative(walk, 0, { checkpoint, mayHaveParts: true });
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done) {
      if (!isWhole) return 'unsure';
      if (!checkpoint.isUsable) return undefined;
      return ended(before, change, { first, rows, checkpoint, from });
    }
    const record = next.value;
    if (record === undefined) continue;
    const needed = checkpoint.reach === 0 ? record.start + SHORT_LOOK : checkpoint.reach;
    if (needed > window.length && !isWhole) return 'unsure';
    rows.push(rowOf(record, checkpoint, index.names, base));
    const same = old.find(record.start + from, record.end + from, checkpoint.level);
    if (same !== undefined && checkpoint.isUsable && !walk.dependsOnAll) {
      return joined(before, change, { first, rows, checkpoint, from }, same);
    }
  }
}

/** The records that were read anew, and how the reading stands behind them. */
interface Reread {
  readonly first: number;
  readonly rows: readonly Row[];
  readonly checkpoint: Checkpoint;
  readonly from: number;
}

/** The reading has come to a record that is as it was before, and all behind it is, too. */
function joined(before: Native, change: Change, { first, rows, checkpoint }: Reread, same: number): Native | undefined {
  const { index, last } = before;
  const by = change.inserted - (change.end - change.start);
  const gaps = index.lastGaps.map((gap) => moved(gap, by));
  const next = index.spliced(first, same + 1, rows, by, gaps);
  return checked(before, change, { kind: 'native', index: next, last, spent: before.spent + checkpoint.spent });
}

/** The reading has come to the end of the text. */
function ended(before: Native, change: Change, { first, rows, checkpoint, from }: Reread): Native | undefined {
  const { index } = before;
  const gaps = checkpoint.gaps.map((gap) => moved(gap, from));
  const next = index.spliced(first, index.count, rows, 0, gaps);
  return checked(before, change, {
    kind: 'native',
    index: next,
    last: checkpoint.met,
    spent: before.spent + checkpoint.spent,
  });
}

/** Looks that failed are limited for a whole log: what has come near that limit is not followed further. */
function checked(before: Native, change: Change, made: Omit<Native, 'recognizedBy'>): Native | undefined {
  if (made.spent > 4 * change.text.length) return undefined;
  const { recognizedBy } = before;
  return {
    ...made,
    recognizedBy: change.start >= recognizedBy ? recognizedBy : recognitionOf(change.text, made.index),
  };
}

/** Where the text that shows that it is a log ends; beyond all text where that can't be said. */
export function recognitionOf(text: LogText, index: LogIndex): number {
  const third = index.end(2);
  if (third === undefined) return Number.POSITIVE_INFINITY;
  const enough = Math.min(text.length, Math.max(20_000, third));
  return recognize(text.slice(0, enough)).kind === 'native' ? enough : Number.POSITIVE_INFINITY;
}

/**
 * The record from which on has to be read anew: the one before the change, or an earlier one whose reading has looked at
 * what is changed. A reading can begin behind a whole record between its like only, else at the beginning of the log.
 */
function firstTouched({ index, recognizedBy }: Native, { start }: Change): number {
  if (start < recognizedBy) return 0;
  let first = Math.max(0, index.countUpTo(start - SHORT_LOOK) - 1);
  for (const { block, base, first: position } of index.blocks) {
    if (position > first) break;
    if (base + block.reach <= start) continue;
    for (const [row, reach] of block.reaches) {
      if (base + reach > start && position + row < first) first = position + row;
    }
  }
  for (let steps = 0; first > 0 && index.at(first - 1, (block, row) => block.reaches.has(row)) !== false; steps++) {
    if (steps === MOST_STEPS) return 0;
    first--;
  }
  return first;
}

const MOST_STEPS = 200;

function levelAt(index: LogIndex, record: number): string {
  return index.at(record, (block, row) => index.names.textOf(block.level(row))) ?? '';
}

function openAt(index: LogIndex, record: number): readonly Level[] {
  return Array.from(levelAt(index, record), (letter) => (letter === 'l' ? 'list' : 'wrapper'));
}

/** Looks for the records that are read among those that were there before, both in the order of the text. */
class Follower {
  readonly #index: LogIndex;
  readonly #by: number;
  #at: number;

  constructor(index: LogIndex, first: number, { start, end, inserted }: Change) {
    this.#index = index;
    this.#by = inserted - (end - start);
    this.#at = Math.max(first, index.countUpTo(end - 1));
  }

  /** The record behind the change that stood in the same place, if there is one. */
  find(start: number, end: number, level: string): number | undefined {
    const index = this.#index;
    while (true) {
      const there = index.start(this.#at);
      if (there === undefined || there + this.#by > start) return undefined;
      if (there + this.#by === start) break;
      this.#at++;
    }
    if ((index.end(this.#at) ?? 0) + this.#by !== end) return undefined;
    return levelAt(index, this.#at) === level ? this.#at : undefined;
  }
}

/** What is wrong in a log outside of its records. */
export function outlineOf({ index, last }: Native) {
  const seen = index.blocks.reduce((met, { block }) => sum(met, block.met), last);
  return {
    container: containerSeen(seen),
    kind: undefined,
    get problems(): readonly Problem[] {
      return index.gaps;
    },
  };
}
