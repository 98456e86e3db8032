import type { Container } from '../record';
import { isCloudTrailRecord } from './evidence';
import { split } from './split';
import { jsonTableOf } from './tables/jsonRows';
import { tableOf } from './tables/table';
import { carrierIn } from './wrapped/wrappedEvents';

/** How many records, and how many characters of a text, are looked at before it is called something else. */
const LOOKED_AT = 10_000;
const LOOKED_THROUGH = 5_000_000;

/** Names that a CloudTrail log always has several of, damaged or not. */
const TELLING = [
  'eventVersion',
  'eventSource',
  'eventName',
  'awsRegion',
  'userIdentity',
  'sourceIPAddress',
  'eventTime',
];

/**
 * Is this text a CloudTrail log? Told by content, never by file name, and the same for whole and damaged text.
 * Ordinary JSON costs a few searches for fixed strings.
 */
export function mayHoldRecords(text: string): boolean {
  return containerOf(text) !== 'none';
}

/** What holds the records of a text: `native` is any of CloudTrail's own forms, which `split` tells apart. */
export function containerOf(text: string): Container | 'native' {
  const table = jsonTableOf(text) ?? csvOf(text);
  if (table !== undefined) return table;
  const named = TELLING.map((name) => text.indexOf(name)).filter((at) => at >= 0);
  if (named.length < 2) return 'none';
  const firstName = Math.min(...named);
  const carrier = SCHEMAS.test(text.slice(0, firstName)) ? undefined : carrierIn(text);
  if (carrier !== undefined) return carrier;
  return !isOtherFormat(text, firstName) && isNative(text) ? 'native' : 'none';
}

/** A header and a row are enough to see that a text is a CSV file of events. */
const HEAD = 40_000;

function csvOf(text: string): Container | undefined {
  const table = tableOf(text.slice(0, HEAD));
  if (table === undefined || table.body >= text.length) return undefined;
  return table.isConsole ? 'console-csv' : 'csv';
}

function isNative(text: string): boolean {
  let looked = 0;
  for (const piece of split(text)) {
    if (!('record' in piece)) continue;
    if (isCloudTrailRecord(piece.record.value)) return true;
    if (++looked === LOOKED_AT || piece.record.end > LOOKED_THROUGH) return false;
  }
  return false;
}

/**
 * Schemas, templates, rules and events of other formats say what they are before they come to names that CloudTrail
 * uses too; damaged or not, one such word settles it, unless a list of records has already begun.
 */
function isOtherFormat(text: string, firstName: number): boolean {
  const head = text.slice(0, firstName);
  return OTHER_FORMATS.test(head) && !/Records"?[\s:]*\[|"additionalEventData"/.test(head);
}

const SCHEMAS = /\$schema"?\s*:|AWSTemplateFormatVersion|EventPattern|openapi"|swagger"|class_uid/;
const OTHER_FORMATS =
  /\$schema"?\s*:|properties"\s*:|AWSTemplateFormatVersion|EventPattern|detail-type|openapi"|swagger"|digestStartTime|class_uid|unmapped"/;

/** Files that live beside CloudTrail logs or look like them, by a field that only they have. */
const RELATIVES: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/"digestStartTime"\s*:/, 'a CloudTrail digest file, which lists log files and their hashes'],
  [/"hashSignature"\s*:/, 'the signature of CloudTrail Lake query results'],
  [/"eventSource"\s*:\s*"aws:s3"/, 'an S3 event notification'],
  [/"eventSource"\s*:\s*"aws:sqs"/, 'a batch of SQS messages'],
  [/"EventSource"\s*:\s*"aws:sns"/, 'an SNS notification'],
  [/"eventSource"\s*:\s*"aws:[a-z]+"/, 'an event notification of another AWS service'],
  [/"s3ObjectKey"\s*:/, 'a notice that CloudTrail delivered a log file'],
  [/"AwsAggregatedEvent"/, 'a file of aggregated CloudTrail events'],
  [/"Event"\s*:\s*"s3:TestEvent"/, 'a test notification of S3'],
  [/"class_uid"\s*:|"type_uid"\s*:|"unmapped"\s*:/, 'a record of Security Lake (OCSF), which another schema describes'],
  [/"event_timestamp"\s*:[\s\S]{0,2000}"organization_arn"\s*:/, 'an audit log of WorkMail itself, not of CloudTrail'],
  [/"eventName"\s*:\s*"(?:ORGANIZATION|MAILBOX)_EMAIL_/, 'an e-mail event log of WorkMail itself, not of CloudTrail'],
  [/"detail-type"\s*:\s*"(?![^"]*CloudTrail)/, 'an EventBridge event that is not from CloudTrail'],
  [
    /"messageType"\s*:\s*"CONTROL_MESSAGE"/,
    'a control message of a CloudWatch Logs subscription, which holds no events',
  ],
  [/"\$schema"\s*:/, 'a JSON file with a schema of its own'],
];

/** What a text that is not a CloudTrail log is, if it is one of its relatives. */
export function relativeOf(text: string): string | undefined {
  const head = text.slice(0, 20_000);
  return RELATIVES.find(([pattern]) => pattern.test(head))?.[1];
}
