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

/** A rule as columns are asked it. */
interface ColumnRule {
  readonly test: ColumnTest;
  readonly work: Work;
  /** How many leaves it has. */
  readonly size: number;
}

/** What the rows of a call are asked, by the positions of the rules; all other rules do not hit the call. */
interface OfCall {
  /** The call alone tells that they hit. */
  readonly yes: readonly number[];
  /** The call does not tell. */
  readonly open: readonly number[];
}

/** @param isHit whether columns tell that the rule hits the row; else its record has to be read */
export type Tell = (rule: number, row: number, isHit: boolean) => void;

/**
 * What rules ask, as columns are asked it. Most rules name the calls that they are about: so a call is looked at first, and once, and
 * of a million rows only those of such calls are looked at further.
 */
export class ColumnRules {
  readonly #rules: readonly (ColumnRule | undefined)[];
  readonly #all: readonly number[];
  readonly #calls = new WeakMap<RowTables, (OfCall | undefined)[]>();
  /** The rules that were asked of the rows of a chunk. */
  #bound: { readonly chunk: RowChunk; readonly rules: (OfRow | undefined)[] } | undefined;

  /** @param rules undefined for one that is not asked */
  constructor(rules: readonly ({ readonly test: Test; readonly work: Work } | undefined)[]) {
    this.#rules = rules.map((rule) => rule && { test: ready(rule.test), work: rule.work, size: sizeOf(rule.test) });
    this.#all = rules.flatMap((rule, at) => (rule === undefined ? [] : [at]));
  }

  /** Asks some rows of a chunk, one after the other; a row that no rule hits is not told of. */
  ask(chunk: RowChunk, from: number, to: number, tell: Tell): void {
    const numbers = chunk.column(columns.call);
    const states = chunk.column(columns.state);
    const { tables } = chunk;
    const calls = this.#calls.get(tables) ?? [];
    this.#calls.set(tables, calls);
    for (let row = from; row < to; row++) {
      if (((states[row] ?? 0) & ODD.call) !== 0) {
        this.#askRow(chunk, row, this.#all, tell);
        continue;
      }
      const call = numbers[row] ?? 0;
      const of = calls[call] ?? this.#ofCall(tables, call);
      calls[call] = of;
      for (const rule of of.yes) tell(rule, row, true);
      if (of.open.length > 0) this.#askRow(chunk, row, of.open, tell);
    }
  }

  #askRow(chunk: RowChunk, row: number, rules: readonly number[], tell: Tell): void {
    if (this.#bound?.chunk !== chunk) this.#bound = { chunk, rules: [] };
    const bound = this.#bound.rules;
    for (const at of rules) {
      const rule = this.#rules[at];
      if (rule === undefined) continue;
      rule.work.spend(rule.size);
      if (rule.work.isSpent) continue;
      const ofRow = bound[at] ?? ofRows(rule.test, chunk);
      bound[at] = ofRow;
      const answer = ofRow(row);
      if (answer !== NO) tell(at, row, answer === YES);
    }
  }

  #ofCall(tables: RowTables, call: number): OfCall {
    const yes: number[] = [];
    const open: number[] = [];
    for (const at of this.#all) {
      const rule = this.#rules[at];
      const answer = rule && answerOf(rule.test, (leaf) => leaf.ofCall(tables, call));
      if (answer === YES) yes.push(at);
      else if (answer === OPEN) open.push(at);
    }
    return { yes, open };
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
