import { at, textAt } from '../explain/members';
import { isAccessKeyId } from '../explain/values/accessKeyId';
import { parseArn } from '../explain/values/arn';
import { fieldAt } from '../explain/words';
import { organizationOf } from '../investigate/particulars';
import { thingsOf } from '../investigate/things';
import type { EventRecord, JsonPath } from '../record';
import { isMailCall } from '../record';
import type { Name, NameKind } from './name';
import { ownNameAt } from './ownNameAt';

/** What the fields of the envelope name; those of an identity and of the issuer of its session stand for the whole of it. */
const ENVELOPE: ReadonlyMap<string, NameKind> = new Map<string, NameKind>([
  ['eventID', 'event'],
  ['requestID', 'request'],
  ['sharedEventID', 'shared'],
  ['eventName', 'action'],
  ['eventSource', 'service'],
  ['errorCode', 'error'],
  ['awsRegion', 'region'],
  ['sourceIPAddress', 'address'],
  ['userAgent', 'agent'],
  ['recipientAccountId', 'account'],
  ['userIdentity.accessKeyId', 'key'],
  ['userIdentity.principalId', 'principal'],
  ['userIdentity.arn', 'identity'],
  ['userIdentity.accountId', 'account'],
  ['userIdentity.invokedBy', 'invoker'],
]);

/** Where an ARN stands beside other words for the same identity. */
const BESIDE: ReadonlyMap<string, JsonPath> = new Map([
  ['userIdentity.userName', ['userIdentity', 'arn']],
  ['userIdentity.sessionContext.sessionIssuer.arn', ['userIdentity', 'sessionContext', 'sessionIssuer', 'arn']],
  ['userIdentity.sessionContext.sessionIssuer.userName', ['userIdentity', 'sessionContext', 'sessionIssuer', 'arn']],
  ['userIdentity.sessionContext.sessionIssuer.principalId', ['userIdentity', 'sessionContext', 'sessionIssuer', 'arn']],
]);

const ACCOUNT = /^\d{12}$/;

/**
 * What the value at a path of a record is a name of; undefined where other events can't name it, as times and numbers.
 *
 * @param path of the value, which may be any
 */
export function nameAt(record: EventRecord, path: JsonPath): Name | undefined {
  if (record.service === 'own') return ownNameAt(record, path);
  const { event } = record;
  const text = textAt(event, ...path);
  if (event === undefined || text === undefined) return undefined;
  const place = path.join('.');
  const beside = BESIDE.get(place);
  if (beside !== undefined) return named(record, 'identity', textAt(event, ...beside) ?? '');
  const kind = ENVELOPE.get(place) ?? kindInside(record, path, text);
  return kind === undefined ? undefined : named(record, kind, text);
}

/** All things that a record names by its request and its answer, and who acted: what leads on from it. */
function named(record: EventRecord, kind: NameKind, text: string): Name | undefined {
  if (text === '') return undefined;
  const { event = {} } = record;
  const organizationId = !isMailCall(record.service) ? '' : organizationOf(event);
  const arn = textAt(event, 'userIdentity', 'arn');
  const isOwnKey = kind === 'key' && textAt(event, 'userIdentity', 'accessKeyId') === text;
  return { kind, text, organizationId, session: isOwnKey && parseArn(arn ?? '')?.service === 'sts' ? arn : undefined };
}

/** Of a value in the request, the answer, or what else a service tells in its own way. */
function kindInside(record: EventRecord, path: JsonPath, text: string): NameKind | undefined {
  if (path.length < 2) return undefined;
  const field = fieldAt(record, path);
  if (field.node?.['x-secret'] === true) return undefined;
  const kind = kindOfId(text);
  if (kind !== 'thing') return kind;
  if (field.shortName === 'roleSessionName') return 'session';
  if (field.node?.['x-entity'] === 'address') return 'address';
  const { made, named: others } = thingsOf(record, 'succeeded');
  if (made.includes(text) || others.includes(text)) return 'thing';
  return ACCOUNT.test(text) && /account/i.test(field.shortName) ? 'account' : undefined;
}

/** What an id names, told by its form alone. */
export function kindOfId(text: string): 'key' | 'identity' | 'thing' {
  if (isAccessKeyId(text)) return 'key';
  return parseArn(text) === undefined ? 'thing' : 'identity';
}

/** The access key and the session that signed a call, as a name to look for; undefined where it has neither. */
export function credentialsIn(record: EventRecord): Name | undefined {
  const identity = at(record.event, 'userIdentity');
  const key = textAt(identity, 'accessKeyId');
  if (key !== undefined) return named(record, 'key', key);
  const arn = textAt(identity, 'arn');
  return arn !== undefined && parseArn(arn)?.service === 'sts' ? named(record, 'identity', arn) : undefined;
}
