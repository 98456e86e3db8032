import type { AskedRecord } from './recordValues';
import type { Leaf, Test } from './test';

/** Whether a record answers a test: what a rule means, in the plain way. Conditions are no deeper than `condition.ts` lets them be. */
export function holds(test: Test, record: AskedRecord): boolean {
  switch (test.kind) {
    case 'all':
      return test.of.every((each) => holds(each, record));
    case 'any':
      return test.of.some((each) => holds(each, record));
    case 'some':
      return test.of.filter((each) => holds(each, record)).length >= test.least;
    case 'not':
      return !holds(test.of, record);
    case 'leaf':
      return leafHolds(test.leaf, record);
  }
}

function leafHolds({ path, other, holds: answers }: Leaf, record: AskedRecord): boolean {
  const values = path === undefined ? record.all : record.at(path);
  if (other !== undefined) {
    const wanted = record.at(other);
    return values.some((value) => wanted.some((each) => answers(value, each)));
  }
  return values.length === 0 ? answers(undefined) : values.some((value) => answers(value));
}
