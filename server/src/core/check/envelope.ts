import { recordSchema } from '../../generated/schemas';
import { record as recordValidator } from '../../generated/validators.js';
import { once } from '../once';
import { isObject } from '../read/whole';
import type { JsonObject, JsonValue, Problem } from '../record';
import { eventTimeMs, hasForm } from './eventTime';
import { schemaFindings, typeName, typeWanted } from './findings';
import { isMarker } from './markers';
import { problemAt } from './problem';
import { codeOf } from './rules';

/** The newest documented minor version; a newer one may bring any fields, which are then not unknown. */
const NEWEST_MINOR = 11;

/** What is wrong with the fields that all records share (AWS: "CloudTrail record contents"). */
export function checkEnvelope(event: JsonObject): readonly Problem[] {
  const version = versionOf(event.eventVersion);
  return [
    ...versionProblems(event, version),
    ...missingFields(event, version),
    ...fieldTypes(event, version),
    ...timeProblems(event),
    ...accountProblems(event),
    ...identityType(event),
  ];
}

interface Version {
  readonly major: number;
  readonly minor: number;
}

/** Two integers, compared as such: 1.10 is newer than 1.08, and 1.05 is version 1.5. */
function versionOf(value: JsonValue | undefined): Version | undefined {
  const match = typeof value === 'string' ? /^(\d{1,4})\.(\d{1,4})$/.exec(value) : null;
  return match === null ? undefined : { major: Number(match[1]), minor: Number(match[2]) };
}

function isSince(version: Version, first: Version): boolean {
  return version.major > first.major || (version.major === first.major && version.minor >= first.minor);
}

const FIRST_VERSION: Version = { major: 1, minor: 0 };

/** The fields of the envelope that say since when there are such. */
const dated = once(() =>
  Array.from(recordSchema().properties ?? []).flatMap(([field, node]) => {
    const since = node['x-since'];
    return since === undefined ? [] : [{ field, since, first: versionOf(since) ?? FIRST_VERSION, node }];
  }),
);

function versionProblems(event: JsonObject, version: Version | undefined): readonly Problem[] {
  if (typeof event.eventVersion !== 'string') return [];
  if (version === undefined) return [problemAt('event-version', ['eventVersion'], 'value')];
  if (version.major <= 1) return [];
  return [problemAt('major-version', ['eventVersion'], 'value', { version: event.eventVersion })];
}

/** Without a readable version, only what every version has is asked for. */
function missingFields(event: JsonObject, version: Version | undefined): readonly Problem[] {
  const found: Problem[] = [];
  for (const { field, since, first, node } of dated()) {
    if (node['x-missing'] === undefined || Object.hasOwn(event, field)) continue;
    if (typeof event.eventType === 'string' && node['x-absent-in']?.includes(event.eventType)) continue;
    if (!isSince(version ?? FIRST_VERSION, first)) continue;
    found.push(
      problemAt(node['x-missing'] === 'error' ? 'missing-field' : 'expected-field', [], 'record', { field, since }),
    );
  }
  return found;
}

function fieldTypes(event: JsonObject, version: Version | undefined): readonly Problem[] {
  const found: Problem[] = [];
  for (const finding of schemaFindings(recordValidator, event)) {
    const field = finding.path.join('.');
    if (finding.keyword === 'type') {
      if (isMarker(finding.value)) continue;
      const detail = { field, wanted: typeWanted(finding), found: typeName(finding.value) };
      found.push(problemAt('field-type', finding.path, 'value', detail));
    } else if (finding.keyword === 'additionalProperties') {
      const isFuture = version !== undefined && (version.major > 1 || version.minor > NEWEST_MINOR);
      if (!isFuture) found.push(problemAt('unknown-field', finding.path, 'key', { field }));
    } else if (finding.keyword === 'enum' && !isMarker(finding.value)) {
      found.push(problemAt('unknown-value', finding.path, 'value', { field }));
    }
  }
  if (version !== undefined) found.push(...newerFields(event, version));
  const wrong = new Set(found.filter((each) => each.code === codeOf('field-type')).map((each) => each.path.join('\0')));
  return found.filter((each) => each.code !== codeOf('unknown-value') || !wrong.has(each.path.join('\0')));
}

function newerFields(event: JsonObject, version: Version): readonly Problem[] {
  const found: Problem[] = [];
  for (const { field, since, first } of dated()) {
    if (isSince(version, first) || !Object.hasOwn(event, field)) continue;
    const detail = { field, since, version: `${version.major}.${String(version.minor).padStart(2, '0')}` };
    found.push(problemAt('newer-field', [field], 'key', detail));
  }
  return found;
}

/** `YYYY-MM-DDTHH:MM:SSZ` and a day that exists: the one form in all genuine records. */
function timeProblems(event: JsonObject): readonly Problem[] {
  const time = event.eventTime;
  if (typeof time !== 'string') return [];
  if (eventTimeMs(time) !== undefined) return [];
  const why = hasForm(time) ? 'a date or time that does not exist' : 'another form';
  return isMarker(time) ? [] : [problemAt('event-time', ['eventTime'], 'value', { why })];
}

const TWELVE_DIGITS = /^\d{12}$/;

function accountProblems(event: JsonObject): readonly Problem[] {
  const found: Problem[] = [];
  const check = (value: JsonValue | undefined, path: readonly string[]) => {
    if (typeof value !== 'string' || TWELVE_DIGITS.test(value) || value === 'ANONYMOUS_PRINCIPAL' || isMarker(value))
      return;
    found.push(problemAt('account-id', path, 'value'));
  };
  check(event.recipientAccountId, ['recipientAccountId']);
  if (isObject(event.userIdentity) && Object.hasOwn(event.userIdentity, 'accountId')) {
    check(event.userIdentity.accountId, ['userIdentity', 'accountId']);
  }
  return found;
}

function identityType(event: JsonObject): readonly Problem[] {
  const { userIdentity, eventType } = event;
  if (!isObject(userIdentity) || Object.hasOwn(userIdentity, 'type') || eventType === 'AwsServiceEvent') return [];
  if (Object.keys(userIdentity).length === 0 || isMarker(userIdentity)) return [];
  return [problemAt('identity-type', ['userIdentity'], 'key')];
}
