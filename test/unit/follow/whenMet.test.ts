import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { entitiesOf, nameWords } from '../../../server/src/core';
import { placed, recordOf } from '../investigate/given';

/** What a hover says of the first and the last of two events that name a key. */
function told(from: string, to: string): string {
  const [first, last] = placed([recordOf('ListUsers', { eventTime: from }), recordOf('ListUsers', { eventTime: to })]);
  const met = { count: 2, failed: 0, isAlone: false, first, last, maker: undefined, wouldMake: [], before: undefined };
  const name = { kind: 'address', text: '192.0.2.1', organizationId: '', session: undefined } as const;
  return nameWords(name, { ...met, after: undefined }, entitiesOf([], undefined), undefined);
}

suite('when a name is met', () => {
  test('in different minutes, from when to when', () => {
    assert.equal(
      told('2026-03-01T08:00:00Z', '2026-03-01T09:00:00Z'),
      '2 events in these logs from 2026-03-01 08:00 UTC to 2026-03-01 09:00 UTC.',
    );
  });

  test('in one minute, when', () => {
    assert.equal(
      told('2026-03-01T08:00:10Z', '2026-03-01T08:00:50Z'),
      '2 events in these logs at 2026-03-01 08:00 UTC.',
    );
  });
});
