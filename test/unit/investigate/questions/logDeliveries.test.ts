import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type InquiryId, type OwnLog, ownLogsOf, spansOf } from '../../../../server/src/core';
import { evidenceOfEvents } from '../../../support/evidenceOf';
import { asked, callIn, callTo, organizationId } from './asked';

const arn = `arn:aws:workmail:us-east-1:111111111111:organization/${organizationId}`;
const destination = (account = '111111111111'): string =>
  `arn:aws:logs:us-east-1:${account}:delivery-destination:bucket`;
const FIELDS = ['event_timestamp', 'user_id', 'source_ip', 'action'];

const source = (minute: number, logType = 'ACCESS_CONTROL_LOGS', resourceArn = arn): unknown =>
  callTo('logs', minute, 'PutDeliverySource', { requestParameters: { name: 'own', resourceArn, logType } });
const delivery = (minute: number, id = 'Ab12', to = destination(), recordFields?: readonly string[]): unknown =>
  callTo('logs', minute, 'CreateDelivery', {
    requestParameters: {
      deliverySourceName: 'own',
      deliveryDestinationArn: to,
      ...(recordFields && { recordFields: [...recordFields] }),
    },
    responseElements: { delivery: { id } },
  });
const update = (minute: number, recordFields: readonly string[], id = 'Ab12'): unknown =>
  callTo('logs', minute, 'UpdateDeliveryConfiguration', { requestParameters: { id, recordFields: [...recordFields] } });
const stop = (minute: number, id = 'Ab12'): unknown =>
  callTo('logs', minute, 'DeleteDelivery', { requestParameters: { id } });
const daily = callIn(1, 'DescribeOrganization', {});

const logs = (events: readonly unknown[]): readonly OwnLog[] => ownLogsOf(evidenceOfEvents(events));
const kinds = (events: readonly unknown[]): unknown =>
  logs(events).map(({ logType, changes }) => [
    logType,
    changes.map(
      ({ what, isOn, without }) =>
        `${what}${isOn ? '' : ', off'}${without.length > 0 ? `, ${without.length} out` : ''}`,
    ),
  ]);
/** Kinds, weights and what was done. */
const found = (id: InquiryId, events: readonly unknown[]): unknown =>
  asked(id, events).findings.map(({ kind, weight, summary }) => [kind, weight, summary.replace(/^.*? UTC: /s, '')]);

