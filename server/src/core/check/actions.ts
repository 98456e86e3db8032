import { actionSchemas, catalog } from '../../generated/schemas';
import { requestParameters, responseElements, type Validator } from '../../generated/validators.js';
import { isObject } from '../read/whole';
import type { Action, JsonObject, JsonValue, Problem } from '../record';
import { type Finding, schemaFindings, typeName, typesWanted, typeWanted } from './findings';
import { isMasked, isOmission } from './markers';
import { joined, NO_PROBLEMS, problemAt } from './problem';
import { isRetyped, truthOf } from './retyped';
import { nearest } from './spelling';

const SOURCES = { workmail: 'workmail.amazonaws.com', messageflow: 'workmailMessageFlow.amazonaws.com' } as const;
const BOUNDS = new Set(['minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum']);

/**
 * What is wrong with what an action was asked and what it answered. Parameters of failed calls are not looked at: a
 * denied call has none, and a call may have failed because of them.
 */
export function checkAction(event: JsonObject, action: Action): readonly Problem[] {
  const known = catalog().get(action.name);
  if (known === undefined) return [unknownAction(action)];
  const source = SOURCES[action.service];
  if (known.eventSource !== source) {
    return [
      problemAt('action-of-other-service', ['eventName'], 'value', {
        action: action.name,
        other: known.eventSource,
        source,
      }),
    ];
  }
  const found = readOnlyDiffers(event, known.readOnly, action);
  if (hasFailed(event)) return found;
  return joined([
    found,
    checkSide(event, action, 'requestParameters', requestParameters),
    checkSide(event, action, 'responseElements', responseElements),
  ]);
}

/** Whether nothing in what an action was asked and answered is an error, surely: false where `checkAction` has to be asked. */
export function isActionSound(event: JsonObject, action: Action): boolean {
  return (
    catalog().get(action.name)?.eventSource !== SOURCES[action.service] ||
    hasFailed(event) ||
    (isSideSound(event.requestParameters, requestParameters.get(action.name)) &&
      isSideSound(event.responseElements, responseElements.get(action.name)))
  );
}

function isSideSound(value: JsonValue | undefined, validator: Validator | undefined): boolean {
  return validator === undefined || !isObject(value) || isOmission(value) || validator(value);
}

function readOnlyDiffers(event: JsonObject, expected: boolean | null, { name }: Action): readonly Problem[] {
  const recorded = truthOf(event.readOnly);
  if (recorded === undefined || expected === null || recorded === expected) return NO_PROBLEMS;
  const detail = { recorded: String(recorded), expected: String(expected), action: name };
  return [problemAt('read-only-differs', ['readOnly'], 'value', detail)];
}

/** A call failed when the record names an error (some records have only the message). */
export function hasFailed(event: JsonObject): boolean {
  return isText(event.errorCode) || isText(event.errorMessage);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function unknownAction(action: Action): Problem {
  const near = nearest(action.name, catalog().keys());
  const suggestion = near === undefined ? '' : ` Did you mean ${near}?`;
  const detail = { action: action.name, source: SOURCES[action.service], suggestion };
  return problemAt('unknown-action', ['eventName'], 'value', detail);
}

type Side = 'requestParameters' | 'responseElements';

function checkSide(
  event: JsonObject,
  action: Action,
  side: Side,
  validators: ReadonlyMap<string, Validator>,
): readonly Problem[] {
  const value = event[side];
  const validator = validators.get(action.name);
  if (validator === undefined || !isObject(value) || isOmission(value)) return NO_PROBLEMS;
  const findings = schemaFindings(validator, value);
  if (findings.length === 0) return NO_PROBLEMS;
  const found: Problem[] = [];
  for (const finding of findings) {
    const problem = problemOf(finding, action, side);
    if (problem !== undefined) found.push(problem);
  }
  const mistyped = new Set(
    found.filter((each) => each.detail.wanted !== undefined).map((each) => each.path.join('\0')),
  );
  return found.filter((each) => each.detail.wanted !== undefined || !mistyped.has(each.path.join('\0')));
}

function problemOf(finding: Finding, action: Action, side: Side): Problem | undefined {
  const { keyword, value, params } = finding;
  const path = [side, ...finding.path];
  const field = finding.path.join('.');
  const base = { field, side, action: action.name };
  if (keyword === 'required') {
    if (hasInOtherCase(finding)) return undefined;
    return problemAt('missing-parameter', path, 'key', { ...base, field: String(params.missingProperty) });
  }
  if (keyword === 'additionalProperties') {
    return isOtherCase(finding, action, side) ? undefined : problemAt('unknown-parameter', path, 'key', base);
  }
  if (value === null || isMasked(value)) return undefined;
  if (keyword === 'type') {
    if (isRetyped(value, typesWanted(finding))) return undefined;
    return problemAt('parameter-type', path, 'value', { ...base, wanted: typeWanted(finding), found: typeName(value) });
  }
  if (keyword === 'enum') return problemAt('parameter-value', path, 'value', base);
  if (keyword === 'pattern') return problemAt('parameter-pattern', path, 'value', base);
  if (BOUNDS.has(keyword)) {
    return problemAt('parameter-size', path, 'value', { ...base, bound: `${keyword} ${String(params.limit)}` });
  }
  return undefined;
}

/** Some tools change the case of keys; a key that differs in nothing else is not unknown. */
function isOtherCase(finding: Finding, action: Action, side: Side): boolean {
  let node = actionSchemas().get(action.name)?.[side];
  for (const step of finding.path.slice(0, -1))
    node = typeof step === 'number' ? node?.items : node?.properties?.get(step);
  const name = String(finding.path.at(-1)).toLowerCase();
  return [...(node?.properties?.keys() ?? [])].some((key) => key.toLowerCase() === name);
}

/** The name that is asked for is there, in other case. */
function hasInOtherCase(finding: Finding): boolean {
  const name = String(finding.params.missingProperty).toLowerCase();
  return isObject(finding.value) && Object.keys(finding.value).some((key) => key.toLowerCase() === name);
}
