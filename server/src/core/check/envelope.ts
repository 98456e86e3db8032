import { recordSchema } from '../../generated/schemas';
import { record as recordValidator } from '../../generated/validators.js';
import { isObject } from '../read/whole';
import type { JsonObject, JsonValue, Problem } from '../record';
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

function isSince(version: Version, since: string): boolean {
  const first = versionOf(since) ?? version;
  return version.major > first.major || (version.major === first.major && version.minor >= first.minor);
}

function versionProblems(event: JsonObject, version: Version | undefined): readonly Problem[] {
  if (typeof event.eventVersion !== 'string') return [];
  if (version === undefined) return [problemAt('event-version', ['eventVersion'], 'value')];
  if (version.major <= 1) return [];
  return [problemAt('major-version', ['eventVersion'], 'value', { version: event.eventVersion })];
}

/** Without a readable version, only what every version has is asked for. */
function missingFields(event: JsonObject, version: Version | undefined): readonly Problem[] {
  const found: Problem[] = [];
  for (const [field, node] of recordSchema().properties ?? []) {
    const since = node['x-since'];
    if (node['x-missing'] === undefined || since === undefined || Object.hasOwn(event, field)) continue;
    if (typeof event.eventType === 'string' && node['x-absent-in']?.includes(event.eventType)) continue;
    if (!isSince(version ?? { major: 1, minor: 0 }, since)) continue;
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
  for (const [field, node] of recordSchema().properties ?? []) {
    const since = node['x-since'];
    if (since === undefined || !Object.hasOwn(event, field) || isSince(version, since)) continue;
    const detail = { field, since, version: `${version.major}.${String(version.minor).padStart(2, '0')}` };
    found.push(problemAt('newer-field', [field], 'key', detail));
  }
  return found;
}

/** `YYYY-MM-DDTHH:MM:SSZ` and a day that exists: the one form in all genuine records. */
function timeProblems(event: JsonObject): readonly Problem[] {
  const time = event.eventTime;
  if (typeof time !== 'string' || isMarker(time)) return [];
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})Z$/.exec(time);
  if (match === null) return [problemAt('event-time', ['eventTime'], 'value', { why: 'another form' })];
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const isReal = year > 0 && date.toISOString().slice(0, 19) === time.slice(0, 19);
  return isReal ? [] : [problemAt('event-time', ['eventTime'], 'value', { why: 'a date or time that does not exist' })];
}

function accountProblems(event: JsonObject): readonly Problem[] {
  const found: Problem[] = [];
  const check = (value: JsonValue | undefined, path: readonly string[]) => {
    if (typeof value !== 'string' || /^\d{12}$/.test(value) || value === 'ANONYMOUS_PRINCIPAL' || isMarker(value))
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
