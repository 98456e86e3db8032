import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { clockText, dayText, isoSecond, minuteText, secondText } from '../../../server/src/core/investigate/utcText';

const TIME = Date.UTC(2026, 2, 1, 8, 5, 9);

describe('a time as text', () => {
  it('is written as fully as asked for', () => {
    assert.deepEqual(
      [dayText, minuteText, secondText, clockText, isoSecond].map((text) => text(TIME)),
      ['2026-03-01', '2026-03-01 08:05', '2026-03-01 08:05:09', '08:05:09', '2026-03-01T08:05:09Z'],
    );
  });

  it('is that of the language, whichever moment of four digits of a year it is', () => {
    const moment = fc.date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, (date) => {
        assert.equal(isoSecond(date.getTime()), `${date.toISOString().slice(0, 19)}Z`);
      }),
      { numRuns: 20_000 },
    );
  });

  it('keeps the sign and all digits of other years', () => {
    assert.deepEqual([Date.UTC(12026, 2, 1, 8), Date.UTC(-1, 0, 1)].map(secondText), [
      '+012026-03-01 08:00:00',
      '-000001-01-01 00:00:00',
    ]);
  });

  it('is none of what is no moment', () => {
    assert.throws(() => dayText(Number.NaN), new RangeError('Invalid time value'));
  });
});
