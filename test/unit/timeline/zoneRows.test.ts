import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { zoneRows, zonesFrom } from '../../../client/src/timeline/zoneRows';

suite('the list of time zones', () => {
  const rows = zoneRows({
    zones: zonesFrom('Europe/Berlin', ['America/New_York', 'Asia/Kolkata', 'Europe/Berlin', 'UTC']),
    own: 'Europe/Berlin',
    shown: 'UTC',
    now: Date.parse('2026-01-15T12:00:00Z'),
  });
  const told = (typed: string): readonly string[] =>
    rows(typed).map(({ label, description = '' }) => `${label} ${description}`.trim());

  test('begins with UTC and the machine’s own', () => {
    assert.deepEqual(told(''), [
      'UTC UTC+00:00 today, shown now',
      'Europe/Berlin UTC+01:00 today, this machine’s',
      'America/New_York UTC−05:00 today',
      'Asia/Kolkata UTC+05:30 today',
    ]);
  });

  test('finds a city as people type it, an offset, and an abbreviation that the platform knows', () => {
    assert.deepEqual(['new york', '-05:00', '+5:30', '+05:30', 'CET'].map(told), [
      ['America/New_York UTC−05:00 today'],
      ['America/New_York UTC−05:00 today'],
      ['No time zone of this name'],
      ['Asia/Kolkata UTC+05:30 today'],
      ['CET UTC+01:00 today'],
    ]);
  });

  test('says what to type where there is none, as a row that chooses nothing', () => {
    assert.deepEqual(rows('Munich'), [
      {
        label: 'No time zone of this name',
        detail: 'Type a city of it (Berlin, New York, Kolkata), a continent (Europe), or an offset (+02:00, -05:00).',
        alwaysShow: true,
      },
    ]);
  });
});
