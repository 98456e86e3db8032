import { columns } from '../store/columns';
import type { RowChunk } from '../store/rowChunk';
import { ODD } from '../store/rowState';
import type { RowTables } from '../store/rowTables';
import { type Answer, ColumnLeaf, NO, type OfRow, OPEN, YES } from './columnLeaf';
import { leavesOf, type Test } from './test';
import type { Work } from './work';

/** A test whose leaves are ready for columns. */
type ColumnTest =
  | { readonly kind: 'all' | 'any'; readonly of: readonly ColumnTest[] }
  | { readonly kind: 'some'; readonly least: number; readonly of: readonly ColumnTest[] }
  | { readonly kind: 'not'; readonly of: ColumnTest }
  | { readonly kind: 'leaf'; readonly leaf: ColumnLeaf };

/** Rows of a stretch, by their positions in the chunk, in ascending order. */
export interface Narrowed {
  /** They answer. */
  readonly yes: readonly number[];
  /** Their records have to be read. */
  readonly open: readonly number[];
}

const FEWEST = 256;

/**
 * What a rule asks, as columns are asked it. Most rules name the calls that they are about: so a call is looked at first, and once, and
 * of a million rows only those of such calls are looked at further.
 */
export class ColumnRule {
  readonly #test: ColumnTest;
  readonly #work: Work;
  readonly #size: number;
  readonly #calls = new WeakMap<RowTables, Uint8Array>();
  #bound: { readonly chunk: RowChunk; readonly ofRow: OfRow } | undefined;

  constructor(test: Test, work: Work) {
    this.#test = ready(test);
    this.#work = work;
    this.#size = sizeOf(test);
  }

  narrow(chunk: RowChunk, from: number, to: number): Narrowed {
    const yes: number[] = [];
    const open: number[] = [];
    const numbers = chunk.column(columns.call);
    const states = chunk.column(columns.state);
    const { tables } = chunk;
    let known = this.#calls.get(tables) ?? new Uint8Array(FEWEST);
    for (let row = from; row < to; row++) {
      const call = numbers[row] ?? 0;
      if (call >= known.length) {
        const more = new Uint8Array(Math.max(2 * known.length, call + 1));
        more.set(known);
        known = more;
      }
      // Answers are kept with one added, so that 0 says that none is.
      if (known[call] === 0) known[call] = this.#ofCall(tables, call) + 1;
      const ofCall = known[call];
      const isOdd = ((states[row] ?? 0) & ODD.call) !== 0;
      if (ofCall === NO + 1 && !isOdd) continue;
      this.#work.spend(this.#size);
      if (this.#work.isSpent) break;
      const answer = ofCall === YES + 1 && !isOdd ? YES : this.#ofRow(chunk)(row);
      if (answer === YES) yes.push(row);
      else if (answer === OPEN) open.push(row);
    }
    this.#calls.set(tables, known);
    return { yes, open };
  }

  #ofCall(tables: RowTables, call: number): Answer {
    return answerOf(this.#test, (leaf) => leaf.ofCall(tables, call));
  }

  #ofRow(chunk: RowChunk): OfRow {
    if (this.#bound?.chunk !== chunk) this.#bound = { chunk, ofRow: ofRows(this.#test, chunk) };
    return this.#bound.ofRow;
  }
}

/** How many leaves a test has. */
export function sizeOf(test: Test): number {
  let size = 0;
  for (const _ of leavesOf(test)) size++;
  return size;
}

function ready(test: Test): ColumnTest {
  switch (test.kind) {
    case 'leaf':
      return { kind: 'leaf', leaf: new ColumnLeaf(test.leaf) };
    case 'not':
      return { kind: 'not', of: ready(test.of) };
    case 'some':
      return { ...test, of: test.of.map(ready) };
    default:
      return { kind: test.kind, of: test.of.map(ready) };
  }
}

function answerOf(test: ColumnTest, ofLeaf: (leaf: ColumnLeaf) => Answer): Answer {
  switch (test.kind) {
    case 'leaf':
      return ofLeaf(test.leaf);
    case 'not':
      return opposite(answerOf(test.of, ofLeaf));
    case 'all':
      return test.of.reduce<Answer>((least, each) => (least === NO ? NO : lesser(least, answerOf(each, ofLeaf))), YES);
    case 'any':
      return test.of.reduce<Answer>((most, each) => (most === YES ? YES : greater(most, answerOf(each, ofLeaf))), NO);
    case 'some':
      return some(
        test.least,
        test.of.map((each) => answerOf(each, ofLeaf)),
      );
  }
}

/** The same for rows of one chunk, with all columns at hand. */
function ofRows(test: ColumnTest, chunk: RowChunk): OfRow {
  switch (test.kind) {
    case 'leaf':
      return test.leaf.ofRows(chunk);
    case 'not': {
      const inner = ofRows(test.of, chunk);
      return (row) => opposite(inner(row));
    }
    case 'all': {
      const of = test.of.map((each) => ofRows(each, chunk));
      return (row) => {
        let least: Answer = YES;
        for (const each of of) {
          least = lesser(least, each(row));
          if (least === NO) break;
        }
        return least;
      };
    }
    case 'any': {
      const of = test.of.map((each) => ofRows(each, chunk));
      return (row) => {
        let most: Answer = NO;
        for (const each of of) {
          most = greater(most, each(row));
          if (most === YES) break;
        }
        return most;
      };
    }
    case 'some': {
      const of = test.of.map((each) => ofRows(each, chunk));
      return (row) =>
        some(
          test.least,
          of.map((each) => each(row)),
        );
    }
  }
}

function opposite(answer: Answer): Answer {
  return answer === YES ? NO : answer === NO ? YES : OPEN;
}

function lesser(left: Answer, right: Answer): Answer {
  return left < right ? left : right;
}

function greater(left: Answer, right: Answer): Answer {
  return left > right ? left : right;
}

function some(least: number, answers: readonly Answer[]): Answer {
  const yes = answers.filter((answer) => answer === YES).length;
  const open = answers.filter((answer) => answer === OPEN).length;
  return yes >= least ? YES : yes + open < least ? NO : OPEN;
}
