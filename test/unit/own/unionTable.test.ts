import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { JsonObject, JsonValue } from '../../../server/src/core/record';
import { readLog } from '../../support/readLog';

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
const audit: readonly JsonObject[] = [
  { event_timestamp: '1772350000000', organization_arn: ARN, action: 'read', action_allowed: 'true' },
  { event_timestamp: '1772350000001', organization_arn: ARN, user: 'a@example.com', auth_successful: 'false' },
  { event_timestamp: '1772350000002', organization_arn: ARN, scope: 'AccessControl', access_granted: 'true' },
];
const mail = {
  traceId: 't-1',
  event: {
    eventName: 'RULE_APPLIED',
    ruleType: 'MAILBOX_RULE',
    ruleActions: [{ action: 'FORWARD', recipients: ['c@example.net'] }],
  },
} as const;
const cells = {
  'as JSON': JSON.stringify(mail.event),
  'as JSON in small letters': JSON.stringify(mail.event).replace(/"\w+":/g, (key) => key.toLowerCase()),
  'as a struct':
    '{eventname=RULE_APPLIED, ruletype=MAILBOX_RULE, ruleactions=[{action=FORWARD, recipients=[c@example.net]}]}',
};

/** A table with the columns of all rows side by side, empty where a row is of another log. */
function union(rows: readonly JsonObject[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (value: JsonValue | undefined): string => `"${String(value ?? '').replaceAll('"', '""')}"`;
  return [names.map(cell), ...rows.map((row) => names.map((name) => cell(row[name])))]
    .map((line) => line.join(','))
    .join('\n');
}

suite('tables with the columns of several logs side by side', () => {
  for (const [what, event] of Object.entries(cells)) {
    for (const [order, rows] of [
      ['behind', [...audit, { traceid: 't-1', event }]],
      ['first', [{ traceid: 't-1', event }, ...audit]],
      ['alone', [{ traceid: 't-1', event }]],
    ] as const) {
      test(`give each row its own log, events of mail ${what}, ${order}`, () => {
        const { records, outline } = readLog(union(rows));
        const expected = rows.map((row) => ('event' in row ? mail : row));
        assert.deepEqual([records.map((record) => record.event), outline.problems], [expected, []]);
      });
    }
  }

  test('do not take for an event what a stranger has written into a struct that quotes nothing', () => {
    const event = '{eventname=OUTGOING_EMAIL_SENT, subject=x, eventname=RULE_APPLIED}';
    assert.deepEqual(
      readLog(union([...audit, { traceid: 't-1', event }])).records.map((record) => record.event),
      audit,
    );
  });
});
