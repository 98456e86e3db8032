import { parameterFlagsFile } from '../../generated/parameterFlags';
import { once } from '../once';
import type { JsonPath, JsonValue } from '../record';
import { memberOf } from './members';
import { flag, type ParameterFlag } from './parameterFlag';
import type { ParameterRule } from './parameterFlagsFile';

/** A rule of schemas/parameterFlags.json, ready to be asked of a request. */
type Find = (request: JsonValue) => readonly ParameterFlag[];

const NONE: readonly never[] = [];

/** By action: most have no rule. */
const findsOf = /* @__PURE__ */ once((): ReadonlyMap<string, readonly Find[]> => {
  const found = new Map<string, Find[]>();
  for (const rule of parameterFlagsFile().rules) {
    const find = findOf(rule);
    for (const action of rule.actions) found.set(action, [...(found.get(action) ?? []), find]);
  }
  return found;
});

/** What the rules of one action flag in a request of it; entry by entry, where that is in a list. */
export function flagsByRules(action: string, request: JsonValue): readonly ParameterFlag[] {
  const finds = findsOf().get(action);
  if (finds === undefined) return NONE;
  const flags = finds.flatMap((find) => find(request));
  return flags.length < 2 ? flags : flags.sort((one, other) => entryOf(one) - entryOf(other));
}

/** The position of the entry of a list; less than all where it is in none. */
function entryOf({ path }: ParameterFlag): number {
  const entry = path.find((step) => typeof step === 'number');
  return typeof entry === 'number' ? entry : -1;
}

function findOf(rule: ParameterRule): Find {
  const steps = rule.parameter.split('.');
  const fits = valueTest(rule);
  return (request) =>
    valuesAt(request, steps)
      .filter(({ value, beside }) => fits(value) && standsBeside(rule, beside))
      .map(({ path }) => flag(path, rule.words));
}

/** A value, its path, and the object that it or the list around it is a member of. */
interface Reached {
  readonly value: JsonValue;
  readonly path: JsonPath;
  readonly beside: JsonValue;
}

function valuesAt(request: JsonValue, steps: readonly string[]): readonly Reached[] {
  let reached: readonly Reached[] = [{ value: request, path: [], beside: request }];
  for (const step of steps) {
    reached = reached.flatMap(({ value: holder, path, beside }): readonly Reached[] => {
      if (step === '*') {
        if (!Array.isArray(holder)) return NONE;
        return holder.map((value: JsonValue, index) => ({ value, path: [...path, index], beside }));
      }
      const value = memberOf(holder, step);
      return value === undefined ? NONE : [{ value, path: [...path, step], beside: holder }];
    });
  }
  return reached;
}

function valueTest({ is, holds, isGiven, atMost, begins }: ParameterRule): (value: JsonValue) => boolean {
  if (is !== undefined) return (value) => value === is;
  if (holds !== undefined) return (value) => Array.isArray(value) && value.includes(holds);
  if (atMost !== undefined) return (value) => typeof value === 'number' && value <= atMost;
  if (begins !== undefined) return (value) => typeof value === 'string' && value.toLowerCase().startsWith(begins);
  return (value) => isGiven === true && value !== null && value !== '';
}

function standsBeside({ when = {}, unless = {}, filled = [], empty = [] }: ParameterRule, beside: JsonValue): boolean {
  const says = ([name, value]: readonly [string, string]): boolean => memberOf(beside, name) === value;
  const isFilled = (name: string): boolean => {
    const list = memberOf(beside, name);
    return Array.isArray(list) && list.length > 0;
  };
  return (
    Object.entries(when).every(says) &&
    !Object.entries(unless).some(says) &&
    filled.every(isFilled) &&
    !empty.some(isFilled)
  );
}
