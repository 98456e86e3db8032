import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { eventRow } from '../../../server/src/core/investigate/eventRow';
import { viewOf } from '../../../server/src/core/read/view';
import { readLog } from '../../support/readLog';

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
type Row = readonly (readonly [field: string, value: string])[];

const audit: Row = [
  ['user_id', 'u-1'],
  ['@timestamp', '2026-03-01 10:02:01.120'],
  ['organization_arn', ARN],
  ['action', 'read'],
  ['folder_path', '/In"box'],
  ['action_allowed', '1'],
  ['@ptr', 'CnQK'],
];
const mail: Row = [
  ['@timestamp', '2026-03-01 10:02:01.120'],
  ['traceId', 't-1'],
  ['event.eventName', 'RULE_APPLIED'],
  ['event.ruleType', 'MAILBOX_RULE'],
  ['event.ruleActions.0.action', 'FORWARD'],
  ['event.ruleActions.0.recipients.0', 'a@example.com'],
  ['event.ruleActions.0.recipients.1', 'b@example.com'],
  ['event.targetRecipient', 'c@example.net'],
  ['@ptr', 'CnQK'],
];

const TIME = Date.parse('2026-03-01T10:02:01.120Z');
const expectedAudit = {
  user_id: 'u-1',
  organization_arn: ARN,
  action: 'read',
  folder_path: '/In"box',
  action_allowed: '1',
};
const expectedMail = {
  traceId: 't-1',
  event: {
    eventName: 'RULE_APPLIED',
    ruleType: 'MAILBOX_RULE',
    ruleActions: [{ action: 'FORWARD', recipients: ['a@example.com', 'b@example.com'] }],
    targetRecipient: 'c@example.net',
  },
};

/** What `aws logs get-query-results` answers. */
function results(rows: readonly Row[], indent?: number): string {
  const lists = rows.map((row) => row.map(([field, value]) => ({ field, value })));
  return JSON.stringify({ queryLanguage: 'CWLI', results: lists, status: 'Complete' }, null, indent);
}

suite('results of Logs Insights with the fields as columns', () => {
  for (const [what, row, expected] of [
    ['an audit log', audit, expectedAudit],
    ['the e-mail event log', mail, expectedMail],
  ] as const) {
    for (const indent of [undefined, 4]) {
      test(`are records of ${what}, at the time that CloudWatch tells, indented by ${indent ?? 0}`, () => {
        const { records, outline } = readLog(results([row, row], indent));
        assert.deepEqual(
          [records.map((record) => [record.event, eventRow(record, 'file').time]), outline.container, outline.problems],
          [
            [
              [expected, TIME],
              [expected, TIME],
            ],
            'logs-insights',
            [],
          ],
        );
      });
    }
  }

  for (const [what, text] of [
    ['a list', (rows: readonly object[]) => JSON.stringify(rows, null, 2)],
    ['lines', (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n')],
  ] as const) {
    test(`are read as the console exports them, flat objects in ${what}`, () => {
      const [first, second] = [mail, audit].map((row) => Object.fromEntries(row));
      const hostile = { ...first, 'event.subject': '{"traceId":"x","event":{"eventName":"RULE_APPLIED"}}' };
      const { records, outline } = readLog(text([{ ...first }, { ...second }, hostile]));
      assert.deepEqual(
        [records.map((record) => [record.event, eventRow(record, 'file').time]), outline.problems],
        [
          [
            [expectedMail, TIME],
            [expectedAudit, TIME],
            [{ ...expectedMail, event: { ...expectedMail.event, subject: hostile['event.subject'] } }, TIME],
          ],
          [],
        ],
      );
    });
  }

  test('say whether it was allowed with 1 and 0, as Insights does', () => {
    const refused = audit.map(([field, value]) => [field, field === 'action_allowed' ? '0' : value] as const);
    const { records } = readLog(results([audit, refused]));
    assert.deepEqual(
      records.map((record) => eventRow(record, 'file').outcome),
      ['succeeded', 'failed'],
    );
  });

  test('are read from a table as well, at the time that CloudWatch tells', () => {
    const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`;
    const table = [0, 1].map((at) => audit.map((column) => cell(column[at] ?? '')).join(',')).join('\n');
    assert.deepEqual(
      readLog(table).records.map((record) => {
        const { time, outcome } = eventRow(record, 'file');
        return [time, outcome];
      }),
      [[Date.parse('2026-03-01T10:02:01.120Z'), 'succeeded']],
    );
  });

  test('say where each value stands', () => {
    const text = results([audit]);
    const [record] = readLog(text).records;
    assert.ok(record);
    const view = viewOf(text, record);
    const start = view.source.indexOf('"read"');
    const { start: from, end } = view.spanInLog({ start, end: start + 6 });
    assert.deepEqual([text.slice(from, end), from], ['"read"', text.indexOf('"read"')]);
  });

  test('are read around a row that is damaged', () => {
    const whole = results([audit, audit, audit]);
    const second = whole.indexOf('"value":"u-1"', whole.indexOf('"value":"u-1"') + 1);
    const { records } = readLog(`${whole.slice(0, second)}${whole.slice(second + 1)}`);
    assert.deepEqual(
      records.map(({ event, malformed }) => [event?.user_id, malformed]),
      [
        ['u-1', null],
        ['u-1', 'syntax'],
        ['u-1', null],
      ],
    );
  });

  test('are none where a query has counted records', () => {
    const counted: Row = [
      ['organization_arn', ARN],
      ['user_id', 'u-1'],
      ['action', 'read'],
      ['n', '12'],
    ];
    assert.deepEqual(readLog(results([counted])).records, []);
  });
});
