import { expressionTest } from './expression';
import { type FieldPath, fieldPath } from './fieldPath';
import { asText, type Change, type Kind, kindOf, surrounded } from './modifiers';
import { RuleNumber, type RuleValue, writtenText } from './ruleValue';
import { allOf, anyOf, type Leaf, notOf, type Test } from './test';
import { fits, patternOf } from './textPattern';
import { Unsupported } from './unsupported';
import { numberTest, type Relation, rangeTest, relationTest, timePartTest, type ValueTest } from './valueTest';
import type { Work } from './work';

/** Longer ones are no values that somebody wrote to be read. UTF-16 units. */
const LONGEST = 10_000;

/**
 * The test of one item of a detection.
 *
 * @param key field and modifiers, as in `eventName|startswith`; without a field, all values of a record are looked through
 * @throws Unsupported
 */
export function itemTest(key: string, values: readonly RuleValue[], work: Work): Test {
  const [field = '', ...modifiers] = key.split('|');
  const kind = kindOf(modifiers);
  const path = field === '' ? undefined : fieldPath(field);
  if (values.length === 0) throw new Unsupported(`It names no value for ${field === '' ? 'its keywords' : field}.`);
  const tests = values.map((value) => {
    if (kind.fieldref) return referenceTest(path, value, kind);
    const holds = leafTest(value, { ...kind, isKeyword: path === undefined }, work);
    return { kind: 'leaf', leaf: { path, holds } } satisfies Test;
  });
  const joined = kind.all ? allOf(tests) : anyOf(tests);
  return kind.neq ? notOf(joined) : joined;
}

function referenceTest(path: FieldPath | undefined, value: RuleValue, kind: Kind): Test {
  if (path === undefined || typeof value !== 'string')
    throw new Unsupported('It uses fieldref without the name of a field.');
  const { before, behind, cased } = kind;
  const asked = (text: unknown): string => (cased ? String(text) : String(text).toLowerCase());
  const compare = (text: string, wanted: string): boolean => {
    if (before && behind) return text.includes(wanted);
    if (before) return text.endsWith(wanted);
    return behind ? text.startsWith(wanted) : text === wanted;
  };
  return {
    kind: 'leaf',
    leaf: {
      path,
      other: fieldPath(value),
      holds: (text, wanted) => text !== undefined && wanted !== undefined && compare(asked(text), asked(wanted)),
    },
  };
}

function leafTest(value: RuleValue, kind: Kind & { readonly isKeyword: boolean }, work: Work): Leaf['holds'] {
  if (kind.exists) {
    const wanted = typeof value === 'boolean' ? value : undefined;
    if (wanted === undefined || kind.isKeyword) throw new Unsupported('It uses exists without true or false.');
    return (found) => (found !== undefined) === wanted;
  }
  if (value === null) {
    if (kind.changes.length > 0 || kind.re || kind.cidr || kind.relation !== undefined || kind.part !== undefined)
      throw new Unsupported('It uses a modifier on null.');
    if (kind.isKeyword) throw new Unsupported('It has null among its keywords.');
    return (found) => found === undefined;
  }
  const test = valueTest(value, kind, work);
  const { part } = kind;
  const whole = part === undefined ? test : timePartTest(part, test);
  return (found) => found !== undefined && whole(found);
}

function valueTest(value: RuleValue, kind: Kind & { readonly isKeyword: boolean }, work: Work): ValueTest {
  const text = writtenText(value);
  if (text === undefined) throw new Unsupported('It has a list or a map where a value is expected.');
  if (text.length > LONGEST)
    throw new Unsupported(`It has a value of ${text.length} characters, more than ${LONGEST}.`);
  if (kind.expand) refusePlaceholder(text);
  if (kind.relation !== undefined) return relationOf(kind.relation, value, text);
  if (kind.cidr) {
    const range = rangeTest(text);
    if (range === undefined) throw new Unsupported(`It names the range ${text}, which is none.`);
    return range;
  }
  if (kind.re) return expressionOf(text, kind, work);
  if (value instanceof RuleNumber && kind.changes.length === 0 && !kind.isKeyword)
    return numberTest(value.number, value.source);
  const tests = kind.changes
    .reduce((texts, change) => change(texts), (kind.isKeyword ? surrounded(true, true) : unchanged)([patternOf(text)]))
    .map((each) => fits('bytes' in each ? asText(each.bytes) : each, kind.cased, work));
  return (found) => {
    const asked = String(found);
    return tests.some((test) => test(asked));
  };
}

const unchanged: Change = (texts) => texts;

function relationOf(relation: Relation, value: RuleValue, text: string): ValueTest {
  const limit = value instanceof RuleNumber ? value.number : Number(text === '' ? Number.NaN : text);
  if (Number.isNaN(limit)) throw new Unsupported(`It compares with ${text} by ${relation}, which takes a number.`);
  return relationTest(relation, limit);
}

function expressionOf(source: string, kind: Kind, work: Work): ValueTest {
  const { before, behind } = kind;
  // What stands somewhere in a text is what an expression finds in it anyway.
  const anchored = before === behind ? source : before ? `(?:${source})$` : `^(?:${source})`;
  const test = expressionTest(anchored, kind, work);
  if (typeof test === 'string') throw new Unsupported(`It uses re: ${test}.`);
  return (found) => test(String(found));
}

/** Values for placeholders are those of a company, and nobody gives us any. */
function refusePlaceholder(text: string): void {
  const name = /%([^%\s]+)%/.exec(text)?.[1];
  if (name !== undefined) throw new Unsupported(`It uses the placeholder %${name}%, for which there are no values.`);
}
