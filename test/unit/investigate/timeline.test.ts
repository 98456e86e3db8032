import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type EventInLog, inTimeOrder } from '../../../server/src/core';
import { timelineOf } from '../../../server/src/core/investigate/timeline';
import { drawTimeline, pictureUri } from '../../../server/src/core/investigate/timelineSvg';
import { factsOfOne, recordOf } from './given';

const facts = factsOfOne(recordOf('CreateUser'));

/** Events at these times, in milliseconds or as CloudTrail writes them. */
function at(...times: readonly (number | string | undefined)[]): readonly EventInLog[] {
  return times.map((time, index) => ({
    log: 0,
    facts: { ...facts, index, time: typeof time === 'string' ? Date.parse(time) : time },
  }));
}

suite('time line', () => {
  const spans: readonly (readonly [last: string, words: string, bars: number, first: string])[] = [
    ['2026-03-04T08:17:59Z', '1 minute', 1, '2026-03-04T08:17:00.000Z'],
    ['2026-03-04T09:28:59Z', '1 minute', 72, '2026-03-04T08:17:00.000Z'],
    ['2026-03-04T09:29:00Z', '10 minutes', 8, '2026-03-04T08:10:00.000Z'],
    ['2026-03-04T20:20:00Z', '1 hour', 13, '2026-03-04T08:00:00.000Z'],
    ['2026-03-07T08:00:00Z', '1 day', 4, '2026-03-04T00:00:00.000Z'],
    ['2026-06-01T00:00:00Z', '1 week', 14, '2026-03-02T00:00:00.000Z'],
  ];
  for (const [last, words, bars, first] of spans) {
    test(`from 2026-03-04T08:17:30Z to ${last}: a bar for ${words}`, () => {
      const timeline = timelineOf(at('2026-03-04T08:17:30Z', last));
      const start = timeline.bars[0]?.from ?? 0;
      assert.deepEqual([timeline.words, timeline.bars.length, new Date(start).toISOString()], [words, bars, first]);
    });
  }

  test('events without a time are told apart, and without any time there are no bars', () => {
    const timeline = timelineOf(at('2026-03-04T08:17:30Z', undefined));
    assert.deepEqual([timeline.bars.length, timeline.untimed.map((event) => event.facts.index)], [1, [1]]);
    assert.deepEqual(timelineOf(at(undefined)).bars, []);
    assert.deepEqual(timelineOf([]).bars, []);
  });

  test('every event lies in the bar of its time, whatever the span, and there are never too many bars', () => {
    const time = fc.integer({ min: Date.UTC(0, 0), max: Date.UTC(9999, 11) });
    fc.assert(
      fc.property(fc.array(time, { minLength: 1, maxLength: 20 }), (times) => {
        const events = inTimeOrder(at(...times));
        const { bars } = timelineOf(events);
        assert.deepEqual(
          bars.flatMap((bar) => bar.events),
          events,
        );
        for (const { from, to, events: held } of bars) {
          assert.ok(held.every((event) => (event.facts.time ?? 0) >= from && (event.facts.time ?? 0) < to));
        }
        for (const [index, bar] of bars.entries()) assert.equal(bar.from, bars[index - 1]?.to ?? bar.from);
        assert.ok(bars.length <= 72);
        assert.ok((bars[0]?.events.length ?? 0) > 0 && (bars.at(-1)?.events.length ?? 0) > 0);
      }),
      { seed: 20260301, numRuns: 500 },
    );
  });
});

suite('picture', () => {
  const [first, second, third] = at('2026-03-04T08:17:30Z', '2026-03-04T08:17:31Z', '2026-03-04T08:19:00Z');
  assert.ok(first && second && third);
  const failed: EventInLog = { ...second, facts: { ...second.facts, outcome: 'failed' } };
  const svg = drawTimeline(timelineOf([first, failed, third]), 'Three events');

  test('a bar for each stretch with events, succeeded below failed, nothing in the gap', () => {
    const bars = Array.from(
      svg.matchAll(
        /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="([^"]+)"[^>]*stroke-width/g,
      ),
    );
    assert.deepEqual(
      bars.map(([, ...values]) => values),
      [
        ['45', '99', '94', '65', '#3b82c4'],
        ['45', '34', '94', '65', 'url(#hatched)'],
        ['237', '99', '94', '65', '#3b82c4'],
      ],
    );
  });

  test('it has a title, a legend in words and times', () => {
    const texts = Array.from(svg.matchAll(/<(?:text|title)[^>]*>([^<]*)</g), ([, text]) => text);
    assert.deepEqual(texts, [
      'Three events',
      'succeeded',
      'failed (hatched)',
      '1',
      '2',
      '08:17',
      '2026-03-04',
      '08:18',
      '08:19',
      'time in UTC, a bar covers 1 minute',
    ]);
  });

  test('labels of any span stay inside the picture and off each other', () => {
    // Half a pixel more than the widest digits of common fonts at this size.
    const widthOf = (text: string): number => text.length * 6.5;
    for (const minutes of [0, 1, 5, 14, 15, 16, 17, 30, 36, 37, 60, 71]) {
      for (const unit of [1, 10, 60, 24 * 60, 7 * 24 * 60, 70 * 24 * 60]) {
        const last = new Date(Date.UTC(2026, 2, 4, 22, 50) + minutes * unit * 60_000).toISOString();
        const drawn = drawTimeline(timelineOf(inTimeOrder(at('2026-03-04T22:50:00Z', last))), 'Two events');
        const below = Array.from(drawn.matchAll(/<text x="([\d.]+)"( text-anchor="end")? y="(182|196)">([^<]*)</g));
        assert.ok(below.length > 0);
        const edges = new Map<string, number>();
        for (const [, x = '', end, line = '', text = ''] of below) {
          const left = end === undefined ? Number(x) : Number(x) - widthOf(text);
          assert.ok(left >= (edges.get(line) ?? 0), `${text} begins before its neighbour ends, ${minutes} × ${unit}`);
          assert.ok(left + widthOf(text) <= 720, `${text} ends outside, ${minutes} × ${unit}`);
          edges.set(line, left + widthOf(text));
        }
      }
    }
  });

  test('its address holds nothing that Markdown could take for its own', () => {
    assert.match(pictureUri(svg), /^data:image\/svg\+xml;utf8,[A-Za-z0-9%._~-]+$/);
    assert.equal(decodeURIComponent(pictureUri(svg)), `data:image/svg+xml;utf8,${svg}`);
  });
});
