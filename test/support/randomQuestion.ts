import { has, type Test } from './naive/plainNames';
import type { Plain } from './naive/plainRecord';
import { ASKED, SAME_ADDRESSES } from './randomEvents';
import type { SeededNumbers } from './seededNumbers';

const FIELDS = [
  ...[
    'names',
    'made',
    'key',
    'target',
    'session',
    'arn',
    'id',
    'issuer',
    'address',
    'agent',
    'event',
    'request',
    'shared',
  ],
  ...['account', 'invokedby', 'service', 'action', 'error', 'region', 'organization'],
];

function textsOf(one: Plain, field: string): readonly string[] {
  if (field === 'made') return one.made;
  if (field === 'names') return one.named;
  if (field === 'target') return one.targets;
  return [field === 'organization' ? one.organization : (one.texts[field] ?? '')];
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** The text of a question about names, with at most so many brackets in one another, and what it means. */
export function randomQuestion(numbers: SeededNumbers, depth: number): readonly [text: string, test: Test] {
  const kind = depth === 0 ? 9 : numbers.between(0, 9);
  if (kind <= 2) {
    const parts = [randomQuestion(numbers, depth - 1), randomQuestion(numbers, depth - 1)] as const;
    const [[left, isLeft], [right, isRight]] = parts;
    if (kind === 0) return [`(${left} OR ${right})`, (one) => isLeft(one) || isRight(one)];
    if (kind === 1) return [`(${left} ${right})`, (one) => isLeft(one) && isRight(one)];
    return [`-(${left})`, (one) => !isLeft(one)];
  }
  const field = numbers.one(FIELDS);
  const values = Array.from({ length: numbers.between(1, 2) }, () => numbers.one(ASKED));
  const [first = ''] = values;
  if (numbers.between(0, 5) === 0) return [`${field}:any`, (one) => textsOf(one, field).some((text) => text !== '')];
  if (numbers.between(0, 5) === 0) {
    const beginning = first.slice(0, numbers.between(1, first.length));
    const begins = (text: string): boolean => text.toLowerCase().startsWith(beginning.toLowerCase());
    return [`${field}:${quoted(beginning)}*`, (one) => textsOf(one, field).some(begins)];
  }
  const test: Test = (one) => values.some((value) => has(one, field, value, SAME_ADDRESSES));
  return [`${field}:${values.map(quoted).join(',')}`, test];
}
