import type { Evidence } from '../evidence';

/** The log types of deliveries by the ids of logs. */
export const logTypes: Readonly<Record<string, string>> = {
  'mailbox-access': 'WORKMAIL_MAILBOX_ACCESS_LOGS',
  'access-control': 'ACCESS_CONTROL_LOGS',
  authentication: 'AUTHENTICATION_LOGS',
  'personal-access-token': 'WORKMAIL_PERSONAL_ACCESS_TOKEN_LOGS',
  'availability-provider': 'WORKMAIL_AVAILABILITY_PROVIDER_LOGS',
  'email-events': 'EMAIL_EVENTS',
};

/** The types of those of WorkMail's own logs of which records are here. */
export function logTypesHere(evidence: Evidence): ReadonlySet<string> {
  return new Set(Array.from(evidence.own().counts, ([id, count]) => (count > 0 ? logTypes[id] : undefined) ?? ''));
}
