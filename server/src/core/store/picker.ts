import { type FieldName, fields } from '../query/fields';
import { foundIn, lookedThrough, matches, type RowTest } from '../query/matches';
import type { FieldTerm, FoundTerm, Pattern, Question, Value } from '../query/question';
import type { QuestionRow } from '../query/questionRow';
import { timeStretches } from '../query/timeTest';
import { literalOf } from '../query/wildcards';
import { columns } from './columns';
import { type Keys, keysOfField, keysOfFlag } from './keysOf';
import { literalStep } from './literalStep';
import { among, union } from './positions';
import type { RowChunk } from './rowChunk';
import { EVENT_ID_IS_TEXT, REQUEST_ID_IS_TEXT } from './rowState';
import type { RowTables } from './rowTables';
import { COST, compact, type Find, type Narrow, type Step } from './step';
import { asksThings, thingStep } from './thingStep';
import { uuidIn } from './uuid';

/** Gives a row as a question sees it. */
export type AsRow = (chunk: RowChunk, row: number) => QuestionRow;

/**
 * Picks the rows that answer a question, as `matches` does row by row: but a text is looked at once, however many rows have
 * it, so that a million rows take some milliseconds.
 */
export class Picker {
  readonly #step: Step;

  constructor(question: Question, asRow: AsRow) {
    this.#step = stepOf(question, asRow);
  }

  /** Whether the records themselves have to be read. */
  get readsRecords(): boolean {
    return this.#step.cost === COST.record;
  }

