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
/** From when to when each log can be counted on that something was taken from. */
const courses = (events: readonly unknown[]): unknown =>
  asked('log-complete', events).findings.flatMap(({ kind, summary }) => (kind === 'own-log' ? summary : []));

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

  test('a source that is made another log’s switches one off and another on', () => {
    const other = `${arn.slice(0, -1)}0`;
    const events = [daily, source(2), delivery(3), source(5, 'AUTHENTICATION_LOGS', other), stop(9)];
    assert.deepEqual(courses(events), [
      `The access control log of ${organizationId}: not known before; on since 2026-03-01 08:03:00 UTC; off since 2026-03-01 08:05:00 UTC.`,
      `The authentication log of ${organizationId.slice(0, -1)}0: not known before; on since 2026-03-01 08:05:00 UTC; off since 2026-03-01 08:09:00 UTC.`,
    ]);
  });

  test('a destination that is made another place’s is told, and of another account weighs more', () => {
    const place = (minute: number, destinationResourceArn: string): unknown =>
      callTo('logs', minute, 'PutDeliveryDestination', {
        requestParameters: { name: 'bucket', deliveryDestinationConfiguration: { destinationResourceArn } },
      });
    const begin = [daily, source(2), place(2, 'arn:aws:s3:::ours'), delivery(3), place(4, 'arn:aws:s3:::ours')];
    const theirs = 'arn:aws:logs:us-east-1:999999999999:log-group:x';
    assert.deepEqual(
      [begin, [...begin, place(5, 'arn:aws:s3:::new')], [...begin, place(5, theirs)]].map((events) => [
        courses(events),
        found('guards-off', events),
      ]),
      [
        [[], []],
        [
          [
            `The access control log of ${organizationId}: not known before; on since 2026-03-01 08:03:00 UTC; delivered since 2026-03-01 08:05:00 UTC, to arn:aws:s3:::new.`,
          ],
          [['own-log', 'medium', `had the access control log of ${organizationId} delivered to arn:aws:s3:::new.`]],
        ],
        [
          [
            `The access control log of ${organizationId}: not known before; on since 2026-03-01 08:03:00 UTC; delivered since 2026-03-01 08:05:00 UTC, to ${theirs}, to account 999999999999.`,
          ],
          [['own-log', 'high', `had the access control log of ${organizationId} delivered to account 999999999999.`]],
        ],
      ],
    );
  });

  test('of many changes the last ones are told, and a second delivery is none that begins again', () => {
    const thin = ['event_timestamp', 'request_id', 'organization_arn', 'user_id'];
    const out =
      'impersonator_id (through which impersonation role), protocol (by which protocol), source_ip (from where), scope (which kind of rules decided), rule_id, access_granted';
    const full = [...thin, 'impersonator_id', 'protocol', 'source_ip', 'scope', 'rule_id', 'access_granted'];
    const events = [
      daily,
      source(2),
      delivery(3),
      ...[5, 6, 7, 8].flatMap((minute) => [update(2 * minute, thin), update(2 * minute + 1, full)]),
      delivery(30, 'Cd34'),
      stop(40),
      stop(41, 'Cd34'),
    ];
    assert.deepEqual(courses(events), [
      `The access control log of ${organizationId}: not known before; on since 2026-03-01 08:03:00 UTC; without ${out} since 2026-03-01 08:10:00 UTC; with all fields since 2026-03-01 08:11:00 UTC; 6 more changes; delivered on more ways since 2026-03-01 08:30:00 UTC; delivered on fewer ways since 2026-03-01 08:40:00 UTC; off since 2026-03-01 08:41:00 UTC.`,
    ]);
  });

  test('from when on records of a log group would have expired is told, and that they did is not', () => {
    const group = (minute: number, action: string, retentionInDays?: number): unknown =>
      callTo('logs', minute, action, {
        requestParameters: { logGroupName: 'audit', ...(retentionInDays && { retentionInDays }) },
      });
    const place = callTo('logs', 2, 'PutDeliveryDestination', {
      requestParameters: {
        name: 'bucket',
        deliveryDestinationConfiguration: {
          destinationResourceArn: 'arn:aws:logs:us-east-1:111111111111:log-group:audit:*',
        },
      },
    });
    const begin = [daily, source(2), place, delivery(3)];
    const whose = `The log group audit, where the access control log of ${organizationId} lies`;
    const year = `keeps 365 days since 2026-03-01 08:05:00 UTC, so that what it had from before 2025-03-01 08:05:00 UTC would have expired by then`;
    const short = [...begin, group(5, 'PutRetentionPolicy', 365), group(6, 'PutRetentionPolicy', 1)];
    const ended = [...short, group(7, 'DeleteRetentionPolicy'), group(8, 'DeleteLogGroup')];
    const day = `${year}; keeps 1 day since 2026-03-01 08:06:00 UTC, so that what it had from before 2026-02-28 08:06:00 UTC would have expired by then`;
    assert.deepEqual(
      [
        asked('log-complete', [...begin, group(5, 'PutRetentionPolicy', 365)]).notCovered[1],
        [short, ended].map((events) =>
          asked('log-complete', events).findings.map(({ kind, weight, summary }) => [kind, weight, summary]),
        ),
      ],
      [
        `${whose}: ${year}.`,
        [
          [['own-log-kept', 'high', `${whose}: ${day}.`]],
          [
            [
              'own-log-kept',
              'high',
              `${whose}: ${day}; keeps all that is left since 2026-03-01 08:07:00 UTC; deleted 2026-03-01 08:08:00 UTC, with all that was in it.`,
            ],
          ],
        ],
      ],
    );
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
