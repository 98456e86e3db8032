import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { bucketAt, bucketStarts, stepFor, steps } from '../../../server/src/core/timeline/buckets';
import { countBuckets, extentOf } from '../../../server/src/core/timeline/countBuckets';
import { countQuarters, hourMap, quartersFor } from '../../../server/src/core/timeline/hours';
import { LaneCells, leastPause } from '../../../server/src/core/timeline/lanes';
import { clocksOf } from '../../../server/src/core/timeline/zone';
import { columnsOf, GROUPS, type Row, randomRows } from './randomRows';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const from = Date.UTC(2026, 2, 26, 1, 30);
const to = Date.UTC(2026, 3, 1, 5);
/** Group 1 has no series, 2 and 3 share one. */
const seriesOf = Int32Array.of(0, -1, 1, 1, 2);
const cases = [1, 2, 3].flatMap((seed) =>
  steps
    .slice(5, 12)
    .flatMap((step) => ['UTC', 'Europe/Berlin', 'Asia/Kathmandu'].map((zone) => ({ seed, step, zone }))),
);

suite('rows are counted in columns like one by one', () => {
  test('by pieces of time and series', () => {
    for (const { seed, step, zone } of cases) {
      const rows = randomRows(seed, 3000);
      const starts = bucketStarts(from, to, step, clocksOf(zone));
      const counts = new Uint32Array(3 * (starts.length - 1));
      countBuckets(columnsOf(rows), seriesOf, starts, counts);
      assert.deepEqual(Array.from(counts), naiveCounts(rows, starts), `${seed} ${step} ${zone}`);
    }
  });

  test('what is counted is added to what was', () => {
    const rows = randomRows(4, 200);
    const starts = bucketStarts(from, to, DAY, clocksOf('UTC'));
    const [once, twice] = [new Uint32Array(3 * (starts.length - 1)), new Uint32Array(3 * (starts.length - 1))];
    countBuckets(columnsOf(rows), seriesOf, starts, once);
    for (let time = 0; time < 2; time++) countBuckets(columnsOf(rows), seriesOf, starts, twice);
    assert.deepEqual(
      Array.from(twice),
      Array.from(once, (count) => 2 * count),
    );
  });

  test('by lanes, with the pauses between them', () => {
    for (const { seed, step, zone } of cases) {
      const rows = randomRows(seed, 60);
      const starts = bucketStarts(from, to, step, clocksOf(zone));
      const cells = new LaneCells(3, starts);
      cells.add(columnsOf(rows), seriesOf);
      // A pause within one piece is not seen, so that those are asked for that are longer than any.
      const least = 2 * step;
      const told = [0, 1, 2].map((lane) => [cells.ends(lane), cells.pauses(lane, least, 3)]);
      const expected = [0, 1, 2].map((lane) => naiveLane(rows, lane, starts, least));
      assert.deepEqual(told, expected, `${seed} ${step} ${zone}`);
      const counted = [0, 1, 2].map((lane) => cells.acts(lane));
      assert.deepEqual(counted, naiveActs(rows, starts));
    }
  });

  test('by the hours of days and of weekdays', () => {
    for (const zone of ['UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns'])
      for (const end of [to, to + 60 * DAY]) {
        const rows = randomRows(7, 3000);
        const quarters = quartersFor(from, end);
        assert.ok(quarters);
        countQuarters(columnsOf(rows), quarters);
        const map = hourMap(quarters, clocksOf(zone));
        assert.deepEqual(map.counts, naiveHours(rows, map, zone, end), `${zone} ${end}`);
      }
  });

  test('with the first and the last time', () => {
    const rows = randomRows(8, 500);
    const asked = rows.filter(({ isAsked }) => isAsked);
    const times = asked.map(({ time }) => time).filter((time) => !Number.isNaN(time));
    const expected = {
      count: asked.length,
      untimed: asked.length - times.length,
      first: Math.min(...times),
      last: Math.max(...times),
    };
    assert.deepEqual(extentOf(columnsOf(rows)), expected);
    const none = { count: 0, untimed: 0, first: Number.NaN, last: Number.NaN };
    assert.deepEqual(extentOf(columnsOf([])), none);
  });
});

