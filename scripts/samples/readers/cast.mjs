/** Who and what the story of the readers is about. All of it is invented. */
import { account, organizationArn, organizationId, person } from '../company.mjs';
import { diceOf } from '../dice.mjs';

const ids = diceOf(20260610);

/** The key of a program that archives mail; somebody else has it. */
export const stolenKey = 'AKIAARCHIVER2EXAMPLE';

export const cast = {
  /** Whose mail is read message by message, and from whose folder everything is fetched. */
  bruno: person('bruno.keller'),
  amal: person('amal.haddad'),
  /** Whose mailbox the role may not open. */
  chiara: person('chiara.moretti'),
  /** Whose password is guessed. */
  owen: person('owen.clarke'),
  workers: ['femi.adeyemi', 'grace.okafor', 'jun.tanaka', 'nadia.petrova'].map(person),
};

export const intruder = '203.0.113.66';
export const guesser = '198.51.100.23';
export const office = '192.0.2.10';

export const roleId = ids.guid();
export const ruleId = ids.guid();
export const tokenId = `pat-${ids.hex(32)}`;
export const messageInTransit = ids.guid();
export const forwardedTo = 'owen.clarke.archive@example.net';

/** The audit logs, each with its file, the id of its delivery and the fields that are delivered, in the order of the manual. */
const common = ['event_timestamp', 'request_id', 'organization_arn', 'user_id'];
export const auditLogs = [
  {
    logType: 'WORKMAIL_MAILBOX_ACCESS_LOGS',
    file: 'mailbox-access.jsonl',
    name: 'wm-mailbox-access',
    fields: [
      ...common,
      'impersonator_id',
      'protocol',
      'source_ip',
      'user_agent',
      'action',
      'owner_id',
      'object_type',
      'item_id',
      'folder_path',
      'folder_id',
      'attachment_path',
      'action_allowed',
    ],
  },
  {
    logType: 'ACCESS_CONTROL_LOGS',
    file: 'access-control.jsonl',
    name: 'wm-access-control',
    fields: [...common, 'impersonator_id', 'protocol', 'source_ip', 'scope', 'rule_id', 'access_granted'],
  },
  {
    logType: 'AUTHENTICATION_LOGS',
    file: 'authentication.jsonl',
    name: 'wm-authentication',
    fields: [
      ...common,
      'user',
      'protocol',
      'source_ip',
      'user_agent',
      'method',
      'auth_successful',
      'auth_failed_reason',
      'personal_access_token_id',
    ],
  },
  {
    logType: 'WORKMAIL_PERSONAL_ACCESS_TOKEN_LOGS',
    file: 'personal-access-token.jsonl',
    name: 'wm-access-token',
    fields: [...common, 'user', 'protocol', 'source_ip', 'user_agent', 'action', 'name', 'expires_time', 'scopes'],
  },
  {
    logType: 'WORKMAIL_AVAILABILITY_PROVIDER_LOGS',
    file: 'availability-provider.jsonl',
    name: 'wm-availability',
    fields: [
      ...common,
      'type',
      'domain',
      'function_arn',
      'ews_endpoint',
      'error_message',
      'availability_event_successful',
    ],
  },
].map((log) => ({ ...log, delivery: ids.capitals(16) }));

/** What the delivery of mailbox access is thinned out to: neither where from, nor with what, nor through which role. */
export const fewFields = [
  'event_timestamp',
  'request_id',
  'organization_arn',
  'user_id',
  'action',
  'owner_id',
  'object_type',
  'action_allowed',
];

/** When the delivery is thinned out, and when it ends. */
export const thinned = '2026-06-11T01:58:00Z';
export const stopped = '2026-06-11T02:31:00Z';

export const groupArn = `arn:aws:logs:us-east-1:${account}:log-group:/aws/workmail/emailevents/example-corp`;
export { account, organizationArn, organizationId };
