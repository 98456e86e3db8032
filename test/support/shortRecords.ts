import type { JsonObject, JsonValue } from '../../server/src/core/record';

/** A record in short form, as fixtures write it. */
export interface ShortRecord {
  /** `08:00:12` of the first day, or with another day before it: `3 08:00:12`. */
  readonly at: string;
  /** `workmail CreateUser` */
  readonly call: string;
  /** The name of an IAM user, or `Role/session`; `jane` without it. A name that ends in .amazonaws.com is a service of AWS. */
  readonly by?: string;
  /** accessKeyId; each name has one of its own without it. */
  readonly key?: string;
  readonly from?: string;
  readonly agent?: string;
  readonly error?: string;
  readonly region?: string;
  readonly account?: string;
  readonly reads?: true;
  readonly request?: JsonObject;
  readonly answer?: JsonObject;
  /** In place of what `by` would make. */
  readonly identity?: JsonObject;
  readonly shared?: string;
}

const DAY = Date.UTC(2026, 2, 1);
const ACCOUNT = '111111111111';
/** The organization of all of them, where the request names no other. */
export const ORGANIZATION = 'm-d281d0a2fd824be5b6cd3d3ce909fd27';
/** These calls stand outside of an organization. */
const WITHOUT = ['CreateOrganization', 'ListOrganizations', 'GetRawMessageContent', 'PutRawMessageContent'];

/** The records in full. Their eventIDs tell them apart by their positions. */
export function inFull(records: readonly ShortRecord[]): readonly JsonObject[] {
  return records.map(fullRecord);
}

function fullRecord(short: ShortRecord, at: number): JsonObject {
  const [service = '', action = ''] = short.call.split(' ');
  const { error, answer = null, region = 'us-east-1', account = ACCOUNT } = short;
  const id = `7a1e7d2e-0000-4000-8000-${String(at).padStart(12, '0')}`;
  return {
    eventVersion: '1.11',
    userIdentity: short.identity ?? identityOf(short, account),
    eventTime: timeOf(short.at),
    eventSource: `${service}.amazonaws.com`,
    eventName: action,
    awsRegion: region,
    sourceIPAddress: short.from ?? '203.0.113.12',
    userAgent: short.agent ?? 'aws-cli/2.27.49',
    ...(error !== undefined && { errorCode: error, errorMessage: 'refused' }),
    requestParameters: error === 'AccessDenied' ? null : requestOf(short, service, action),
    responseElements: error === undefined ? answer : null,
    requestID: id,
    eventID: id,
    ...(short.shared !== undefined && { sharedEventID: short.shared }),
    readOnly: short.reads ?? /^(?:List|Describe|Get)/.test(action),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
  };
}

function requestOf({ request }: ShortRecord, service: string, action: string): JsonValue {
  const isWithin = service === 'workmail' && !WITHOUT.includes(action);
  const all: JsonObject = { ...(isWithin && { organizationId: ORGANIZATION }), ...request };
  return Object.keys(all).length === 0 ? null : all;
}

function timeOf(text: string): string {
  const [time = '', day = '1'] = text.split(' ').reverse();
  const [hours = '0', minutes = '0', seconds = '0'] = time.split(':');
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return `${new Date(DAY + (Number(day) - 1) * 86_400_000 + ms).toISOString().slice(0, 19)}Z`;
}

function identityOf({ by = 'jane', key }: ShortRecord, accountId: string): JsonObject {
  if (by.endsWith('.amazonaws.com')) return { type: 'AWSService', invokedBy: by };
  const [name = '', session] = by.split('/');
  const own = name.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (session === undefined) {
    return {
      type: 'IAMUser',
      principalId: `AIDA${own}EXAMPLE`,
      arn: `arn:aws:iam::${accountId}:user/${name}`,
      accountId,
      accessKeyId: key ?? `AKIA${own.padStart(9, 'X')}EXAMPLE`,
      userName: name,
    };
  }
  return {
    type: 'AssumedRole',
    principalId: `AROA${own}EXAMPLE:${session}`,
    arn: `arn:aws:sts::${accountId}:assumed-role/${name}/${session}`,
    accountId,
    accessKeyId: key ?? `ASIA${own.padStart(9, 'X')}EXAMPLE`,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: `AROA${own}EXAMPLE`,
        arn: `arn:aws:iam::${accountId}:role/${name}`,
        accountId,
        userName: name,
      },
      attributes: { creationDate: timeOf('00:00:00'), mfaAuthenticated: 'false' },
    },
  };
}
