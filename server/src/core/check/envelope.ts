import { recordSchema } from '../../generated/schemas';
import { record as recordValidator } from '../../generated/validators.js';
import { once } from '../once';
import { isObject } from '../read/whole';
import type { JsonObject, JsonValue, Problem } from '../record';
import { accountProblems, isAccountNumber } from './accountId';
import { eventTimeMs } from './eventTime';
import { type Finding, schemaFindings, typeName, typesWanted, typeWanted } from './findings';
import { isMarker, isMasked } from './markers';
import { looksLikeTime } from './parseTime';
import { joined, NO_PROBLEMS, problemAt } from './problem';
import { eventTypeOf } from './recordKind';
import { isRetyped } from './retyped';
import { codeOf } from './rules';
import type { SchemaNode } from './schemaTypes';

/** The newest documented minor version; a newer one may bring any fields, which are then not unknown. */
const NEWEST_MINOR = 11;

/** What is wrong with the fields that all records share (AWS: "CloudTrail record contents"). */
export function checkEnvelope(event: JsonObject): readonly Problem[] {
  const version = versionOf(event.eventVersion);
  return joined([
    versionProblems(event, version),
    missingFields(event, version),
    fieldTypes(event, version),
    timeProblems(event),
    accountProblems(event),
    identityType(event),
  ]);
}

/** Whether nothing in these fields is an error, surely: false where all of them have to be checked to know. */
export function isEnvelopeSound(event: JsonObject): boolean {
  if (!recordValidator(event)) return false;
  const version = versionOf(event.eventVersion);
  return (
    versionProblems(event, version) === NO_PROBLEMS &&
    missingFields(event, version) === NO_PROBLEMS &&
    timeProblems(event) === NO_PROBLEMS
  );
}

interface Version {
  readonly major: number;
  readonly minor: number;
}

const FIRST_VERSION: Version = { major: 1, minor: 0 };

/** Two integers, compared as such: 1.10 is newer than 1.08, and 1.05 is version 1.5. */
function readVersion(text: string): Version | undefined {
  const match = /^(\d{1,4})\.(\d{1,4})$/.exec(text);
  return match === null ? undefined : { major: Number(match[1]), minor: Number(match[2]) };
}

/** The versions there have been, as CloudTrail writes them: asked of every record, and nearly all have one of these. */
const writtenVersions = once(
  (): ReadonlyMap<string, Version> =>
    new Map(
      Array.from({ length: NEWEST_MINOR + 1 }, (_, minor) => [`1.${twoDigits(minor)}`, { major: 1, minor }] as const),
    ),
);

