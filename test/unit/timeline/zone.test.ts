import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { clocksOf, isZone, momentOf, offsetText } from '../../../server/src/core/timeline/zone';

suite('the clocks of a zone', () => {
  test('are ahead of UTC by what they are at that moment', () => {
    const told = (zone: string, moment: string): string => offsetText(clocksOf(zone)(Date.parse(moment)));
    assert.deepEqual(
      [
        told('UTC', '2026-07-01T00:00:00Z'),
        told('Europe/Berlin', '2026-03-29T00:59:59Z'),
        told('Europe/Berlin', '2026-03-29T01:00:00Z'),
        told('America/St_Johns', '2026-01-01T00:00:00Z'),
        told('Asia/Kathmandu', '2026-01-01T00:00:00Z'),
        told('Nowhere/At_All', '2026-01-01T00:00:00Z'),
      ],
      ['UTC+00:00', 'UTC+01:00', 'UTC+02:00', 'UTC−03:30', 'UTC+05:45', 'UTC+00:00'],
    );
  });

  test('lead back to the moment', () => {
    const berlin = clocksOf('Europe/Berlin');
    const told = ['2026-03-28T12:00', '2026-03-29T00:00', '2026-03-29T02:30', '2026-10-25T12:00'].map((local) =>
      new Date(momentOf(Date.parse(`${local}Z`), berlin)).toISOString().slice(0, 16),
    );
    // Half past two did not come in the night of the change.
    assert.deepEqual(told, ['2026-03-28T11:00', '2026-03-28T23:00', '2026-03-29T01:30', '2026-10-25T11:00']);
  });

  test('lead to the first of two midnights, and behind one that does not come', () => {
    const told = (zone: string, day: string): string =>
      new Date(momentOf(Date.parse(`${day}T00:00Z`), clocksOf(zone))).toISOString().slice(0, 16);
    assert.deepEqual(
      [
        told('Asia/Amman', '2021-10-29'),
        told('Atlantic/Azores', '2025-10-26'),
        told('America/Havana', '2025-11-02'),
        told('Africa/Cairo', '2025-04-25'),
      ],
      ['2021-10-28T21:00', '2025-10-26T00:00', '2025-11-02T04:00', '2025-04-24T22:00'],
    );
  });

  test('are those of a zone that the platform knows', () => {
    assert.deepEqual(['UTC', 'Europe/Berlin', '', 'Berlin', '<b>'].map(isZone), [true, true, false, false, false]);
  });
});
