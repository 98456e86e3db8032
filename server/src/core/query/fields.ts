import { type Field, presence, textField } from './fieldKinds';
import { addressWords, flags, outcomes } from './fieldWords';
import { ownFields } from './ownFields';

/**
 * Everything that can be asked for, by the name that questions are printed with. What is said of a field and what it reads
 * stand side by side; `docs/questions.md` and completions are made from here.
 */
const table = {
  service: textField(
    ['source', 'eventSource'],
    'service:iam',
    'The service that recorded the event, as eventSource names it, with or without .amazonaws.com.',
    (row) => row.service,
  ),
  action: textField(['eventName'], 'action:CreateUser', 'What was called.', (row) => row.action),
  outcome: {
    kind: 'words',
    aliases: ['result', 'status'],
    example: 'outcome:failed',
    description: 'How the call ended.',
    words: outcomes,
  },
  error: textField(
    ['errorCode'],
    'error:AccessDenied*',
    'The error code of a call that failed.',
    (row) => row.errorCode,
  ),
  region: textField(['awsRegion'], 'region:eu-west-1', 'The Region that the call was made to.', (row) => row.region),
  account: textField(
    ['recipient', 'recipientAccountId'],
    'account:111122223333',
    'The account whose trail received the event; its leading zeros count.',
    (row) => row.account,
  ),
  actor: textField(
    ['user', 'userName', 'userIdentity.userName', 'who'],
    'actor:jane',
    'The name of who acted, as the record has it: in logs of WorkMail itself mostly an id.',
    (row) => row.actor,
  ),
  arn: textField(
    ['actorArn', 'userIdentity.arn'],
    'arn:arn:aws:iam::111122223333:user/*',
    'The ARN of who acted; an ARN as it stands asks for it, too.',
    (row) => row.actorArn,
  ),
  id: textField(
    ['principal', 'principalId', 'userIdentity.principalId'],
    'id:AROA*',
    'The principal id of who acted.',
    (row) => row.actorId,
  ),
  kind: textField(
    ['actorKind', 'userIdentity.type'],
    'kind:AssumedRole',
    'What kind of identity acted, as userIdentity.type has it.',
    (row) => row.actorKind,
  ),
  key: textField(
    ['accessKey', 'accessKeyId', 'userIdentity.accessKeyId'],
    'key:AKIA*',
    'The id of the access key that signed the call.',
    (row) => row.accessKey,
  ),
  session: textField(['sessionName'], 'session:jane', 'The name of the session of a role.', (row) => row.sessionName),
  issuer: textField(
    ['sessionIssuer', 'role'],
    'issuer:Administrator',
    'Who gave out the credentials of a session, mostly a role.',
    (row) => row.sessionIssuer,
  ),
  invokedby: textField(
    ['via', 'userIdentity.invokedBy'],
    'invokedby:workmail.amazonaws.com',
    'The service that made the call on behalf of somebody.',
    (row) => row.invokedBy,
  ),
  address: {
    ...textField(
      ['ip', 'sourceIP', 'sourceIPAddress'],
      'address:203.0.113.0/24',
      'Where the call came from: an address in any notation, a range such as 10.0.0.0/8 or 2001:db8::/32, or a name.',
      (row) => row.address,
    ),
    kind: 'address',
    words: [...presence((row) => row.address !== ''), ...addressWords],
  },
  agent: textField(
    ['userAgent'],
    'agent:aws-cli*',
    'The program that made the call, as it names itself.',
    (row) => row.userAgent,
  ),
  event: textField(
    ['eventID'],
    'event:3cb5a2a8-5a0f-4f4c-8f0e-0123456789ab',
    'The eventID; copies of one event share it.',
    (row) => row.eventID,
  ),
  request: textField(
    ['requestID'],
    'request:any',
    'The requestID, by which the service itself knows the call.',
    (row) => row.requestID,
  ),
  shared: textField(
    ['sharedEventID'],
    'shared:any',
    'The sharedEventID, by which events of several accounts tell of one call.',
    (row) => row.sharedEventID,
  ),
  organization: textField(
    ['org', 'organizationId'],
    'organization:m-*',
    'The WorkMail organization that the call was made in.',
    (row) => row.organization,
  ),
  target: textField(
    ['resource', 'on'],
    'target:*@example.com',
    'The id or the name of one of the things that were acted upon.',
    (row) => row.targets,
  ),
  made: textField(
    ['makes', 'gave', 'created'],
    'made:ASIA*',
    'The id of something that the call made or gave out: a user, a mailbox, an access key, a session.',
    (row) => row.made,
  ),
  names: textField(
    ['mentions'],
    'names:m-*',
    'An id, a name or an ARN anywhere in the request or the answer, as far as it is known where such things stand.',
    (row) => row.named,
  ),
  ...ownFields,
  file: textField(['log'], 'file:*2026*', 'The log that holds the event.', (row) => row.file),
  category: textField(
    ['eventCategory'],
    'category:Management',
    'The category of the event: Management, Data, NetworkActivity and others.',
    (row) => row.category,
  ),
  type: textField(
    ['eventType'],
    'type:AwsConsoleSignIn',
    'The type of the event: AwsApiCall, AwsServiceEvent, AwsConsoleSignIn and others.',
    (row) => row.type,
  ),
  is: {
    kind: 'words',
    aliases: [],
    example: 'is:write',
    description: 'Something that holds of the event or does not.',
    words: flags,
  },
  weight: {
    kind: 'weight',
    aliases: [],
    example: 'weight:>=high',
    description:
      'How much the call matters to an investigation: info, low, medium, high or critical, also with >=, >, <= or < before it.',
    words: presence((row) => row.weight !== undefined),
  },
  time: {
    kind: 'time',
    aliases: ['eventTime', 'date'],
    example: 'time:2026-03-01..2026-03-07',
    description:
      'When it happened, in UTC: a year, month, day, hour, minute or second, or from one to another with .. between them, both included.',
    words: presence((row) => !Number.isNaN(row.time)),
  },
  after: {
    kind: 'after',
    aliases: ['since', 'from'],
    example: 'after:2026-03-01T08:15',
    description: 'From the beginning of that time on.',
    words: [],
  },
  before: {
    kind: 'before',
    aliases: [],
    example: 'before:2026-04',
    description: 'Until that time begins; it is not included.',
    words: [],
  },
  text: {
    kind: 'record',
    aliases: ['raw', 'contains'],
    example: 'text:"mail forwarding"',
    description: 'Text anywhere in the record as the log has it; the slowest to ask.',
    words: [],
  },
} satisfies Readonly<Record<string, Field>>;

/** The name of a field, as questions are printed. */
export type FieldName = keyof typeof table;

/** All fields by their names, in the order in which they are told. */
export const fields: Readonly<Record<FieldName, Field>> = table;

/** Whether only events of logs that WorkMail itself writes have a field. */
export function isOwnField(name: FieldName): boolean {
  return Object.hasOwn(ownFields, name);
}
