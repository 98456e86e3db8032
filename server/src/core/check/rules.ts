import type { Problem } from '../record';
import { type Rule, rule } from './rule';

/** Every rule: the one table of codes, severities and messages. Codes are stable; a retired code is not used again. */
const RULES: readonly Rule[] = [
  // Broken JSON. These hold for the records of every service.
  rule(
    'WT101',
    'missing-comma',
    'error',
    'Missing comma',
    'Missing comma before {before}.',
    'Insert the missing comma',
  ),
  rule(
    'WT102',
    'extra-comma',
    'error',
    'Comma too many',
    'This comma has nothing to separate; remove it.',
    'Remove the extra comma',
  ),
  rule(
    'WT103',
    'missing-colon',
    'error',
    'Missing colon',
    'Missing colon before {before}.',
    'Insert the missing colon',
  ),
  rule(
    'WT104',
    'extra-colon',
    'error',
    'Colon too many',
    'This colon follows no key; remove it.',
    'Remove the extra colon',
  ),
  rule(
    'WT105',
    'missing-quote',
    'error',
    'Missing quote',
    'Missing quote at the {where} of {text}.',
    'Insert the missing quote',
  ),
  rule(
    'WT106',
    'stray-quote',
    'error',
    'Quote inside a text',
    'A quote inside a text needs a backslash before it, or does not belong here.',
    'Mend the stray quote',
  ),
  rule(
    'WT107',
    'wrong-quote',
    'error',
    'Wrong kind of quote',
    'JSON knows only the straight double quote, not {text}.',
    'Replace by straight double quotes',
  ),
  rule(
    'WT108',
    'unquoted',
    'error',
    'Text without quotes',
    '{text} needs double quotes around it.',
    'Put double quotes around it',
  ),
  rule(
    'WT109',
    'missing-bracket',
    'error',
    'Missing brace or bracket',
    'Missing {bracket} before {before}.',
    'Insert the missing {bracket}',
  ),
  rule(
    'WT110',
    'extra-bracket',
    'error',
    'Brace or bracket too many',
    'This {bracket} closes or opens nothing; remove it.',
    'Remove the extra {bracket}',
  ),
  rule(
    'WT111',
    'wrong-bracket',
    'error',
    'Wrong brace or bracket',
    'Here stands {text} where {instead} belongs.',
    'Replace by {instead}',
  ),
  rule(
    'WT112',
    'wrong-separator',
    'error',
    'Wrong separator',
    'Here stands {text} where {instead} belongs.',
    'Replace by {instead}',
  ),
  rule(
    'WT113',
    'control-character',
    'error',
    'Bare control character in a text',
    'A {name} stands inside a text; JSON writes it as an escape.',
    'Write it as an escape',
  ),
  rule(
    'WT114',
    'bad-escape',
    'error',
    'Bad escape',
    'A backslash that begins no JSON escape; a literal backslash is written twice.',
    'Mend the escape',
  ),
  rule(
    'WT115',
    'bad-literal',
    'error',
    'Not a JSON literal',
    'JSON writes {instead}, not {text}.',
    'Replace by {instead}',
  ),
  rule(
    'WT116',
    'bad-number',
    'error',
    'Not a JSON number',
    '{text} is not a number in JSON; check the value, or put double quotes around it.',
    'Put double quotes around it',
  ),
  rule('WT117', 'comment', 'error', 'Comment', 'JSON has no comments; remove it.', 'Remove the comment'),
  rule(
    'WT118',
    'ellipsis',
    'error',
    'Something was left out',
    'These dots stand for something that was left out; remove them, or put back what is missing.',
    'Remove the dots',
  ),
  rule(
    'WT119',
    'missing-key',
    'error',
    'Missing key',
    'A value without its key; put back the key before the colon.',
    undefined,
  ),
  rule('WT120', 'missing-value', 'error', 'Missing value', 'The value of {key} is missing; put it back.', undefined),
  rule(
    'WT121',
    'unexpected-text',
    'error',
    'Text that is not JSON',
    'Text that has no place here: {text}.',
    'Replace the damaged text',
  ),
  rule(
    'WT122',
    'cut-off',
    'error',
    'The log is cut off',
    'The log ends here in the middle of {inside}; fetch it again, what follows is missing.',
    'Close what stands open ({bracket})',
  ),
  rule(
    'WT123',
    'not-an-object',
    'error',
    'Entry that is not a record',
    'An entry of Records must be an object; this is {text}.',
    undefined,
  ),
  rule(
    'WT124',
    'records-not-a-list',
    'error',
    'Records is not a list',
    'Records must be a list of records, in brackets.',
    undefined,
  ),
  rule(
    'WT125',
    'records-key',
    'warning',
    'Unknown name for the list of records',
    'CloudTrail names this list "Records", not {text}.',
    undefined,
  ),
  rule(
    'WT126',
    'duplicate-records',
    'warning',
    'Records stands twice',
    'A second list of records in one object; most programs read only one of them. All are listed here.',
    undefined,
  ),
  rule(
    'WT127',
    'duplicate-key',
    'warning',
    'A key stands twice',
    '{key} stands more than once in this record; most programs read only the last one.',
    undefined,
  ),
  rule(
    'WT128',
    'too-deep',
    'information',
    'Nested too deep',
    'This record is nested deeper than {limit} levels; it is listed, but its fields are not checked.',
    undefined,
  ),
  rule(
    'WT129',
    'too-long',
    'information',
    'Record too long',
    'This record is longer than {limit} characters; it is listed, but its fields are not checked.',
    undefined,
  ),
  rule(
    'WT130',
    'wrong-space',
    'error',
    "Not JSON's white space",
    'Between its parts JSON allows only spaces, tabs and line breaks; here stands {text}.',
    'Replace by ordinary spaces',
  ),

  // The envelope of WorkMail and Message Flow records.
  rule(
    'WT201',
    'missing-field',
    'error',
    'Missing field of the envelope',
    'Missing field {field}; every record has it since version {since} of the format.',
    undefined,
  ),
  rule('WT202', 'field-type', 'error', 'Field of the wrong type', '{field} must be {wanted}, not {found}.', undefined),
  rule(
    'WT203',
    'event-version',
    'error',
    'Not a version',
    'eventVersion must be two numbers with a dot between, such as "1.08".',
    undefined,
  ),
  rule(
    'WT204',
    'event-time',
    'error',
    'Not a time',
    'eventTime must be a time in UTC such as "2026-03-01T09:30:00Z"; this is {why}.',
    undefined,
  ),
  rule(
    'WT211',
    'expected-field',
    'hint',
    'Field usually there',
    'Records since version {since} usually have {field}.',
    undefined,
  ),
  rule(
    'WT212',
    'unknown-field',
    'hint',
    'Unknown field',
    '{field} is not a known field of the record format.',
    undefined,
  ),
  rule(
    'WT213',
    'unknown-value',
    'hint',
    'Unknown value',
    '{field} has a value that is not among the documented ones.',
    undefined,
  ),
  rule(
    'WT214',
    'newer-field',
    'hint',
    'Field newer than the version',
    '{field} came with version {since}, but the record says {version}.',
    undefined,
  ),
  rule('WT215', 'account-id', 'hint', 'Not an account id', 'An account id is a text of 12 digits.', undefined),
  rule(
    'WT216',
    'identity-type',
    'hint',
    'Identity without type',
    'userIdentity usually has a type; only events of AWS services do without.',
    undefined,
  ),

  // What WorkMail's and Message Flow's actions were asked and what they answered.
  rule(
    'WT301',
    'parameter-type',
    'error',
    'Parameter of the wrong type',
    '{field} must be {wanted}, not {found}.',
    undefined,
  ),
  rule(
    'WT302',
    'unknown-action',
    'hint',
    'Unknown action',
    '{action} is not a known action of {source}.{suggestion}',
    undefined,
  ),
  rule(
    'WT303',
    'unknown-parameter',
    'hint',
    'Unknown parameter',
    '{field} is not a known part of {side} of {action}.',
    undefined,
  ),
  rule(
    'WT304',
    'missing-parameter',
    'hint',
    'Missing parameter',
    '{action} usually has {field} in its {side}.',
    undefined,
  ),
  rule(
    'WT305',
    'parameter-value',
    'hint',
    'Unknown value of a parameter',
    '{field} has a value that is not among the documented ones.',
    undefined,
  ),
  rule(
    'WT306',
    'parameter-size',
    'hint',
    'Parameter out of bounds',
    '{field} is outside the documented bounds ({bound}).',
    undefined,
  ),
  rule(
    'WT307',
    'parameter-pattern',
    'off',
    'Parameter of another form',
    '{field} does not have the documented form.',
    undefined,
  ),
  rule(
    'WT308',
    'action-of-other-service',
    'hint',
    'Action of the other service',
    '{action} belongs to {other}, not to {source}.',
    undefined,
  ),

  // Fields that contradict each other.
  rule(
    'WT401',
    'major-version',
    'warning',
    'Unknown major version',
    'Version {version} of the record format is unknown; only 1.x is documented.',
    undefined,
  ),
  rule(
    'WT402',
    'account-differs',
    'warning',
    'Two accounts for one identity',
    'The ARN is of account {arn}, but accountId says {account}.',
    undefined,
  ),
  rule(
    'WT403',
    'key-kind',
    'warning',
    'Long-lived key in a session',
    'A key that begins with AKIA is long-lived, but the identity is a session, which has temporary keys.',
    undefined,
  ),
  rule(
    'WT404',
    'failed-with-result',
    'warning',
    'Failed, but with a result',
    'The call failed with {error}, but responseElements holds a result.',
    undefined,
  ),
  rule(
    'WT405',
    'identity-kind',
    'warning',
    'Identity type and ARN differ',
    'The type says {type}, but the ARN is that of another kind of identity.',
    undefined,
  ),
  rule(
    'WT406',
    'principal-kind',
    'warning',
    'Identity type and principal differ',
    'The type says {type}, but principalId begins with {prefix}, which stands for {meaning}.',
    undefined,
  ),
  rule(
    'WT407',
    'category-differs',
    'warning',
    'Category and managementEvent differ',
    'eventCategory says {category}, but managementEvent says {management}.',
    undefined,
  ),
  rule(
    'WT408',
    'session-later',
    'warning',
    'Session younger than the event',
    'The session began at {created}, after the event at {time}.',
    undefined,
  ),
  rule(
    'WT411',
    'read-only-differs',
    'hint',
    'Unusual readOnly',
    'The record says readOnly {recorded}; for {action} {expected} is expected.',
    undefined,
  ),
];

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
