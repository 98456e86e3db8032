import type { Problem } from '../record';
import type { Rule } from './rule';
import { actionRules } from './rulesOfActions';
import { contradictionRules } from './rulesOfContradictions';
import { envelopeRules } from './rulesOfEnvelope';
import { jsonRules } from './rulesOfJson';

/** Every rule: the one table of codes, severities and messages. Codes are stable; a retired code is not used again. */
const RULES: readonly Rule[] = [...jsonRules, ...envelopeRules, ...actionRules, ...contradictionRules];

const BY_CODE: ReadonlyMap<string, Rule> = new Map(RULES.map((each) => [each.code, each]));
const BY_NAME: ReadonlyMap<string, Rule> = new Map(RULES.map((each) => [each.name, each]));

/** The whole table, in the order of the codes. */
export function rules(): readonly Rule[] {
  return RULES;
}

/** @throws when there is no such code, which only a mistake in this program can cause */
export function ruleOf(code: string): Rule {
  const found = BY_CODE.get(code);
  if (found === undefined) throw new Error(`There is no rule ${code}.`);
  return found;
}

/** The code of a rule by its name. */
export function codeOf(name: string): string {
  const found = BY_NAME.get(name);
  if (found === undefined) throw new Error(`There is no rule named ${name}.`);
  return found.code;
}

/** What is wrong and what to do, in plain words. Text of the log in it is raw: the surface that shows it escapes it. */
export function messageOf(problem: Problem): string {
  return ruleOf(problem.code).message(problem.detail);
}

/** What the repair of a problem is called; undefined when there is none. */
export function fixTitle(problem: Problem): string | undefined {
  return problem.edits === undefined ? undefined : ruleOf(problem.code).fix(problem.detail);
}
