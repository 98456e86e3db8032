import type { JsonObject } from '../../server/src/core/record';
import { chosenFields, ownRecordOf } from './ownRecords';
import type { SeededNumbers } from './seededNumbers';

/** Records of WorkMail's own logs with what strangers may write into them: subjects, names of folders, devices and themselves. */

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
/** Whole records that never happened. */
const FORGED = [
  JSON.stringify({
    event_timestamp: 1_772_350_000_000,
    organization_arn: ARN,
    user_id: 'forged',
    action_allowed: true,
  }),
  JSON.stringify({ traceId: 'forged', event: { eventName: 'MAILBOX_EMAIL_DELIVERED', recipient: 'f@example.com' } }),
];
const PIECES: readonly string[] = [
  ...FORGED,
  ...FORGED.map((text) => JSON.stringify({ a: text })),
  ...['"', '\\', '\\"', '{', '}', '[', ']', ':', ',', '|', '\t', '\n', '\r\n', '\u2028', '\u0000', '\ud800', "'", '""'],
  ...[
    '{"event_timestamp":1}',
    ':{"event_timestamp":1',
    '{"eventVersion":"1.08"',
    '},{',
    '\\u0041',
    '\\n',
    '#Fields: a b',
  ],
  ...[' ', 'a', 'É', '🙂', '%20', '<b>', '@message', '1772350000000', 'null', '=', ';'],
];
/** Fields whose values somebody else chooses. */
const CHOSEN = [
  ...['user_agent', 'folder_path', 'item_id', 'user', 'auth_failed_reason', 'name', 'domain', 'rule_id'],
  'attachment_path',
];

function anyText(random: SeededNumbers): string {
  const [before, behind] = random.between(0, 3) === 0 ? ['', ''] : ['x', 'y'];
  const pieces = Array.from({ length: random.between(1, 4) }, () => random.one(PIECES));
  return `${before}${pieces.join('')}${behind}`;
}

export function anyAuditRecords(random: SeededNumbers): readonly JsonObject[] {
  const records = Array.from({ length: random.between(1, 4) }, () => ownRecordOf(random));
  return chosenFields(records, random).map(({ event }) =>
    Object.fromEntries(
      Object.entries(event).map(([name, value]) => [name, CHOSEN.includes(name) ? anyText(random) : value]),
    ),
  );
}

export function anyMailEvents(random: SeededNumbers): readonly JsonObject[] {
  return Array.from({ length: random.between(1, 4) }, () => {
    const recipients = Array.from({ length: random.between(1, 3) }, (_, at) => `r${at}@example.com`);
    const sent = { recipients, from: 'a@example.com', subject: anyText(random) };
    const event = random.one<JsonObject>([
      { eventName: 'ORGANIZATION_EMAIL_RECEIVED', ...sent, messageId: '<1@example.com>', spamVerdict: 'PASS' },
      { eventName: 'OUTGOING_EMAIL_SUBMITTED', ...sent },
      { eventName: 'MAILBOX_EMAIL_DELIVERED', recipient: 'r@example.com', folder: anyText(random) },
      { eventName: 'RULE_APPLIED', ruleName: anyText(random), ruleActions: [{ action: 'FORWARD', recipients }] },
      { eventName: 'OUTGOING_EMAIL_BOUNCED', bouncedRecipient: { reason: anyText(random), status: '5.1.1' } },
      { eventName: 'EMAIL_OF_TOMORROW', recipient: 'r@example.com', other: anyText(random) },
    ]);
    return { traceId: `t-${random.between(0, 99)}`, event };
  });
}
