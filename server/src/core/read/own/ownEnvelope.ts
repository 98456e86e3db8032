import type { EventRecord, JsonObject, JsonValue } from '../../record';
import { type OwnReading, ownReading, ownText, readsOnly } from './ownReading';

/** What kinds of identities do in WorkMail's own logs. */
export const WORKMAIL_USER = 'WorkMailUser';
export const IMPERSONATION_ROLE = 'ImpersonationRole';
const MAIL_ADDRESS = 'MailAddress';

/**
 * What a record says in the fields that all events have. Of a CloudTrail record that is the record; of one of WorkMail's own logs it is
 * made: eventSource is the id of the log and eventName what was done. Only for telling: no log holds such an object.
 */
export function saidOf({
  event,
  service,
  around,
}: Pick<EventRecord, 'event' | 'service' | 'around'>): JsonObject | undefined {
  if (service !== 'own') return event;
  const reading = ownReading(event, around);
  return reading === undefined ? event : envelopeOf(reading);
}

function envelopeOf(reading: OwnReading): JsonObject {
  const { log, time, act, region, account, address, userAgent, request } = reading;
  const reads = readsOnly(reading);
  const error = errorOf(reading);
  const message = messageOf(reading);
  const said: Record<string, JsonValue> = { eventSource: log.id, eventName: act };
  if (time !== undefined) said.eventTime = new Date(time).toISOString();
  if (region !== '') said.awsRegion = region;
  if (account !== '') said.recipientAccountId = account;
  if (address !== '') said.sourceIPAddress = address;
  if (userAgent !== '') said.userAgent = userAgent;
  if (request !== '') said.requestID = request;
  if (error !== '') said.errorCode = error;
  if (message !== '') said.errorMessage = message;
  if (reads !== undefined) said.readOnly = reads;
  const identity = identityOf(reading);
  if (identity !== undefined) said.userIdentity = identity;
  return said;
}

/** Who acted, by id: the impersonation role, else the user. Empty where neither is told. */
export function actorIdOf({ user, impersonator }: Pick<OwnReading, 'user' | 'impersonator'>): string {
  return impersonator === '' ? user : impersonator;
}

/** Who acted: the role or the user by id, else by the name that was tried, or by the address that mail came from. */
export function identityOf(reading: OwnReading): JsonObject | undefined {
  const { name, account } = reading;
  const id = actorIdOf(reading);
  if (id === '' && name === '') return undefined;
  return {
    type: identityTypeOf(reading),
    ...(id !== '' && { principalId: id }),
    ...(id === '' && { userName: name }),
    ...(account !== '' && { accountId: account }),
  };
}

/** What kind of identity acted. */
export function identityTypeOf({ log, impersonator }: Pick<OwnReading, 'log' | 'impersonator'>): string {
  if (log.family === 'mail') return MAIL_ADDRESS;
  return impersonator === '' ? WORKMAIL_USER : IMPERSONATION_ROLE;
}

/** What it is called that it was refused or failed; empty where it was not. */
export function errorOf({ log, allowed }: Pick<OwnReading, 'log' | 'allowed'>): string {
  return allowed === false ? (log.truth?.refused ?? '') : '';
}

/** Why it failed, as far as it was written down. */
export function messageOf({ log, fields, allowed }: OwnReading): string {
  if (log.family === 'mail' || allowed === true) return '';
  const field = log.fields.find(({ column }) => column === 'reason');
  return field === undefined ? '' : ownText(fields[field.name]);
}