function versionOf(value: JsonValue | undefined): Version | undefined {
  return typeof value === 'string' ? (writtenVersions().get(value) ?? readVersion(value)) : undefined;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function isSince(version: Version, first: Version): boolean {
  return version.major > first.major || (version.major === first.major && version.minor >= first.minor);
}

/** A field with the version that brought it. */
interface Dated {
  readonly field: string;
  readonly since: string;
  readonly first: Version;
  readonly node: SchemaNode;
}

/** The fields of the envelope that say since when there are such. */
const dated = once((): readonly Dated[] =>
  Array.from(recordSchema().properties ?? []).flatMap(([field, node]) => {
    const since = node['x-since'];
    return since === undefined ? [] : [{ field, since, first: readVersion(since) ?? FIRST_VERSION, node }];
  }),
);

/** Those among them that are missed. */
const missed = once(() => dated().filter(({ node }) => node['x-missing'] !== undefined));

function versionProblems(event: JsonObject, version: Version | undefined): readonly Problem[] {
  if (version !== undefined && version.major <= 1) return NO_PROBLEMS;
  if (typeof event.eventVersion !== 'string' || isMasked(event.eventVersion)) return NO_PROBLEMS;
  if (version === undefined) return [problemAt('event-version', ['eventVersion'], 'value')];
  return [problemAt('major-version', ['eventVersion'], 'value', { version: event.eventVersion })];
}

/** Without a readable version, only what every version has is asked for. */
function isAskedFor({ first, node }: Dated, event: JsonObject, version: Version | undefined): boolean {
  if (node['x-missing'] === undefined || node['x-absent-in']?.includes(eventTypeOf(event))) return false;
  return isSince(version ?? FIRST_VERSION, first);
}

function missingFields(event: JsonObject, version: Version | undefined): readonly Problem[] {
  let found = NO_PROBLEMS;
  for (const each of missed()) {
    const { field, since, node } = each;
    if (Object.hasOwn(event, field) || !isAskedFor(each, event, version)) continue;
    const name = node['x-missing'] === 'error' ? 'missing-field' : 'expected-field';
    found = [...found, problemAt(name, [], 'record', { field, since })];
  }
  return found;
}

function fieldTypes(event: JsonObject, version: Version | undefined): readonly Problem[] {
  const findings = schemaFindings(recordValidator, event);
  const newer = version === undefined ? NO_PROBLEMS : newerFields(event, version);
  if (findings.length === 0) return newer;
  const found: Problem[] = [];
  for (const finding of findings) {
    const field = finding.path.join('.');
    if (finding.keyword === 'type') {
      if (isSound(finding, event, version)) continue;
      const detail = { field, wanted: typeWanted(finding), found: typeName(finding.value) };
      found.push(problemAt('field-type', finding.path, 'value', detail));
    } else if (finding.keyword === 'additionalProperties') {
      const isFuture = version !== undefined && (version.major > 1 || version.minor > NEWEST_MINOR);
      if (!isFuture) found.push(problemAt('unknown-field', finding.path, 'key', { field }));
    } else if (finding.keyword === 'enum' && finding.value !== null && !isMasked(finding.value)) {
      found.push(problemAt('unknown-value', finding.path, 'value', { field }));
    }
  }
  for (const problem of newer) found.push(problem);
  const wrong = new Set(found.filter((each) => each.code === codeOf('field-type')).map((each) => each.path.join('\0')));
  return found.filter((each) => each.code !== codeOf('unknown-value') || !wrong.has(each.path.join('\0')));
}

/** Whether a value of another type is nothing to complain about: masked, retyped by a tool, or null for a field that is absent. */
function isSound(finding: Finding, event: JsonObject, version: Version | undefined): boolean {
  const { path, value } = finding;
  if (value === null) return path.length > 1 || isAbsentAnyway(String(path[0]), event, version);
  return isMarker(value) || isRetyped(value, typesWanted(finding)) || isAccountNumber(path, value);
}

/** Tools that write one row for all records give those the field as well that do without it. */
function isAbsentAnyway(field: string, event: JsonObject, version: Version | undefined): boolean {
  const known = dated().find((each) => each.field === field);
  return known !== undefined && !isAskedFor(known, event, version);
}

function newerFields(event: JsonObject, version: Version): readonly Problem[] {
  let found = NO_PROBLEMS;
  for (const { field, since, first } of dated()) {
    // Null is how tools write that a field is absent.
    if (isSince(version, first) || (event[field] ?? null) === null || !Object.hasOwn(event, field)) continue;
    const detail = { field, since, version: `${version.major}.${twoDigits(version.minor)}` };
    found = [...found, problemAt('newer-field', [field], 'key', detail)];
  }
  return found;
}

/** A moment that exists, in whatever form a tool has given it. */
function timeProblems(event: JsonObject): readonly Problem[] {
  const time = event.eventTime;
  if (typeof time !== 'string' || eventTimeMs(time) !== undefined || isMasked(time)) return NO_PROBLEMS;
  const why = looksLikeTime(time) ? 'a date or time that does not exist' : 'another form';
  return [problemAt('event-time', ['eventTime'], 'value', { why })];
}

function identityType(event: JsonObject): readonly Problem[] {
  const { userIdentity, eventType } = event;
  if (!isObject(userIdentity) || Object.hasOwn(userIdentity, 'type') || eventType === 'AwsServiceEvent')
    return NO_PROBLEMS;
  if (Object.keys(userIdentity).length === 0 || isMarker(userIdentity)) return NO_PROBLEMS;
  return [problemAt('identity-type', ['userIdentity'], 'key')];
}