  /** @param rows positions in the chunk in ascending order; they are written over */
  pick(chunk: RowChunk, rows: Uint32Array): Uint32Array {
    return rows.subarray(0, this.#step.narrow(chunk, rows, rows.length));
  }

  /**
   * Picks from rows that stay as they are; what asks a column for few rows does not go through all of them.
   *
   * @param rows positions in the chunk in ascending order
   */
  answering(chunk: RowChunk, rows: Uint32Array): Uint32Array {
    const { find } = this.#step;
    if (find === undefined) return this.pick(chunk, rows.slice());
    const found = find(chunk);
    return rows.length === chunk.count ? found : among(found, rows);
  }

  /** The positions of all rows of a chunk that answer, in ascending order. */
  pickAll(chunk: RowChunk, from = 0, to = chunk.count): Uint32Array {
    const rows = new Uint32Array(to - from);
    for (let at = 0; at < rows.length; at++) rows[at] = from + at;
    return this.pick(chunk, rows);
  }
}

function stepOf(question: Question, asRow: AsRow): Step {
  switch (question.kind) {
    case 'all':
      return allOf(question.of.map((part) => stepOf(part, asRow)));
    case 'any':
      return anyOf(question.of.map((part) => stepOf(part, asRow)));
    case 'not':
      return not(stepOf(question.of, asRow));
    case 'found':
      return foundStep(question, asRow);
    case 'field':
      return fieldStep(question, asRow);
  }
}

function allOf(steps: readonly Step[]): Step {
  const inOrder = [...steps].sort((left, right) => left.cost - right.cost);
  const narrow: Narrow = (chunk, rows, count) => {
    let left = count;
    for (const step of inOrder) if (left > 0) left = step.narrow(chunk, rows, left);
    return left;
  };
  const cost = inOrder.at(-1)?.cost ?? COST.column;
  const finding = inOrder.find((step) => step.find !== undefined);
  if (finding?.find === undefined) return { cost, narrow };
  const { find: findFirst } = finding;
  const others = allOf(inOrder.filter((step) => step !== finding));
  const find: Find = (chunk) => {
    const found = findFirst(chunk);
    return found.subarray(0, others.narrow(chunk, found, found.length));
  };
  return { cost, narrow, find };
}

function anyOf(steps: readonly Step[]): Step {
  const [only] = steps;
  if (steps.length === 1 && only !== undefined) return only;
  const inOrder = [...steps].sort((left, right) => left.cost - right.cost);
  const narrow: Narrow = (chunk, rows, count) => {
    const rest = rows.slice(0, count);
    let left = count;
    for (const step of inOrder) {
      const asked = rest.slice(0, left);
      left = without(rest, left, asked, step.narrow(chunk, asked, left));
    }
    return without(rows, count, rest, left);
  };
  const finds = inOrder.flatMap(({ find }) => find ?? []);
  return {
    cost: inOrder.at(-1)?.cost ?? COST.column,
    narrow,
    ...(finds.length === steps.length && { find: (chunk: RowChunk) => union(finds.map((find) => find(chunk))) }),
  };
}

function not({ cost, narrow: inner }: Step): Step {
  const narrow: Narrow = (chunk, rows, count) => {
    const asked = rows.slice(0, count);
    return without(rows, count, asked, inner(chunk, asked, count));
  };
  return { cost, narrow };
}

/** Takes those out of ascending rows that are among others; says how many are left. */
function without(rows: Uint32Array, count: number, out: Uint32Array, outCount: number): number {
  let kept = 0;
  let next = 0;
  for (let at = 0; at < count; at++) {
    const row = rows[at] ?? 0;
    if (next < outCount && out[next] === row) next++;
    else rows[kept++] = row;
  }
  return kept;
}

function fieldStep(term: FieldTerm, asRow: AsRow): Step {
  if (term.field === 'is') return anyOf(term.values.map((value) => flagStep(term, value, asRow)));
  if (term.field === 'time' || term.field === 'after' || term.field === 'before')
    return timeStep(term.field, term, asRow);
  if (term.field === 'event') return idStep(term, columns.eventID, EVENT_ID_IS_TEXT, asRow);
  if (term.field === 'request') return idStep(term, columns.requestID, REQUEST_ID_IS_TEXT, asRow);
  if (asksThings(term)) return thingStep(term);
  const literal = literalStep(term);
  if (literal !== undefined) return literal;
  const keys = keysOfField[term.field];
  return keys === undefined ? rowStep(matches(term), asRow, costOf(term.field)) : keyStep(keys, matches(term), asRow);
}

function costOf(field: FieldName): number {
  return fields[field].kind === 'record' ? COST.record : COST.row;
}

function flagStep(term: FieldTerm, value: Value, asRow: AsRow): Step {
  const keys = value.kind === 'word' ? keysOfFlag[value.word] : undefined;
  const test = matches({ ...term, values: [value] });
  return keys === undefined ? rowStep(test, asRow, COST.row) : keyStep(keys, test, asRow);
}

function foundStep({ texts }: FoundTerm, asRow: AsRow): Step {
  return anyOf(
    lookedThrough.map((field) => {
      const keys = keysOfField[field];
      const test = foundIn(field, texts);
      return keys === undefined ? rowStep(test, asRow, COST.row) : keyStep(keys, test, asRow);
    }),
  );
}

function rowStep(test: RowTest, asRow: AsRow, cost: number): Step {
  return { cost, narrow: (chunk, rows, count) => compact(rows, count, (row) => test(asRow(chunk, row))) };
}

const YES = 2;
const NO = 1;

/** Looks at one row of those that say the same. */
function keyStep(keys: Keys, test: RowTest, asRow: AsRow): Step {
  const known = new WeakMap<RowTables, Uint8Array>();
  const narrow: Narrow = (chunk, rows, count) => {
    const numbers = keys(chunk);
    let answers = known.get(chunk.tables) ?? new Uint8Array(1024);
    let kept = 0;
    for (let at = 0; at < count; at++) {
      const row = rows[at] ?? 0;
      const number = numbers[row] ?? 0;
      // Asked for beyond its end, an array gives its values in a slower way ever after.
      if (number >= answers.length) answers = grown(answers, number);
      let answer = answers[number] ?? 0;
      if (answer === 0) {
        answer = test(asRow(chunk, row)) ? YES : NO;
        answers[number] = answer;
      }
      // Without a branch, which nobody can foretell: a row that does not answer is written over by the next one.
      rows[kept] = row;
      kept += answer >> 1;
    }
    known.set(chunk.tables, answers);
    return kept;
  };
  return { cost: COST.column, narrow };
}

function grown(answers: Uint8Array, number: number): Uint8Array {
  const more = new Uint8Array(Math.max(2 * answers.length, number + 1));
  more.set(answers);
  return more;
}

function timeStep(kind: 'time' | 'after' | 'before', term: FieldTerm, asRow: AsRow): Step {
  if (term.values.some((value) => value.kind !== 'time')) return rowStep(matches(term), asRow, COST.row);
  const stretches = timeStretches(kind, term.values);
  const [only] = stretches;
  const isAsked = (time: number): boolean => stretches.some(([from, to]) => time >= from && time < to);
  const narrow: Narrow = (chunk, rows, count) => {
    if (stretches.length !== 1 || only === undefined) return compact(rows, count, (row) => isAsked(chunk.time(row)));
    // A timeline is brushed while somebody looks at it: nearly all rows of a million are told by their second.
    const [from, to] = only;
    const seconds = chunk.column(columns.time);
    let kept = 0;
    for (let at = 0; at < count; at++) {
      const row = rows[at] ?? 0;
      const second = seconds[row] ?? 0;
      const time = second === 0 ? chunk.time(row) : 1000 * second;
      rows[kept] = row;
      if (time >= from && time < to) kept++;
    }
    return kept;
  };
  return { cost: COST.column, narrow };
}

/** Whole ids of AWS's form are compared as numbers; all else as text. */
function idStep(term: FieldTerm, column: number, isText: number, asRow: AsRow): Step {
  const test = matches(term);
  const ids = term.values.map(uuidAsked);
  if (ids.some((id) => id === undefined)) return rowStep(test, asRow, COST.row);
  const words = ids.map((id) => id?.[0]);
  const [only] = words;
  // Of a million ids hardly one begins alike.
  const mayBe = (state: number, first: number): boolean =>
    (state & isText) !== 0 || (words.length === 1 ? first === only : words.includes(first));
  const isAsked = (chunk: RowChunk, row: number): boolean => {
    if ((chunk.number(row, columns.state) & isText) !== 0) return test(asRow(chunk, row));
    return ids.some((id) => id?.every((word, at) => chunk.number(row, column + at) === word) === true);
  };
  const narrow: Narrow = (chunk, rows, count) => {
    const [states, firsts] = [chunk.column(columns.state), chunk.column(column)];
    let kept = 0;
    for (let at = 0; at < count; at++) {
      const row = rows[at] ?? 0;
      if (mayBe(states[row] ?? 0, firsts[row] ?? 0) && isAsked(chunk, row)) rows[kept++] = row;
    }
    return kept;
  };
  return { cost: COST.column, narrow };
}

function uuidAsked(value: Value): Uint32Array | undefined {
  const text = value.kind === 'pattern' ? literalOf(value satisfies Pattern) : undefined;
  const words = new Uint32Array(4);
  return text !== undefined && uuidIn(text.toLowerCase(), words, 0) ? words : undefined;
}
