import { fieldPath } from './fieldPath';
import { type Correlation, type CorrelationType, correlationTypes } from './rule';
import { isMap, type RuleMap, RuleNumber, type RuleValue, textsOf, writtenText } from './ruleValue';
import { Unsupported } from './unsupported';
import { relations } from './valueTest';

/** In milliseconds; a month is 30 days and a year 365. */
const UNITS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  M: 2_592_000_000,
  y: 31_536_000_000,
};

/** The names or ids of the rules that a correlation is of. */
export function correlatedNames(correlation: RuleMap): readonly string[] {
  return textsOf(correlation.get('rules'));
}

/**
 * Reads the correlation of a rule.
 *
 * @param ruleOf the position of a rule among all by its name or id
 * @throws Unsupported
 */
export function correlationOf(correlation: RuleMap, ruleOf: (name: string) => number | undefined): Correlation {
  const type = writtenText(correlation.get('type')) ?? '';
  const known = correlationTypes.find((each) => each === type);
  if (known === undefined) throw new Unsupported(`It is a correlation of the type ${type === '' ? '(none)' : type}.`);
  const names = correlatedNames(correlation);
  if (names.length === 0) throw new Unsupported('It is a correlation that names no rules.');
  const groupBy = textsOf(correlation.get('group-by'));
  const aliases = aliasesIn(correlation.get('aliases'));
  const condition = correlation.get('condition');
  const counted = countedIn(known, condition);
  const fieldFor = (field: string, name: string) => fieldPath(aliases.get(field)?.get(name) ?? field);
  const of = names.map((name) => {
    const rule = ruleOf(name);
    if (rule === undefined)
      throw new Unsupported(`It is a correlation of the rule ${name}, which is not among those given.`);
    return {
      rule,
      groupBy: groupBy.map((field) => fieldFor(field, name)),
      counted: counted.map((field) => fieldFor(field, name)),
    };
  });
  const rules = new Set(of.map(({ rule }) => rule)).size;
  const isEnough = enough(known, condition, rules);
  if (known === 'temporal_ordered') {
    if (rules < of.length) throw new Unsupported('It is an ordered correlation that names a rule twice.');
    if (!isEnough(rules) || isEnough(rules - 1))
      throw new Unsupported('It is an ordered correlation that does not want all of its rules.');
  }
  return {
    type: known,
    groupBy,
    of,
    timespanMs: timespanIn(writtenText(correlation.get('timespan') ?? correlation.get('timeframe'))),
    isEnough,
  };
}

/** Of each alias the field that it is in the events of a rule. */
function aliasesIn(value: RuleValue | undefined): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const aliases = new Map<string, ReadonlyMap<string, string>>();
  if (value === undefined) return aliases;
  if (!isMap(value)) throw new Unsupported('Its aliases are no map.');
  for (const [alias, of] of value) {
    if (!isMap(of)) throw new Unsupported(`Its alias ${alias} is no map of rules to fields.`);
    aliases.set(alias, new Map(Array.from(of, ([rule, field]) => [rule, writtenText(field) ?? ''])));
  }
  return aliases;
}

function timespanIn(text = ''): number {
  const [, number = '', unit = ''] = /^(\d{1,6})([smhdwMy])$/.exec(text) ?? [];
  const ms = Number(number) * (UNITS[unit] ?? 0);
  if (ms > 0) return ms;
  throw new Unsupported(`Its timespan is ${text === '' ? 'absent' : text}; it is a number with s, m, h, d, w, M or y.`);
}

function countedIn(type: CorrelationType, condition: RuleValue | undefined): readonly string[] {
  if (type !== 'value_count') return [];
  const fields = isMap(condition) ? textsOf(condition.get('field')) : [];
  if (fields.length === 0) throw new Unsupported('It counts values (value_count) of no field.');
  return fields;
}

/** Without a condition, all rules of a temporal correlation have to be there. */
function enough(type: CorrelationType, condition: RuleValue | undefined, rules: number): (count: number) => boolean {
  const isTemporal = type === 'temporal' || type === 'temporal_ordered';
  if (condition === undefined && isTemporal) return (count) => count >= rules;
  if (!isMap(condition)) throw new Unsupported('Its correlation has a condition that is no map, as in gte: 10.');
  const tests: ((count: number) => boolean)[] = [];
  for (const [name, value] of condition) {
    if (name === 'field') continue;
    const limit = value instanceof RuleNumber ? value.number : Number.NaN;
    if (Number.isNaN(limit)) throw new Unsupported(`Its correlation asks for ${name} without a number.`);
    if (name === 'eq') tests.push((count) => count === limit);
    else if (name === 'neq') tests.push((count) => count !== limit);
    else if (Object.hasOwn(relations, name)) {
      const relation = relations[name as keyof typeof relations];
      tests.push((count) => relation(count, limit));
    } else throw new Unsupported(`Its correlation has the condition ${name}, which is not known.`);
  }
  if (tests.length === 0) throw new Unsupported('Its correlation has no condition, as in gte: 10.');
  return (count) => tests.every((test) => test(count));
}
