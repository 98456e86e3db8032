/** The facade of the core. Everything outside `core` imports core through this file, and it holds no logic. */

export { analyze } from './check/analyze';
export type { Rule, Severity } from './check/rule';
export { fixTitle, messageOf, ruleOf, rules } from './check/rules';
export { applyEdits, inOrder, moved } from './read/edits';
export { locate, type Place, placeAt, spanOf, valueAt } from './read/locate';
export { mayHoldRecords } from './read/recognize';
export type * from './record';
