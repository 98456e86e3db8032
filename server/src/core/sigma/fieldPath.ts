import { type CallText, columns, type IdentityText } from '../store/columns';
import { ODD } from '../store/rowState';

/** Where the value of a field lies in the columns of rows. */
export type FieldColumn =
  | { readonly kind: 'call'; readonly name: CallText; readonly odd: number }
  | { readonly kind: 'identity'; readonly name: IdentityText; readonly odd: number }
  | { readonly kind: 'text'; readonly column: number; readonly odd: number }
  | { readonly kind: 'readOnly' | 'eventTime' | 'eventID' | 'requestID'; readonly odd: number };

/** A field of a record as a rule names it. */
export interface FieldPath {
  /** With the spelling of CloudTrail where it is one of the fields that rows have. */
  readonly name: string;
  readonly steps: readonly string[];
  /** Absent: the record has to be read for it. */
  readonly column?: FieldColumn;
}

const call = (name: CallText): FieldColumn => ({ kind: 'call', name, odd: ODD.call });
const identity = (name: IdentityText): FieldColumn => ({ kind: 'identity', name, odd: ODD.identity });
const text = (name: 'principal' | 'accessKey' | 'sessionCreated' | 'address' | 'userAgent' | 'sharedEventID') =>
  ({ kind: 'text', column: columns[name], odd: ODD[name] }) as const;

/** The fields that rows have. A record that spells one in another way is told from these columns all the same: nobody reads it so. */
const COLUMNS: Readonly<Record<string, FieldColumn>> = {
  eventSource: call('source'),
  eventName: call('action'),
  errorCode: call('errorCode'),
  awsRegion: call('region'),
  recipientAccountId: call('account'),
  eventCategory: call('category'),
  eventType: call('type'),
  'userIdentity.type': identity('type'),
  'userIdentity.accountId': identity('accountId'),
  'userIdentity.userName': identity('userName'),
  'userIdentity.arn': identity('arn'),
  'userIdentity.invokedBy': identity('invokedBy'),
  'userIdentity.identityProvider': identity('identityProvider'),
  'userIdentity.onBehalfOf.userId': identity('userId'),
  'userIdentity.sessionContext.sessionIssuer.arn': identity('issuerArn'),
  'userIdentity.sessionContext.sessionIssuer.userName': identity('issuerUserName'),
  'userIdentity.sessionContext.sessionIssuer.type': identity('issuerType'),
  'userIdentity.sessionContext.attributes.mfaAuthenticated': identity('mfaAuthenticated'),
  'userIdentity.sessionContext.attributes.creationDate': text('sessionCreated'),
  'userIdentity.principalId': text('principal'),
  'userIdentity.accessKeyId': text('accessKey'),
  sourceIPAddress: text('address'),
  userAgent: text('userAgent'),
  sharedEventID: text('sharedEventID'),
  readOnly: { kind: 'readOnly', odd: ODD.readOnly },
  eventTime: { kind: 'eventTime', odd: ODD.time },
  eventID: { kind: 'eventID', odd: ODD.eventID },
  requestID: { kind: 'requestID', odd: ODD.requestID },
};

const KNOWN: ReadonlyMap<string, FieldPath> = new Map(
  Object.entries(COLUMNS).map(([name, column]) => [name.toLowerCase(), { name, steps: name.split('.'), column }]),
);

/** @param name the keys on the way to a value, with dots between them */
export function fieldPath(name: string): FieldPath {
  return KNOWN.get(name.toLowerCase()) ?? { name, steps: name.split('.') };
}
