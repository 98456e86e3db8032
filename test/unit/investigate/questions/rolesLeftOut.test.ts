import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask, groundsOf } from '../../../../server/src/core';
import { evidenceOf } from '../../../support/evidenceOf';
import { callTo } from './asked';

const arnOf = (organization: string): string => `arn:aws:workmail:us-east-1:111111111111:organization/${organization}`;
const [THIN, WHOLE] = ['m-00000000000000000000000000000001', 'm-00000000000000000000000000000002'];

const FIELDS = [
  'event_timestamp',
  'organization_arn',
  'user_id',
  'protocol',
  'action',
  'owner_id',
  'item_id',
  'action_allowed',
];

/** What `ada` read in a mailbox of an organization, as fields of one record. */
const read = (organization: string, owner_id: string): Readonly<Record<string, unknown>> => ({
  event_timestamp: Date.parse('2026-03-01T12:00:00Z'),
  organization_arn: arnOf(organization),
  user_id: 'ada',
  protocol: 'EWS',
  action: 'read',
  owner_id,
  item_id: 'i1',
  action_allowed: true,
});

/** The calls that deliver the mailbox access log of an organization. */
const delivered = (minute: number, organization: string, recordFields?: readonly string[]): readonly unknown[] => [
  callTo('logs', minute, 'PutDeliverySource', {
    requestParameters: {
      name: organization,
      resourceArn: arnOf(organization),
      logType: 'WORKMAIL_MAILBOX_ACCESS_LOGS',
    },
  }),
  callTo('logs', minute + 1, 'CreateDelivery', {
    requestParameters: { deliverySourceName: organization, ...(recordFields && { recordFields }) },
    responseElements: { delivery: { id: `d${minute}` } },
  }),
];

const doors = (log: string, calls: readonly unknown[]): readonly unknown[] =>
  ask('mail-read', groundsOf(evidenceOf({ 'own.log': log, 'calls.json': JSON.stringify({ Records: calls }) })))
    .findings.flatMap(({ reading }) =>
      reading === undefined ? [] : [[reading.organization, reading.mailbox, reading.through]],
    )
    .sort();

test('a log without a field for roles leaves the same doors open, whether names of fields or calls tell of it', () => {
  const records = [read(THIN, 'ada'), read(THIN, 'ben')];
  const lines = records.map((record) => JSON.stringify(record)).join('\n');
  const table = [
    `#Fields: ${FIELDS.join(' ')}`,
    ...records.map((record) => FIELDS.map((field) => record[field]).join('\t')),
  ].join('\n');
  const expected = [
    [THIN, 'ada', 'not-known'],
    [THIN, 'ben', 'permission'],
  ];
  assert.deepEqual([doors(lines, delivered(1, THIN, FIELDS)), doors(table, [])], [expected, expected]);
});

test('what the log of one organization leaves out, that of another may tell', () => {
  const lines = [read(THIN, 'ada'), read(WHOLE, 'ada')].map((record) => JSON.stringify(record)).join('\n');
  assert.deepEqual(doors(lines, [...delivered(1, THIN, FIELDS), ...delivered(5, WHOLE)]), [
    [THIN, 'ada', 'not-known'],
    [WHOLE, 'ada', 'own'],
  ]);
});
