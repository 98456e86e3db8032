import { allOf, anyOf, notOf, type Test } from './test';
import { Unsupported } from './unsupported';

/** Of brackets in each other. */
const DEEPEST = 64;
/** How often `of` may look at the name of a part. */
const MOST_LOOKS = 1_000_000;

const WORD = /[\w*?.-]+|[()|]|\S/g;
const NAME = /^[\w.-]+$/;
/** `not` binds closest, then `and`, then `or`. */
const BINDS: Readonly<Record<string, number>> = { not: 3, and: 2, or: 1 };

/**
 * Reads a condition: the names of detections with `and`, `or`, `not`, brackets, and `1 of`, `2 of`, `any of` and `all of` before a name
 * with wildcards or `them`.
 *
 * @param detections by their names
 * @throws Unsupported
 */
export function conditionTest(condition: string, detections: ReadonlyMap<string, Test>): Test {
  const words: readonly string[] = condition.match(WORD) ?? [];
  if (words.includes('|')) throw new Unsupported(aggregationWords(condition));
  const values: Test[] = [];
  // Lists of tests made here, to which more may be added: a row of `and`, or of `or`, is one test, however long it is.
  const growing = new Map<Test, Test[]>();
  const operators: string[] = [];
  let depth = 0;
  let looks = 0;
  // What comes next is a value, or an operator behind one.
  let wantsValue = true;
  const take = (): void => {
    const operator = operators.pop();
    const right = values.pop();
    if (right === undefined) throw cut(condition);
    if (operator === 'not') {
      values.push(notOf(right));
      return;
    }
    const left = values.pop();
    if (left === undefined) throw cut(condition);
    const kind = operator === 'and' ? 'all' : 'any';
    const row = left.kind === kind ? growing.get(left) : undefined;
    row?.push(right);
    const of = [left, right];
    const test: Test = row === undefined ? { kind, of } : left;
    if (row === undefined) growing.set(test, of);
    values.push(test);
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const lower = word.toLowerCase();
    if (wantsValue) {
      if (word === '(' || lower === 'not') {
        if (word === '(' && ++depth > DEEPEST)
          throw new Unsupported(`Its condition has brackets more than ${DEEPEST} deep in each other.`);
        operators.push(word === '(' ? word : lower);
        continue;
      }
      const isCount = words[at + 1]?.toLowerCase() === 'of' && words[at + 2] !== undefined;
      if (isCount) looks += detections.size;
      if (looks > MOST_LOOKS) throw new Unsupported('Its condition is too long.');
      values.push(isCount ? someOf(lower, words[at + 2] ?? '', detections) : named(word, detections));
      if (isCount) at += 2;
      wantsValue = false;
    } else if (word === ')') {
      while (operators.length > 0 && operators.at(-1) !== '(') take();
      if (operators.pop() !== '(') throw cut(condition);
      depth--;
    } else if (lower === 'and' || lower === 'or') {
      while ((BINDS[operators.at(-1) ?? ''] ?? 0) >= (BINDS[lower] ?? 0)) take();
      operators.push(lower);
      wantsValue = true;
    } else throw new Unsupported(`Its condition has ${word} where and, or or a bracket is expected.`);
  }
  if (wantsValue) throw cut(condition);
  while (operators.length > 0) {
    if (operators.at(-1) === '(') throw cut(condition);
    take();
  }
  const [test] = values;
  if (test === undefined) throw cut(condition);
  return test;
}

function named(word: string, detections: ReadonlyMap<string, Test>): Test {
  const test = detections.get(word);
  if (test !== undefined) return test;
  throw new Unsupported(
    NAME.test(word)
      ? `Its condition names ${word}, which is no part of its detection.`
      : `Its condition has ${word} where the name of a part of its detection is expected.`,
  );
}

/** Parts whose names begin with `_` are not among `them`. */
function someOf(count: string, names: string, detections: ReadonlyMap<string, Test>): Test {
  const isThem = names.toLowerCase() === 'them';
  const wanted = isThem ? undefined : nameTest(names);
  const of = [...detections].flatMap(([name, test]) =>
    (wanted === undefined ? !name.startsWith('_') : wanted(name)) ? [test] : [],
  );
  if (of.length === 0) throw new Unsupported(`Its condition names ${names}, which is no part of its detection.`);
  if (count === 'all') return allOf(of);
  if (count === '1' || count === 'any') return anyOf(of);
  if (/^\d{1,4}$/.test(count)) return { kind: 'some', least: Number(count), of };
  throw new Unsupported(`Its condition has ${count} of; it can be a number, any or all.`);
}

/** Names are few and short, and `*` in them stands for anything. */
function nameTest(pattern: string): (name: string) => boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return (name) => name === pattern;
  return (name) => {
    if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
    let end = first.length;
    for (const part of others) {
      const found = name.indexOf(part, end);
      if (found === -1) return false;
      end = found + part.length;
    }
    return end <= name.length - last.length;
  };
}

function cut(condition: string): Unsupported {
  const shown = condition.length > 80 ? `${condition.slice(0, 80)}…` : condition;
  return new Unsupported(`Its condition can’t be read: ${shown === '' ? 'it is empty' : shown}.`);
}

function aggregationWords(condition: string): string {
  const aggregation = condition.slice(condition.indexOf('|')).trim();
  const shown = aggregation.length > 60 ? `${aggregation.slice(0, 60)}…` : aggregation;
  return `Its condition has ${shown}, with which Sigma once asked for several events; a correlation says the same.`;
}
