import { conditionTest } from './condition';
import { itemTest } from './item';
import { isList, isMap, listOf, type RuleMap, type RuleValue, writtenText } from './ruleValue';
import { allOf, anyOf, type Test } from './test';
import { Unsupported } from './unsupported';
import type { Work } from './work';

/** Of lists in each other. */
const DEEPEST = 4;

/**
 * What the detection of a rule asks of a record.
 *
 * @throws Unsupported
 */
export function detectionTest(detection: RuleMap, work: Work): Test {
  const parts = new Map<string, Test>();
  for (const [name, value] of detection)
    if (name !== 'condition' && name !== 'timeframe') parts.set(name, partTest(value, work, 0));
  const conditions = listOf(detection.get('condition')).map(writtenText);
  if (conditions.length === 0) throw new Unsupported('It has no condition.');
  const tests = conditions.map((condition) => {
    if (condition === undefined) throw new Unsupported('Its condition is no text.');
    return conditionTest(condition, parts);
  });
  if (detection.has('timeframe'))
    throw new Unsupported(
      'It uses timeframe, with which Sigma once asked for several events; a correlation says the same.',
    );
  return anyOf(tests);
}

/** A map wants all of it, a list one of it; what stands in a list and is no map is a keyword. */
function partTest(value: RuleValue, work: Work, depth: number): Test {
  if (isMap(value)) return mapTest(value, work);
  if (!isList(value)) return itemTest('', [value], work);
  if (value.length === 0 || depth === DEEPEST) throw new Unsupported('A part of its detection is empty.');
  return anyOf(value.map((each) => partTest(each, work, depth + 1)));
}

function mapTest(map: RuleMap, work: Work): Test {
  if (map.size === 0) throw new Unsupported('A part of its detection is empty.');
  return allOf(Array.from(map, ([key, value]) => itemTest(key, isList(value) ? value : [value], work)));
}
