import type { JsonObject, JsonValue } from '../record';
import { isObject } from './whole';

/**
 * Is this object a CloudTrail record? S3, SNS, SQS and DynamoDB notifications share its outer shape and several of its
 * field names, and many programs write an eventName, so it takes fields that only CloudTrail fills in this way.
 */
export function isCloudTrailRecord(value: JsonObject | undefined): boolean {
  if (value === undefined || isNotification(value) || isText(value.eventType ?? null, /^AwsAggregatedEvent$/))
    return false;
  if (!namesItself(value)) return false;
  let weight = 0;
  for (const [field, weigh] of EVIDENCE) {
    if (Object.hasOwn(value, field)) weight += weigh(value[field] ?? null);
  }
  return weight >= 6;
}

/** Fields of which every record has one at least: what is left of a record without them is none. */
const NAMING = [
  'eventName',
  'eventSource',
  'eventID',
  'eventType',
  'insightDetails',
  'recipientAccountId',
  'awsRegion',
];
/** Fields that are texts in every record; where they hold more, it is a pattern of events or what is left of two logs. */
const TEXTS = ['eventName', 'eventSource', 'eventVersion'];

function namesItself(value: JsonObject): boolean {
  if (TEXTS.some((field) => typeof value[field] === 'object' && value[field] !== null)) return false;
  return NAMING.some((field) => Object.hasOwn(value, field));
}

/** Enough for a record on its own: eventSource of AWS and one more field, or several that are AWS's in form. */
const EVIDENCE: ReadonlyMap<string, (value: JsonValue) => number> = new Map<string, (value: JsonValue) => number>([
  ['eventSource', (value) => (isText(value, /\.amazonaws\.com(?:\.cn)?$/i) ? 5 : 0)],
  ['eventType', (value) => (isText(value, /^Aws[A-Z]/) ? 4 : 1)],
  ['userIdentity', (value) => (isIdentity(value) ? 4 : 0)],
  ['awsRegion', (value) => (isText(value, /^[a-z]{2}(?:-[a-z]+)+-\d+$/) ? 3 : isText(value, /./) ? 2 : 0)],
  ['recipientAccountId', (value) => (isAccount(value) ? 4 : 0)],
  ['sharedEventID', () => 3],
  ['managementEvent', (value) => (typeof value === 'boolean' || isText(value, /^(?:true|false)$/i) ? 3 : 0)],
  ['sourceIPAddress', (value) => (typeof value === 'string' ? 2 : 0)],
  ['eventVersion', (value) => (isText(value, /^1\.\d+$/) ? 2 : 0)],
  [
    'eventCategory',
    (value) => (isText(value, /^(?:Management|Data|Insight|NetworkActivity|ActivityAuditLog)$/) ? 2 : 0),
  ],
  ['insightDetails', (value) => (isObject(value) ? 4 : 0)],
  ['eventName', (value) => (typeof value === 'string' ? 1 : 0)],
  ['eventTime', (value) => (typeof value === 'string' ? 1 : 0)],
  ['eventID', (value) => (typeof value === 'string' ? 1 : 0)],
  ['requestID', (value) => (typeof value === 'string' ? 1 : 0)],
  ['requestParameters', () => 1],
  ['responseElements', () => 1],
]);

const IDENTITY_FIELDS = [
  'principalId',
  'arn',
  'accountId',
  'accessKeyId',
  'invokedBy',
  'sessionContext',
  'identityProvider',
];

const IDENTITY_TYPES = [
  'Root',
  'IAMUser',
  'AssumedRole',
  'FederatedUser',
  'AWSService',
  'AWSAccount',
  'IdentityCenterUser',
];

function isIdentity(value: JsonValue): boolean {
  if (!isObject(value)) return false;
  if (typeof value.type === 'string' && IDENTITY_TYPES.includes(value.type)) return true;
  return IDENTITY_FIELDS.some((field) => Object.hasOwn(value, field));
}

function isText(value: JsonValue, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}

/** Twelve digits, of which some are masked, or which a program has taken for a number. */
function isAccount(value: JsonValue): boolean {
  return typeof value === 'number' || isText(value, /^(?:\d{9,12}|[\dxX*#]{12}|\*+)$/);
}

/** Keys that notifications of other services carry beside the shared ones. */
export const NOTIFICATION_KEYS: readonly string[] = [
  's3',
  'Sns',
  'dynamodb',
  'kinesis',
  'cf',
  'ses',
  'codecommit',
  'receiptHandle',
  'EventSource',
  'timeWindow',
];

/** Whether a value is a message of SNS, SQS, S3 and the like, by what it says of its source. */
export function isMessageOfService(value: JsonObject): boolean {
  return isSourceOfService(value.eventSource) || isSourceOfService(value.EventSource);
}

function isSourceOfService(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && value.startsWith('aws:');
}

function isNotification(value: JsonObject): boolean {
  if (NOTIFICATION_KEYS.some((key) => Object.hasOwn(value, key))) return true;
  const { eventSource, eventName } = value;
  // A service of AWS that CloudTrail names may call its events as it likes.
  if (typeof eventSource === 'string') return /^aws:/.test(eventSource);
  return typeof eventName === 'string' && /:/.test(eventName);
}

/** Names that a CloudTrail event always has several of, damaged or not. */
const TELLING = /event(?:Version|Source|Name|Time)|awsRegion|userIdentity|sourceIPAddress/g;

/** Whether a text very likely holds an event, as far as its names tell. */
export function namesAnEvent(text: string): boolean {
  return new Set(text.match(TELLING)).size >= 2;
}
