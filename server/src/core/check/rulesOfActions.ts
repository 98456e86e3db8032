import { type Rule, rule } from './rule';

/** The value gives way to the mark that CloudTrail itself writes; the features that offer it know the place. */
const REDACT = 'Redact this value';

/** Rules of what WorkMail's and Message Flow's actions were asked and what they answered. */
export const actionRules: readonly Rule[] = [
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
  rule(
    'WT309',
    'secret-in-clear',
    'warning',
    'Secret in clear',
    '{field} is a secret, and it stands here in clear. Have it changed, and redact it before you pass the log on.',
    REDACT,
  ),
  rule(
    'WT310',
    'token-in-clear',
    'information',
    'Token in clear',
    '{field} stands here in clear: whoever reads it can use it until it expires. Redact it before you pass the log on.',
    REDACT,
  ),
];