suite('pieces of time', () => {
  test('hold the events of both midnights of a day on which the clocks went back', () => {
    const both = ['2021-10-28T21:30:00Z', '2021-10-28T22:30:00Z'].map((time) => Date.parse(time));
    const starts = bucketStarts(Math.min(...both), Date.parse('2021-10-30T00:00:00Z'), DAY, clocksOf('Asia/Amman'));
    assert.deepEqual(
      both.map((time) => bucketAt(starts, time)),
      [0, 0],
    );
  });

  test('begin at round times of the clocks, days at midnight on both sides of a change', () => {
    const berlin = clocksOf('Europe/Berlin');
    const told = (step: number, begin: string, end: string): string[] =>
      Array.from(bucketStarts(Date.parse(begin), Date.parse(end), step, berlin), (time) =>
        new Date(time).toISOString(),
      );
    assert.deepEqual(told(DAY, '2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z'), [
      '2026-03-27T23:00:00.000Z',
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
      '2026-03-30T22:00:00.000Z',
    ]);
    assert.deepEqual(told(7 * DAY, '2026-03-01T12:00:00Z', '2026-03-03T12:00:00Z'), [
      '2026-02-22T23:00:00.000Z',
      '2026-03-01T23:00:00.000Z',
      '2026-03-08T23:00:00.000Z',
    ]);
    assert.deepEqual(told(6 * HOUR, '2026-03-01T12:00:00Z', '2026-03-01T20:00:00Z'), [
      '2026-03-01T11:00:00.000Z',
      '2026-03-01T17:00:00.000Z',
      '2026-03-01T23:00:00.000Z',
    ]);
  });

  test('are as short as so many of them allow', () => {
    assert.deepEqual(
      [10_000, DAY, 400 * DAY].map((span) => stepFor(span, 100)),
      [1000, 15 * 60_000, 7 * DAY],
    );
  });

  test('hold no moment outside of them', () => {
    const starts = Float64Array.of(0, 10, 30);
    assert.deepEqual(
      [-1, 0, 9, 10, 29, 30, Number.NaN].map((time) => bucketAt(starts, time)),
      [-1, 0, 0, 1, 1, -1, -1],
    );
  });

  test('are told a pause by the length of all', () => {
    assert.deepEqual([60_000, DAY, 365 * DAY].map(leastPause), [60_000, HOUR, 28 * DAY]);
  });
});

function naiveCounts(rows: readonly Row[], starts: Float64Array): number[] {
  const size = starts.length - 1;
  const counts = new Array<number>(3 * size).fill(0);
  for (const { time, group, isAsked } of rows) {
    const series = seriesOf[group] ?? -1;
    if (!isAsked || series < 0) continue;
    for (let at = 0; at < size; at++)
      if (time >= (starts[at] ?? 0) && time < (starts[at + 1] ?? 0))
        counts[series * size + at] = (counts[series * size + at] ?? 0) + 1;
  }
  return counts;
}

function naiveActs(rows: readonly Row[], starts: Float64Array): number[][] {
  const size = starts.length - 1;
  const counts = naiveCounts(rows, starts);
  return [0, 1, 2].map((lane) =>
    counts.slice(lane * size, (lane + 1) * size).flatMap((count, at) => (count > 0 ? [at, count] : [])),
  );
}

function naiveLane(rows: readonly Row[], lane: number, starts: Float64Array, least: number): unknown {
  const [begin = 0, end = 0] = [starts[0], starts.at(-1)];
  const times = rows
    .filter(({ time, group, isAsked }) => isAsked && seriesOf[group] === lane && time >= begin && time < end)
    .map(({ time }) => time)
    .sort((left, right) => left - right);
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return [undefined, []];
  const pauses = times
    .slice(1)
    .map((time, at) => ({ from: times[at] ?? 0, to: time }))
    .filter((pause) => pause.to - pause.from >= least)
    .sort((left, right) => right.to - right.from - (left.to - left.from) || left.from - right.from)
    .slice(0, 3)
    .sort((left, right) => left.from - right.from);
  return [{ from: first, to: last }, pauses];
}

/** The platform's own clocks say where each row belongs. */
function naiveHours(
  rows: readonly Row[],
  { days, rows: kind, counts }: ReturnType<typeof hourMap>,
  zone: string,
  end: number,
): number[] {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    weekday: 'long',
  });
  const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  const expected = counts.map(() => 0);
  for (const { time, isAsked } of rows) {
    if (!isAsked || !(time >= from && time < end)) continue;
    const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
    const day = Date.parse(`${parts.year}-${parts.month}-${parts.day}T00:00:00Z`);
    const row = kind === 'day' ? days.indexOf(day) : weekdays.indexOf(parts.weekday ?? '');
    const place = 24 * row + Number(parts.hour);
    expected[place] = (expected[place] ?? 0) + 1;
  }
  assert.equal(expected.length, counts.length);
  return expected;
}

assert.equal(seriesOf.length, GROUPS);
