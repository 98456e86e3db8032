import type { JsonObject } from '../../server/src/core/record';
import { SeededNumbers } from './seededNumbers';
import { inFull, ORGANIZATION, type ShortRecord } from './shortRecords';

/** A made-up house: calls of CloudTrail, and records of the mailbox access log and the e-mail event log beside them. */
export interface AccessStory {
  /** By the name of a log, its records in their order; some records stand in two logs. */
  readonly records: Readonly<Record<string, readonly JsonObject[]>>;
  readonly logs: Readonly<Record<string, string>>;
  /** Each record once. Times of mail events stand in what holds them. */
  readonly calls: readonly JsonObject[];
  readonly access: readonly JsonObject[];
  readonly mail: readonly MailAtTime[];
}

export interface MailAtTime {
  readonly time: number;
  readonly record: JsonObject;
}

/** Moments are so far apart that nothing is near two of them by chance. Milliseconds. */
const SLOT = 4 * 60_000;
const START = Date.UTC(2026, 2, 1, 6);
const ARN = `arn:aws:workmail:us-east-1:111111111111:organization/${ORGANIZATION}`;
export const users = ['u-1', 'u-2', 'u-3', 'u-4'];
export const roles = ['role-1', 'role-2'];
/** Users are put into it and taken out of it. */
export const GROUP = 'g-1';
export const addressOf = (user: string): string => `${user}@example.com`;

export function randomAccess(seed: number): AccessStory {
  const numbers = new SeededNumbers(seed);
  const below = (most: number): number => numbers.between(0, most - 1);
  const one = <T>(list: readonly T[]): T => numbers.one(list);
  const slots = 60;
  const calls: ShortRecord[] = [];
  const clock = (slot: number, seconds: number): string =>
    new Date(START + slot * SLOT + seconds * 1000).toISOString().slice(11, 19);
  const call = (slot: number, name: string, request: JsonObject, answer?: JsonObject): void => {
    calls.push({
      at: clock(slot, 0),
      call: `workmail ${name}`,
      by: one(['ann', 'ben']),
      request,
      ...(answer && { answer }),
    });
  };
  const access: JsonObject[] = [];
  const mail: MailAtTime[] = [];
  // Some are known by their addresses, as the calls that made them say.
  for (const user of users)
    if (below(4) > 0) {
      call(0, 'CreateUser', { name: user, displayName: user }, { userId: user });
      call(0, 'RegisterToWorkMail', { entityId: user, email: addressOf(user) });
    }
  for (const role of roles)
    if (below(3) > 0)
      call(
        below(slots),
        'CreateImpersonationRole',
        { name: `called ${role}`, type: 'FULL_ACCESS' },
        { impersonationRoleId: role },
      );
  for (let left = below(9); left > 0; left--)
    call(below(slots), 'AssumeImpersonationRole', { impersonationRoleId: one(roles) }, { expiresIn: 900 });
  for (let left = below(5); left > 0; left--) {
    const [entityId, granteeId] = [one(users), one([...users, GROUP])];
    if (entityId === granteeId) continue;
    if (below(3) > 0) {
      const permissionValues = one([['FULL_ACCESS'], ['SEND_ON_BEHALF'], ['FULL_ACCESS', 'SEND_AS'], []]);
      call(below(slots), 'PutMailboxPermissions', { entityId, granteeId, permissionValues });
    } else call(below(slots), 'DeleteMailboxPermissions', { entityId, granteeId });
  }
  for (let left = below(6); left > 0; left--) {
    const name = below(3) > 0 ? 'AssociateMemberToGroup' : 'DisassociateMemberFromGroup';
    call(below(slots), name, { groupId: GROUP, memberId: one(users) });
  }
  for (let slot = 1; slot < slots; slot++) {
    if (below(3) > 0) continue;
    const time = START + slot * SLOT + 10_000;
    const owner = one(users);
    const role = below(3) === 0 ? one(roles) : undefined;
    const user = one([owner, one(users)]);
    const [action, object_type] = one([
      ['read', 'Message'],
      ['read_attachment', 'Attachment'],
      ['read_summary', 'Folder'],
      ['submit_email_for_sending', 'Message'],
      ['update', 'Message'],
    ] as const);
    const trace = `t-${slot}`;
    access.push({
      event_timestamp: time,
      request_id: `r-${slot}`,
      organization_arn: ARN,
      user_id: user,
      ...(role !== undefined && { impersonator_id: role }),
      protocol: 'EWS',
      source_ip: '203.0.113.9',
      action,
      owner_id: owner,
      object_type,
      item_id: `i-${below(9)}`,
      folder_path: '/Inbox',
      action_allowed: below(5) > 0,
    });
    if (action === 'submit_email_for_sending' && below(4) > 0) {
      const who = role === undefined && user !== owner && below(2) === 0 ? { sender: addressOf(user) } : {};
      const sent = { from: addressOf(owner), ...who };
      tell(time + 3000, trace, { eventName: 'OUTGOING_EMAIL_SUBMITTED', recipients: ['x@example.org'], ...sent });
      if (below(3) > 0)
        tell(time + 4000, trace, {
          eventName: 'OUTGOING_EMAIL_SENT',
          recipient: 'x@example.org',
          ...sent,
          messageId: `<${slot}@m>`,
        });
      if (below(3) === 0) ruled(time + 5000, trace, 'OUTBOUND_RULE');
    }
  }
  for (let slot = 1; slot < slots; slot++) {
    if (below(8) > 0) continue;
    const [time, trace, to] = [START + slot * SLOT + 120_000, `in-${slot}`, addressOf(one(users))];
    const messageId = `<${below(slots)}@m>`;
    tell(time, trace, { eventName: 'ORGANIZATION_EMAIL_RECEIVED', recipients: [to], from: 'x@example.org', messageId });
    tell(time + 1000, trace, { eventName: 'MAILBOX_EMAIL_DELIVERED', recipient: to, folder: 'Inbox' });
    if (below(2) === 0) ruled(time + 2000, trace, 'MAILBOX_RULE');
  }
  function tell(time: number, traceId: string, event: JsonObject): void {
    mail.push({ time, record: { traceId, event } });
  }
  function ruled(time: number, traceId: string, ruleType: string): void {
    const targetRecipient = one(['drop@example.net', 'other@example.net']);
    tell(time, traceId, { eventName: 'RULE_APPLIED', ruleName: one(['.', 'on']), ruleType, targetRecipient });
  }
  const full = inFull(calls);
  const shuffled = <T>(list: readonly T[]): readonly T[] => [...list].sort(() => numbers.share() - 0.5);
  const twice = <T>(list: readonly T[]): readonly T[] => shuffled([...list, ...list.filter(() => below(5) === 0)]);
  const delivered = twice(mail);
  const records: Record<string, readonly JsonObject[]> = { 'calls.json': shuffled(full) };
  const logs: Record<string, string> = { 'calls.json': JSON.stringify({ Records: records['calls.json'] }) };
  const copied = twice(access);
  if (copied.length > 0) {
    records['access.jsonl'] = copied;
    logs['access.jsonl'] = copied.map((record) => JSON.stringify(record)).join('\n');
  }
  if (delivered.length > 0) {
    records['mail.json'] = delivered.map(({ record }) => record);
    const events = delivered.map(({ time, record }) => ({
      timestamp: time,
      message: JSON.stringify(record),
      ingestionTime: time,
    }));
    logs['mail.json'] = JSON.stringify({ events });
  }
  return { records, logs, calls: full, access, mail };
}
