import { envelopeFields } from '../../../generated/envelopeFields';

/** Names of columns, and what field of a record each of them holds. */

/** The console's event history, in the order in which it writes them. */
export const CONSOLE_COLUMNS: readonly (readonly [title: string, path: string])[] = [
  ['User name', 'userIdentity.userName'],
  ['AWS access key', 'userIdentity.accessKeyId'],
  ['Event time', 'eventTime'],
  ['Event source', 'eventSource'],
  ['Event name', 'eventName'],
  ['AWS region', 'awsRegion'],
  ['Source IP address', 'sourceIPAddress'],
  ['User agent', 'userAgent'],
  ['Error code', 'errorCode'],
  ['Resources', 'resources'],
  ['Request ID', 'requestID'],
  ['Event ID', 'eventID'],
  ['Read-only', 'readOnly'],
  ['Event type', 'eventType'],
  ['Recipient Account Id', 'recipientAccountId'],
  ['Event category', 'eventCategory'],
];

/** Fields inside structs that query engines write in small letters. */
const INNER_FIELDS = [
  'principalId',
  'accountId',
  'accessKeyId',
  'userName',
  'invokedBy',
  'sessionContext',
  'sessionIssuer',
  'creationDate',
  'mfaAuthenticated',
  'webIdFederationData',
  'federatedProvider',
  'sourceIdentity',
  'identityProvider',
  'inScopeOf',
  'onBehalfOf',
  'credentialId',
  'tlsVersion',
  'cipherSuite',
  'clientProvidedHostHeader',
];

const CONSOLE: ReadonlyMap<string, string> = new Map(
  CONSOLE_COLUMNS.map(([title, path]) => [title.toLowerCase(), path]),
);
const ENVELOPE: ReadonlyMap<string, string> = new Map(envelopeFields.map((field) => [field.toLowerCase(), field]));
const INNER: ReadonlyMap<string, string> = new Map(INNER_FIELDS.map((field) => [field.toLowerCase(), field]));

/** Steps of a path that are told apart; a column's name is an attacker's pen too. */
const DEEPEST = 6;

/** The path of the field that a column holds: `useridentity.username` is `userIdentity`, `userName`. */
export function pathOf(column: string): readonly string[] {
  const title = CONSOLE.get(column.trim().toLowerCase());
  const [first = '', ...more] = (title ?? column.trim()).split('.', DEEPEST);
  return [ENVELOPE.get(first.toLowerCase()) ?? first, ...more.map(innerName)];
}

/** A field inside a struct as CloudTrail writes it. */
export function innerName(name: string): string {
  return INNER.get(name) ?? name;
}

/** Whether a column is one of CloudTrail's, by its name. */
export function isKnownColumn(column: string): boolean {
  const name = column.trim().toLowerCase();
  return CONSOLE.has(name) || ENVELOPE.has(name.split('.')[0] ?? '');
}

export function isConsoleColumn(column: string): boolean {
  return CONSOLE.has(column.trim().toLowerCase());
}
