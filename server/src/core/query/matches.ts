import { type FieldName, fields } from './fields';
import type { FieldTerm, FoundTerm, Pattern, Question } from './question';
import type { QuestionRow } from './questionRow';
import { addressTest, textTest, wordTests } from './textTests';
import { timeTest } from './timeTest';
import { weightsWithin } from './weights';
import { partFits } from './wildcards';

/** Whether a row answers a question. */
export type RowTest = (row: QuestionRow) => boolean;

/** How much a test takes: what takes little is asked first, and the text of a record only where nothing else decides. */
const COST = { value: 0, text: 1, address: 2, texts: 3, record: 4 } as const;

interface Costly {
  readonly cost: number;
  readonly test: RowTest;
}

/**
 * Makes the test of a question; the question is read once and not looked at again. All texts are compared without regard to the case
 * of letters. The time for a row is linear in its texts.
 */
export function matches(question: Question): RowTest {
  return compiled(question).test;
}

function compiled(question: Question): Costly {
  switch (question.kind) {
    case 'all': {
      const { cost, tests } = cheapestFirst(question.of);
      return { cost, test: (row) => tests.every((test) => test(row)) };
    }
    case 'any': {
      const { cost, tests } = cheapestFirst(question.of);
      return { cost, test: (row) => tests.some((test) => test(row)) };
    }
    case 'not': {
      const { cost, test } = compiled(question.of);
      return { cost, test: (row) => !test(row) };
    }
    case 'field':
      return fieldTest(question);
    case 'found':
      return { cost: COST.texts, test: foundTest(question) };
  }
}

function cheapestFirst(questions: readonly Question[]): { readonly cost: number; readonly tests: readonly RowTest[] } {
  const parts = questions.map(compiled).sort((a, b) => a.cost - b.cost);
  return { cost: parts.at(-1)?.cost ?? COST.value, tests: parts.map(({ test }) => test) };
}

function fieldTest(term: FieldTerm): Costly {
  const field = fields[term.field];
  switch (field.kind) {
    case 'text':
      return { cost: COST.text, test: textTest(field.textsOf, term) };
    case 'address':
      return { cost: COST.address, test: addressTest(field.textsOf, term) };
    case 'record':
      return { cost: COST.record, test: recordTest(term) };
    case 'words':
      return { cost: COST.value, test: someOf(wordTests(term)) };
    case 'weight':
      return { cost: COST.value, test: weightTest(term) };
    case 'time':
    case 'after':
    case 'before':
      return { cost: COST.value, test: someOf([...wordTests(term), timeTest(field.kind, term.values)]) };
  }
}

function weightTest(term: FieldTerm): RowTest {
  const asked = new Set(term.values.flatMap((value) => (value.kind === 'weight' ? [...weightsWithin(value)] : [])));
  return someOf([...wordTests(term), ({ weight }) => weight !== undefined && asked.has(weight)]);
}

function recordTest({ values }: FieldTerm): RowTest {
  const tests = values.flatMap((value) => (value.kind === 'pattern' ? [partFits(value)] : []));
  return (row) => {
    const text = row.raw?.().toLowerCase() ?? '';
    return tests.some((test) => test(text));
  };
}

/** The fields that words without a field are looked for in: what tells events apart and is short enough to be looked through. */
export const lookedThrough = [
  'action',
  'service',
  'actor',
  'address',
  'error',
  'key',
  'event',
  'target',
] as const satisfies readonly FieldName[];

function foundTest({ texts }: FoundTerm): RowTest {
  const tests = lookedThrough.map((field) => foundIn(field, texts));
  return someOf(tests);
}

/** Whether one of some texts occurs in a field that holds texts. */
export function foundIn(name: (typeof lookedThrough)[number], texts: readonly Pattern[]): RowTest {
  const field = fields[name];
  const textsOf = field.kind === 'text' || field.kind === 'address' ? field.textsOf : () => '';
  const tests = texts.map(partFits);
  const isFound = (text: string): boolean => {
    const lowerCase = text.toLowerCase();
    return tests.some((test) => test(lowerCase));
  };
  return (row) => {
    const found = textsOf(row);
    return typeof found === 'string' ? isFound(found) : found.some(isFound);
  };
}

function someOf(tests: readonly RowTest[]): RowTest {
  return (row) => tests.some((test) => test(row));
}