suite('deliveries of the own logs of WorkMail', () => {
  test('an id alone tells which log is stopped, through the calls that set the delivery up', () => {
    assert.deepEqual(found('guards-off', [daily, source(2), delivery(3), stop(9)]), [
      ['own-log', 'high', `switched the access control log of ${organizationId} off.`],
    ]);
  });

  test('a delivery that is stopped and begins again is no guard left off, and one that goes on elsewhere none at all', () => {
    const again = [daily, source(2), delivery(3), stop(9), delivery(10, 'Cd34')];
    const beside = [daily, source(2), delivery(3), delivery(4, 'Cd34'), stop(9)];
    assert.deepEqual(
      [again, beside].map((events) => [kinds(events), found('still-open', events)]),
      [
        [[['ACCESS_CONTROL_LOGS', ['on', 'off, off', 'on']]], []],
        [[['ACCESS_CONTROL_LOGS', ['on', 'on', 'off']]], []],
      ],
    );
  });

  test('fields that are left out are named with what nobody knows without them, and fields that come back are no loss', () => {
    const full = ['event_timestamp', 'request_id', 'organization_arn', 'user_id', 'impersonator_id', 'protocol'];
    const all = [...full, 'source_ip', 'scope', 'rule_id', 'access_granted'];
    const events = [
      daily,
      source(2),
      delivery(3, 'Ab12', destination(), all),
      update(5, all.slice(0, -1)),
      update(6, all),
    ];
    assert.deepEqual(
      [kinds(events), found('guards-off', events)],
      [
        [['ACCESS_CONTROL_LOGS', ['on', 'left-out, 1 out', 'back']]],
        [
          [
            'own-log',
            'high',
            `left access_granted (how it was decided) out of the access control log of ${organizationId}.`,
          ],
        ],
      ],
    );
  });

  test('what was set up before these logs begin is of unknown kind, but for a source that is deleted soon after', () => {
    const deleted = (minute: number): unknown =>
      callTo('logs', minute, 'DeleteDeliverySource', { requestParameters: { name: 'own' } });
    assert.deepEqual(
      [
        found('guards-off', [daily, stop(9)]),
        found('guards-off', [daily, source(2), stop(9), deleted(10)]),
        found('guards-off', [daily, source(2), stop(9), deleted(40)]),
      ],
      [
        [['own-log', 'medium', 'switched a log delivery of unknown kind (Ab12) off.']],
        [['own-log', 'high', `switched the access control log of ${organizationId} off.`]],
        [['own-log', 'medium', 'switched a log delivery of unknown kind (Ab12) off.']],
      ],
    );
  });

  test('the log of another service is none of these, and what was refused stopped nothing', () => {
    const other = source(2, 'ACCESS_LOGS', 'arn:aws:cloudfront::111111111111:distribution/E1');
    const refused = callTo('logs', 9, 'DeleteDelivery', { errorCode: 'AccessDenied', errorMessage: 'no' });
    assert.deepEqual(
      [kinds([daily, other, delivery(3), stop(9)]), kinds([daily, source(2), delivery(3), refused])],
      [[], [['ACCESS_CONTROL_LOGS', ['on']]]],
    );
  });

  test('a log that goes to another account is a door, until that delivery ends', () => {
    const away = [daily, source(2), delivery(3, 'Ab12', destination('999999999999'))];
    const door = (events: readonly unknown[]): unknown =>
      asked('still-open', events).findings.map(({ summary }) => summary.split(':')[0]);
    assert.deepEqual(
      [door(away), door([...away, delivery(4, 'Cd34'), stop(5)])],
      [[`The access control log of ${organizationId} that goes to account 999999999999 stayed`], []],
    );
  });

  test('tells from when to when a log can be counted on', () => {
    const events = [daily, source(2), delivery(3, 'Ab12', destination(), FIELDS), update(5, ['user_id']), stop(9)];
    const at = (minutes: number): number => Date.UTC(2026, 2, 1, 8, minutes);
    const [log] = logs(events);
    assert.deepEqual(log && spansOf(log).map(({ from, to, without }) => [from, to, without.includes('source_ip')]), [
      [at(3), at(5), false],
      [at(5), at(9), true],
    ]);
  });

  test('a log group that forgets sooner is told, and one of another name or with more days is not', () => {
    const keep = (minute: number, logGroupName: string, retentionInDays: number): unknown =>
      callTo('logs', minute, 'PutRetentionPolicy', { requestParameters: { logGroupName, retentionInDays } });
    assert.deepEqual(
      found('guards-off', [
        daily,
        keep(2, '/aws/workmail/emailevents/example', 1),
        keep(3, '/aws/lambda/shop', 1),
        keep(4, '/aws/workmail/emailevents/example', 30),
      ]),
      [['own-log', 'high', 'let the log group /aws/workmail/emailevents/example forget after 1 day.']],
    );
  });

  test('reading the logs of mail is told, and reading other logs is not', () => {
    const read = (minute: number, logGroupName: string): unknown =>
      callTo('logs', minute, 'FilterLogEvents', { readOnly: true, requestParameters: { logGroupName } });
    assert.deepEqual(
      asked('mail-read', [
        daily,
        read(2, '/aws/workmail/emailevents/example'),
        read(3, '/aws/lambda/shop'),
      ]).findings.map(({ kind, weight, events }) => [kind, weight, events.length]),
      [['log-read', 'low', 1]],
    );
  });
});
