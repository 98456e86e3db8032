import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { distinctKey, type EventInLog } from '../../../server/src/core';
import type { EventsTogether } from '../../support/eventsTogether';
import { placed, places, recordOf, togetherOf } from './given';

const morning = recordOf('CreateUser', { eventID: 'morning', eventTime: '2026-03-01T08:00:00Z' });
const noon = recordOf('CreateUser', { eventID: 'noon', eventTime: '2026-03-01T12:00:00Z' });
const withoutRegion = recordOf('CreateUser', { eventID: 'noon', eventTime: '2026-03-01T12:00:00Z', awsRegion: null });

/** What a group lists, and the places where each of its events was delivered, the speaking one first. */
function told(together: EventsTogether, group: string): readonly (readonly string[])[] {
  return together.inOrder(group).map((event) => places(together.copies(distinctKey(event))));
}

suite('events together', () => {
  test('an event that was delivered several times is listed once, and all its places are known', () => {
    const together = togetherOf(placed([noon, morning], [morning], [recordOf('DeleteUser'), noon]));
    assert.deepEqual(told(together, 'workmail/CreateUser'), [
      ['0/1', '1/0'],
      ['0/0', '2/1'],
    ]);
    assert.deepEqual(
      [together.inOrder('workmail/CreateUser').length, together.inOrder('workmail/DeleteUser').length],
      [2, 1],
    );
  });

  test('a whole copy speaks for a damaged one that was read before', () => {
    const together = togetherOf(placed([withoutRegion], [noon]));
    assert.deepEqual(told(together, 'workmail/CreateUser'), [['1/0', '0/0']]);
    assert.deepEqual(
      together.inOrder('workmail/CreateUser').map(({ facts }) => facts.malformed),
      [null],
    );
  });

  test('records without an eventID are events of their own, whatever they have in common', () => {
    const { eventID: _, ...nameless } = morning;
    const together = togetherOf(placed([nameless, nameless], [nameless]));
    assert.deepEqual(told(together, 'workmail/CreateUser'), [['0/0'], ['0/1'], ['1/0']]);
  });

  test('one eventID with another name or time is another event, wherever a stranger puts the borders of texts', () => {
    const events = [
      { eventID: 'a', eventName: 'bc' },
      { eventID: 'ab', eventName: 'c' },
      { eventID: 'a\n', eventName: 'bc' },
      { eventID: '1 a', eventName: 'bc' },
      { eventID: 'a', eventName: 'bc', eventTime: '2026-03-01T08:00:01Z' },
    ];
    const together = togetherOf(placed(events.map(({ eventName, ...own }) => recordOf(eventName, own))));
    assert.equal(Array.from(together.keys).length, events.length);
  });

  test('a group that is not there is empty', () => {
    const together = togetherOf(placed([morning]));
    assert.deepEqual(told(together, 'workmail/Nothing'), []);
    assert.deepEqual(together.copies('nothing'), [] satisfies EventInLog[]);
  });
});
