import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  actionOfKey,
  actorLabel,
  askedFields,
  type EventFacts,
  groupKeyOf,
  groupLabel,
  inGroupOrder,
  isOfWorkMail,
  weightOfAction,
} from '../../../server/src/core';

type Keyed = Pick<EventFacts, 'service' | 'eventName' | 'eventSource' | 'malformed'>;

const s3: Keyed = { service: 'other', eventName: 'PutObject', eventSource: 'S3.amazonaws.com', malformed: null };
const reset: Keyed = { ...s3, service: 'workmail', eventName: 'ResetPassword', eventSource: 'workmail.amazonaws.com' };

suite('groups by action', () => {
  const cases: readonly (readonly [Keyed, key: string, label: string, isShown: boolean, weight: string | undefined])[] =
    [
      [reset, 'workmail/ResetPassword', 'ResetPassword', true, 'critical'],
      [
        { ...reset, service: 'messageflow', eventName: 'GetRawMessageContent' },
        'messageflow/GetRawMessageContent',
        'GetRawMessageContent',
        true,
        'high',
      ],
      [{ ...reset, eventName: '' }, 'workmail/', 'No eventName', true, undefined],
      [{ ...reset, eventName: 'A/b' }, 'workmail/A/b', 'A/b', true, undefined],
      [s3, 's3.amazonaws.com', 's3.amazonaws.com', false, undefined],
      [{ ...s3, eventSource: '' }, '', 'No eventSource', false, undefined],
      [{ ...s3, eventSource: '', malformed: 'syntax' }, 'unreadable', 'Unreadable records', true, undefined],
    ];
  for (const [facts, key, label, isShown, weight] of cases) {
    test(`${facts.service} ${facts.eventSource} ${facts.eventName}`, () => {
      const action = actionOfKey(groupKeyOf(facts));
      assert.deepEqual(
        [groupKeyOf(facts), groupLabel('action', groupKeyOf(facts)), isOfWorkMail(action), weightOfAction(action)],
        [key, label, isShown, weight],
      );
    });
  }

  for (const source of ['workmail/ResetPassword', 'messageflow/x', 'unreadable', 'other/s3', 'Other/']) {
    test(`a source that reads like the key of another group is a service of its own: ${source}`, () => {
      const action = actionOfKey(groupKeyOf({ ...s3, eventSource: source }));
      assert.deepEqual(action, { service: 'other', name: source.toLowerCase(), isUnreadable: false });
    });
  }
});

test('what groups have in common has a name, and so has nothing', () => {
  const labels = [
    groupLabel('key', 'AKIA'),
    groupLabel('key', ''),
    groupLabel('day', '2026-03-01'),
    groupLabel('outcome', 'failed'),
    groupLabel('outcome', 'unknown'),
    groupLabel('weight', 'critical'),
    groupLabel('weight', ''),
    actorLabel('Admin/jane', true),
    actorLabel('Admin/jane', false),
    actorLabel('', true),
  ];
  assert.deepEqual(labels, [
    'AKIA',
    'No access key',
    '2026-03-01',
    'Failed',
    'Outcome unknown',
    'Critical',
    'No weight known',
    'jane (Admin)',
    'Admin/jane',
    'Unknown caller',
  ]);
});

suite('the order of groups', () => {
  const inOrder = (by: Parameters<typeof inGroupOrder>[0], ...keys: readonly string[]): readonly string[] =>
    keys
      .map((key) => ({ key, label: groupLabel(by, key) }))
      .sort(inGroupOrder(by))
      .map(({ key }) => key);

  test('is that of the alphabet, whatever they weigh, services below actions', () => {
    assert.deepEqual(
      inOrder('action', 's3.amazonaws.com', 'workmail/ResetPassword', 'messageflow/PutRawMessageContent', 'workmail/A'),
      ['workmail/A', 'messageflow/PutRawMessageContent', 'workmail/ResetPassword', 's3.amazonaws.com'],
    );
  });

  test('is that of time for days, and nothing comes last', () => {
    assert.deepEqual(inOrder('day', '', '2026-03-02', '2025-12-31'), ['2025-12-31', '2026-03-02', '']);
    assert.deepEqual(inOrder('key', '', 'b', 'a'), ['a', 'b', '']);
  });

  test('is the weightiest first for weights', () => {
    assert.deepEqual(inOrder('weight', '', 'info', 'critical', 'low', 'high', 'medium'), [
      'critical',
      'high',
      'medium',
      'low',
      'info',
      '',
    ]);
  });
});

test('what a client asks to group by is read as far as it can be', () => {
  const asked = [
    undefined,
    'day',
    [],
    ['nothing', 7],
    ['day', 'actor'],
    ['day', 'day'],
    ['file', 'x', 'action', 'day'],
  ].map(askedFields);
  assert.deepEqual(asked, [
    ['action'],
    ['action'],
    ['action'],
    ['action'],
    ['day', 'actor'],
    ['day'],
    ['file', 'action'],
  ]);
});
