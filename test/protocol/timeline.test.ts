import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import {
  BrushedQuestionRequest,
  InspectRequest,
  TimelineEventRequest,
  TimelineHoursRequest,
  TimelineLanesRequest,
  TimelineRequest,
  TimelineValuesRequest,
} from '../../server/src/wire/protocol';
import { filesWith } from '../support/fakeFiles';
import { ProtocolClient } from '../support/protocolClient';
import { log, otherRecord, record } from './records';

const folder = 'file:///evidence/AWSLogs';
const HOUR = 3_600_000;
const eight = Date.UTC(2026, 2, 1, 8);
const bob = { type: 'IAMUser', userName: 'bob', accountId: '111122223333' };
const jane = { type: 'IAMUser', userName: 'jane', accountId: '111122223333' };
const signIn = { eventType: 'AwsConsoleSignIn', eventSource: 'signin.amazonaws.com', eventName: 'ConsoleLogin' };
const at = (time: string, eventID: string) => ({ eventID, eventTime: `2026-03-01T${time}Z` });

/** One event is open and on disk, and one has no time. */
const onDisk = log(
  record({ ...at('08:00:00', 'd0'), eventName: 'DeleteUser', userIdentity: jane }),
  record({ ...at('08:59:59', 'd1'), eventName: 'ListUsers', userIdentity: jane }),
  otherRecord({ ...at('09:30:00', 'd2'), userIdentity: bob, errorCode: 'AccessDenied' }),
  otherRecord({ ...at('07:50:00', 'd3'), ...signIn, userIdentity: jane }),
);
const open = log(
  record({ ...at('08:59:59', 'd1'), eventName: 'ListUsers', userIdentity: jane }),
  record({ ...at('14:00:00', 'o0'), eventName: 'DeleteUser', userIdentity: jane }),
  record({ eventID: 'o1', eventTime: 'never', eventName: 'ListUsers', userIdentity: bob }),
);

