import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Clocks } from '../../../client/webview/timeline/words';

suite('times in the timeline', () => {
  const clocks = new Clocks('Europe/Berlin', () => 3_600_000);
  const [first, last] = [Date.parse('2024-12-31T22:30:00Z'), Date.parse('2024-12-31T23:30:00Z')];

  test('are told with their year where they lie in several, on the clocks of the zone', () => {
    const isOfYears = clocks.areOfYears(first, last);
    assert.deepEqual(
      [isOfYears, clocks.areOfYears(last, last), clocks.short(first, isOfYears), clocks.short(last, false)],
      [true, false, '2024-12-31', '01-01 00:30'],
    );
  });
});
