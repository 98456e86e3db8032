import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { zoneClock } from '../../../server/src/core';

suite('times of a zone', () => {
  for (const [zone, time, text] of [
    ['Europe/Zurich', Date.UTC(2026, 2, 1, 8, 0, 12), '2026-03-01 09:00:12 +01:00'],
    ['Europe/Zurich', Date.UTC(2026, 9, 25, 0, 30), '2026-10-25 02:30:00 +02:00'],
    ['Europe/Zurich', Date.UTC(2026, 9, 25, 1, 30), '2026-10-25 02:30:00 +01:00'],
    ['America/New_York', Date.UTC(2026, 2, 1, 3), '2026-02-28 22:00:00 -05:00'],
    ['Asia/Kathmandu', Date.UTC(2026, 2, 1, 8), '2026-03-01 13:45:00 +05:45'],
    ['UTC', Date.UTC(2026, 2, 1, 8), '2026-03-01 08:00:00 +00:00'],
  ] as const)
    test(`are told with the offset of the moment: ${zone}, ${text}`, () =>
      assert.equal(zoneClock(zone)?.text(time), text));

  for (const zone of ['Europe/Nowhere', '', '<b>', undefined])
    test(`are none of a zone that nobody knows: ${zone}`, () => assert.equal(zoneClock(zone), undefined));
});
