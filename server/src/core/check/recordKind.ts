import { isObject } from '../read/whole';
import type { JsonObject } from '../record';

/**
 * What kind of record this is. Beside calls there are records that tell of calls from another side, and they do without
 * fields that a call has. AWS: "CloudTrail record contents" for management and data events, network activity events,
 * Insights events and aggregated events; "CloudTrail Lake integrations event schema" for activities from outside AWS.
 *
 * `call`: a call, a sign-in or what a service did by itself, as management or data event. `network`: the same call, as the
 * VPC endpoint saw it that it went through. `insight`: an unusual number of calls. `aggregated`: counts of data events.
 * `activity`: something outside AWS, brought into CloudTrail Lake.
 */
export type RecordKind = 'call' | 'network' | 'insight' | 'aggregated' | 'activity';

const BY_CATEGORY: ReadonlyMap<string, RecordKind> = new Map<string, RecordKind>([
  ['Insight', 'insight'],
  ['NetworkActivity', 'network'],
  ['Aggregated', 'aggregated'],
  ['ActivityAuditLog', 'activity'],
]);

/** AWS's documentation writes AwsVpceEvents in the list of types and AwsVpceEvent in its examples. */
const BY_TYPE: ReadonlyMap<string, RecordKind> = new Map<string, RecordKind>([
  ['AwsCloudTrailInsight', 'insight'],
  ['AwsVpceEvents', 'network'],
  ['AwsVpceEvent', 'network'],
  ['AwsAggregatedEvent', 'aggregated'],
  ['ActivityLog', 'activity'],
]);

/** The kind of a record by its category, else by its type, else by what only one kind has. */
export function recordKindOf(event: JsonObject | undefined): RecordKind {
  if (event === undefined) return 'call';
  const { eventCategory, eventType } = event;
  const named =
    (typeof eventCategory === 'string' ? BY_CATEGORY.get(eventCategory) : undefined) ??
    (typeof eventType === 'string' ? BY_TYPE.get(eventType) : undefined);
  return named ?? (isObject(event.insightDetails) ? 'insight' : 'call');
}

const TYPES: Readonly<Record<Exclude<RecordKind, 'call'>, string>> = {
  insight: 'AwsCloudTrailInsight',
  network: 'AwsVpceEvents',
  aggregated: 'AwsAggregatedEvent',
  activity: 'ActivityLog',
};

/** The eventType that goes with the kind of a record, even where it does not say so; of a call as written, empty for none. */
export function eventTypeOf(event: JsonObject): string {
  const kind = recordKindOf(event);
  if (kind !== 'call') return TYPES[kind];
  return typeof event.eventType === 'string' ? event.eventType : '';
}
