/**
 * What reads Sigma rules and asks them of events: a bundle of its own, loaded when somebody asks. It brings a reader of YAML and an engine
 * for expressions, which nothing else needs. So everything outside imports it from here, and not through the facade of the core.
 */
export { type RuleFile, type RuleProblem, type RulesRead, readRules } from './readRules';
export { type Level, levels, type Rule } from './rule';
export {
  type AnswerOfRule,
  type EventOfRule,
  type LogReading,
  RuleAnswers,
  type UnreadRow,
} from './ruleAnswers';
