import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ask, groundsOf } from '../../../../server/src/core';
import { evidenceOf } from '../../../support/evidenceOf';
import { asked, call, callTo, eventId } from './asked';

const organizationId = 'm-d281d0a2fd824be5b6cd3d3ce909fd27';
const HOUR = 3_600_000;
const MONDAY = Date.UTC(2026, 2, 2);

const at = (number: number, time: number): unknown =>
  call(number, 'CreateGroup', {
    eventTime: `${new Date(time).toISOString().slice(0, 19)}Z`,
    requestParameters: { organizationId, name: 'group' },
  });

/** A call every ten minutes from eight to four, every working day of three weeks. */
const officeHours = (isThere: (day: number) => boolean = () => true): readonly unknown[] =>
  Array.from({ length: 21 }, (_, day) => day)
    .filter((day) => day % 7 < 5 && isThere(day))
    .flatMap((day) => Array.from({ length: 48 }, (_, each) => MONDAY + day * 24 * HOUR + 8 * HOUR + (each * HOUR) / 6))
    .map((time, number) => at(number, time));

const pausesIn = (events: readonly unknown[]): unknown =>
  asked('log-complete', events).findings.map(({ kind, summary }) => [kind, summary]);

suite('whether a log is complete', () => {
  test('a log that is cut off is named, and the last event before the cut carries it', () => {
    const events = [1, 2].map((number) => at(number, MONDAY + number * HOUR));
    const text = JSON.stringify({ Records: events });
    const evidence = evidenceOf({ 'cut.json': text.slice(0, text.lastIndexOf('"requestParameters"')) });
    const { status, findings } = ask('log-complete', groundsOf(evidence));
    assert.deepEqual(
      { status, findings: findings.map(({ kind, summary, acts }) => [kind, summary, acts[0].row.index]) },
      {
        status: 'answered',
        findings: [
          [
            'loss',
            'A part of cut.json was not read, and what it told is missing: The log ends here in the middle of a record; fetch it again, what follows is missing.',
            1,
          ],
        ],
      },
    );
  });

  test('nights and week-ends are no pauses, and a working day without a call is one', () => {
    assert.deepEqual(
      [pausesIn(officeHours()), pausesIn(officeHours((day) => day !== 9))],
      [
        [],
        [
          [
            'pause',
            'Nothing of WorkMail for 40 hours, from 2026-03-10 15:50:00 to 2026-03-12 08:00:00 UTC, though most other days had calls in that time.',
          ],
        ],
      ],
    );
  });

  test('between records of an own log, only calls tell that some may be missing, of each organization by itself', () => {
    const [other, destination] = ['m-other', 'arn:aws:logs:us-east-1:111111111111:delivery-destination:d'];
    const arn = (id: string): string => `arn:aws:workmail:us-east-1:111111111111:organization/${id}`;
    const deliveries = (id: string, minute: number): readonly unknown[] => [
      callTo('logs', minute, 'PutDeliverySource', {
        requestParameters: { name: id, resourceArn: arn(id), logType: 'ACCESS_CONTROL_LOGS' },
      }),
      ...[minute + 1, minute + 3].flatMap((each, at) => [
        callTo('logs', each, 'CreateDelivery', {
          requestParameters: { deliverySourceName: id, deliveryDestinationArn: destination },
          responseElements: { delivery: { id: `${id.slice(2, 7)}${at}` } },
        }),
        ...(at === 0
          ? [callTo('logs', minute + 2, 'DeleteDelivery', { requestParameters: { id: `${id.slice(2, 7)}0` } })]
          : []),
      ]),
    ];
    const begin = Date.parse(String(Object(callTo('logs', 0, 'GetDelivery', {})).eventTime));
    const records = [0, 40].map((minute) =>
      JSON.stringify({
        event_timestamp: begin + minute * 60_000,
        organization_arn: arn(organizationId),
        scope: 'AccessControl',
        access_granted: true,
      }),
    );
    const told = (calls: readonly unknown[]): readonly string[] =>
      ask(
        'log-complete',
        groundsOf(evidenceOf({ calls: JSON.stringify({ Records: calls }), own: records.join('\n') })),
      ).findings.flatMap(({ kind, summary }) =>
        kind === 'own-log-read'
          ? summary.replaceAll(/\d{4}-\d\d-\d\d (\d\d:\d\d):00/g, '$1').replace(/^.*?; /, '')
          : [],
      );
    const clock = (minute: number): string => new Date(begin + minute * 60_000).toISOString().slice(11, 16);
    const gap = (whose: string, off: number): string =>
      `no delivery of it${whose} that calls here tell of ran from ${clock(off)} to ${clock(off + 1)} UTC, so that what happened then may be missing between these records`;
    assert.deepEqual(
      [told(deliveries(organizationId, 10)), told([...deliveries(organizationId, 10), ...deliveries(other, 20)])],
      [[`${gap('', 12)}.`], [`${gap(` for ${organizationId}`, 12)}; ${gap(` for ${other}`, 22)}.`]],
    );
  });

  test('a record of the year 9999 does not move the end, and is told', () => {
    const odd = at(90, Date.UTC(9999, 0, 1));
    const events = [at(1, MONDAY), at(2, MONDAY + HOUR), at(3, MONDAY + 2 * HOUR), odd];
    assert.deepEqual(asked('log-complete', events), {
      status: 'answered',
      sentence:
        'These logs reach from 2026-03-02 00:00:00 to 2026-03-02 02:00:00 UTC: 4 events, 4 of WorkMail, in 1 log. Nobody changed a trail in them; that nothing is missing, only the digest files of the trail can prove.',
      findings: [
        {
          kind: 'time',
          weight: 'medium',
          summary:
            '1 event that has to do with mail tells a time that cannot be, or that lies ten years and more from all others, such as 9999-01-01T00:00:00Z. CloudTrail does not write such times.',
          events: [eventId(90)],
        },
      ],
      notCovered: [
        '1 event has a time that cannot be, or that lies ten years and more from all others: it does not count for where these logs begin and end.',
        'Whether WorkMail’s own logs were written, no call in these logs tells.',
        'No event that only reads is in these logs: the trail may not record them.',
        'All events are of one Region; what happened in others is in logs of their own.',
      ],
    });
  });
});