suite('the timeline', () => {
  let client: ProtocolClient;
  const ask = () => client.connection;

  before(async () => {
    client = await ProtocolClient.inProcess({ files: filesWith({ [`${folder}/a.json`]: onDisk }) });
    await client.connection.sendRequest(InspectRequest, { uri: folder, isFolder: true });
    await client.open(open, 'file:///elsewhere/open.json');
  });
  after(() => client.stop());

  test('counts events of open logs and of places, of all services, each once', async () => {
    const { revision: _, ...told } = await ask().sendRequest(TimelineRequest, { split: 'actor', most: 10 });
    assert.deepEqual(told, {
      problems: [],
      all: 6,
      shown: 6,
      picked: 6,
      untimed: 1,
      first: Date.UTC(2026, 2, 1, 7, 50),
      last: Date.UTC(2026, 2, 1, 14),
      brush: null,
      step: HOUR,
      starts: [7, 8, 9, 10, 11, 12, 13, 14, 15].map((hour) => Date.UTC(2026, 2, 1, hour)),
      series: [
        { key: 'jane', label: 'jane', question: 'actor:jane', total: 4, counts: [1, 2, 0, 0, 0, 0, 0, 1] },
        { key: 'bob', label: 'bob', question: 'actor:bob', total: 2, counts: [0, 0, 1, 0, 0, 0, 0, 0] },
      ],
    });
  });

  test('tells what the question brushes, and counts events beside it', async () => {
    const where = 'actor:jane time:2026-03-01T08';
    const told = await ask().sendRequest(TimelineRequest, { where, split: 'service', most: 10 });
    const { all, shown, picked, brush, series } = told;
    assert.deepEqual(
      { all, shown, picked, brush, series: series.map(({ label, question, total }) => [label, question, total]) },
      {
        all: 6,
        shown: 4,
        picked: 2,
        brush: { from: eight, to: eight + HOUR },
        series: [
          ['workmail', 'service:workmail', 3],
          ['signin', 'service:signin', 1],
        ],
      },
    );
  });

  test('puts weights and outcomes in their order, and the rest of many together', async () => {
    const splits = ['weight', 'outcome', 'action'] as const;
    const told = [];
    for (const split of splits) {
      const { series } = await ask().sendRequest(TimelineRequest, { split, most: 10 });
      told.push(series.map(({ label, total }) => `${label} ${total}`));
    }
    assert.deepEqual(told, [
      ['High 2', 'Medium 2', 'No weight known 2'],
      ['Failed 1', 'Succeeded 5'],
      ['DeleteUser 2', 'ListUsers 2', 's3.amazonaws.com 1', 'signin.amazonaws.com 1'],
    ]);
  });

  test('counts a stretch of time on the clocks of a zone', async () => {
    const window = { from: eight, to: eight + 30 * HOUR, zone: 'Asia/Kathmandu' };
    const { starts, step } = await ask().sendRequest(TimelineRequest, { ...window, split: 'weight', most: 4 });
    assert.deepEqual(
      [step, starts.map((time) => new Date(time).toISOString())],
      [
        12 * HOUR,
        [
          '2026-03-01T06:15:00.000Z',
          '2026-03-01T18:15:00.000Z',
          '2026-03-02T06:15:00.000Z',
          '2026-03-02T18:15:00.000Z',
        ],
      ],
    );
    const map = await ask().sendRequest(TimelineHoursRequest, { zone: 'Asia/Kathmandu' });
    const hours = map?.counts.flatMap((count, hour) => (count > 0 ? [[hour, count]] : []));
    assert.deepEqual(
      { ...map, counts: hours },
      {
        rows: 'day',
        days: [Date.UTC(2026, 2, 1)],
        counts: [
          [13, 2],
          [14, 1],
          [15, 1],
          [19, 1],
        ],
      },
    );
  });

  test('has lanes with the first and the last act, pauses and sign-ins', async () => {
    const asked = { of: 'actor', most: 24, limit: 1 } as const;
    const { revision: _, starts, ...told } = await ask().sendRequest(TimelineLanesRequest, asked);
    assert.deepEqual(told, {
      total: 2,
      lanes: [
        {
          key: 'jane',
          label: 'jane',
          question: 'actor:jane',
          weight: 'high',
          count: 4,
          failed: 0,
          first: Date.UTC(2026, 2, 1, 7, 50),
          last: Date.UTC(2026, 2, 1, 14),
          acts: [0, 1, 1, 2, 7, 1],
          pauses: [{ from: eight + HOUR - 1000, to: Date.UTC(2026, 2, 1, 14) }],
          signIns: [Date.UTC(2026, 2, 1, 7, 50)],
        },
      ],
      leastPause: 15 * 60_000,
    });
    assert.equal(starts[0], Date.UTC(2026, 2, 1, 7));
  });

  test('has the values of fields among the events that answer all of the question', async () => {
    const asked = { where: 'time:2026-03-01T08', fields: ['actor', 'action'], limit: 1 } as const;
    const { events, columns } = await ask().sendRequest(TimelineValuesRequest, asked);
    assert.deepEqual(
      [events, columns],
      [
        2,
        [
          { field: 'actor', total: 1, values: [{ key: 'jane', label: 'jane', question: 'actor:jane', count: 2 }] },
          {
            field: 'action',
            total: 2,
            values: [
              {
                key: 'workmail/DeleteUser',
                label: 'DeleteUser',
                question: 'service:workmail action:DeleteUser',
                count: 1,
              },
            ],
          },
        ],
      ],
    );
  });

  test('leads to the first event of a stretch of time, and to none where there is none', async () => {
    const of = (from: number, to: number, ...questions: string[]) =>
      ask().sendRequest(TimelineEventRequest, { questions, from, to });
    const found = await of(eight, eight + HOUR, 'actor:jane', 'action:ListUsers');
    assert.deepEqual(
      [found?.event.eventName, found?.event.eventTime, found?.events],
      ['ListUsers', '2026-03-01T08:59:59Z', 1],
    );
    assert.equal(await of(eight - 1, eight, 'action:DeleteUser'), null);
    assert.equal(await of(eight, eight + HOUR, 'outcome:faild'), null);
  });

  test('counts nothing for a question that cannot be read, whatever else it is asked', async () => {
    const asked = { where: 'outcome:faild', split: 'nothing', most: 'many', from: 'never', zone: 7 };
    const { all, shown, series, problems } = await client.connection.sendRequest<{
      all: number;
      shown: number;
      series: unknown[];
      problems: unknown[];
    }>(TimelineRequest.method, asked);
    assert.deepEqual([all, shown, series, problems.length], [6, 0, [], 1]);
  });

  test('writes the question of a brush', async () => {
    const brush = { from: eight, to: eight + HOUR };
    const asked = [brush, null].map((each) =>
      ask().sendRequest(BrushedQuestionRequest, { where: 'actor:jane', brush: each }),
    );
    assert.deepEqual(await Promise.all(asked), [
      'actor:jane time:2026-03-01T08:00:00..2026-03-01T08:59:59',
      'actor:jane',
    ]);
  });
});

suite('the timeline of logs that WorkMail itself writes', () => {
  test('calls users by the names they sign in with, and shows sign-ins that were let in', async () => {
    const id = '3d9e2f1a-5b6c-4d7e-8f90-123456789abc';
    const common = {
      organization_arn: 'arn:aws:workmail:us-east-1:111111111111:organization/m-49cfb165133d04c155d2e6cf09c5e533',
      user_id: id,
      protocol: 'IMAP',
      source_ip: '192.0.2.7',
    };
    const signIn = { ...common, user: 'jane@example.com', method: 'basic' };
    const read = { action: 'read', owner_id: id, object_type: 'Message', item_id: 'i', action_allowed: true };
    const text = [
      { ...signIn, event_timestamp: eight - HOUR, auth_successful: false },
      { ...signIn, event_timestamp: eight, auth_successful: true },
      { ...common, ...read, event_timestamp: eight + HOUR },
    ]
      .map((each) => JSON.stringify(each))
      .join('\n');
    const client = await ProtocolClient.inProcess({});
    await client.open(text, 'file:///elsewhere/own.jsonl');
    const asked = { of: 'actor', most: 24, limit: 5 } as const;
    const values = { fields: ['actor'], limit: 5 } as const;
    const { lanes } = await client.connection.sendRequest(TimelineLanesRequest, asked);
    const { columns } = await client.connection.sendRequest(TimelineValuesRequest, values);
    await client.stop();
    const named = 'jane@example.com (3d9e2f1a-…)';
    assert.deepEqual(
      [lanes.map(({ label, signIns }) => [label, signIns]), columns[0]?.values.map(({ label }) => label)],
      [[[named, [eight]]], [named]],
    );
  });
});
