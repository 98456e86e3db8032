import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, groundsOf, timesOf } from '../../../../server/src/core';
import { evidenceOf } from '../../../support/evidenceOf';
import { callIn, organizationId } from './asked';

const START = Date.parse('2026-03-01T09:00:00Z');
const arn = `arn:aws:workmail:us-east-1:111111111111:organization/${organizationId}`;

/** Records a second after each other. */
function log(count: number, fieldsOf: (at: number) => object): string {
  return Array.from({ length: count }, (_, at) =>
    JSON.stringify({
      event_timestamp: START + 1000 * at,
      request_id: `r-${at}`,
      organization_arn: arn,
      ...fieldsOf(at),
    }),
  ).join('\n');
}

const read = (at: number): object => ({
  user_id: 'ada',
  protocol: 'EWS',
  source_ip: '192.0.2.1',
  action: 'read',
  owner_id: 'ben',
  object_type: 'Message',
  item_id: `i-${at}`,
  action_allowed: true,
});

test('from when to when is told of all that happened, also where more happened than is given as events', () => {
  const grant = callIn(1, 'PutMailboxPermissions', {
    entityId: 'ben',
    granteeId: 'ada',
    permissionValues: ['FULL_ACCESS'],
  });
  const signIn = { user: 'ada', protocol: 'IMAP', source_ip: '192.0.2.1', method: 'basic', auth_successful: true };
  const grounds = groundsOf(
    evidenceOf({
      'calls.json': JSON.stringify({ Records: [grant] }),
      'mailbox-access.jsonl': log(250, read),
      'authentication.jsonl': log(1500, () => signIn),
    }),
  );
  const told = (id: 'mail-read' | 'attack-order' | 'way-in', kind: string): unknown => {
    const found = ask(id, grounds).findings.find((finding) => finding.kind === kind);
    return (
      found && [
        timesOf(found),
        found.acts.length,
        found.summary.includes(` to ${timesOf(found).to.replace('T', ' ').replace('Z', '')} UTC`),
      ]
    );
  };
  assert.deepEqual(
    [told('mail-read', 'reading'), told('attack-order', 'access'), told('way-in', 'sign-ins')],
    [
      [{ from: '2026-03-01T09:00:00Z', to: '2026-03-01T09:04:09Z' }, 101, true],
      [{ from: '2026-03-01T08:01:00Z', to: '2026-03-01T09:04:09Z' }, 101, true],
      [{ from: '2026-03-01T09:00:00Z', to: '2026-03-01T09:24:59Z' }, 1000, true],
    ],
  );
});
