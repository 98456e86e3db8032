import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import type { Span } from '../../../server/src/core/record';
import { selectionSpans } from '../../../server/src/documents/selectionSpans';
import { cursor } from '../../support/cursor';
import { openedLog } from '../../support/followedLog';
import { projectRoot } from '../../support/projectRoot';
import { changed } from '../check/events';

function spansIn(text: string, offsets: readonly number[]): readonly (readonly Span[])[] {
  const work = selectionSpans(openedLog(text).analysis, offsets);
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
}

/** What the mark grows to, from the inside out. */
function grown(withMark: string): readonly string[] {
  const { text, offset } = cursor(withMark);
  return (spansIn(text, [offset])[0] ?? []).map(({ start, end }) => text.slice(start, end));
}

const event = JSON.stringify(changed({}));
const marked = event.replace('"awsRegion":"', '"awsRegion":"│');
const region = /"awsRegion":"([^"]*)"/.exec(event)?.[1] ?? '';
const inEvent = [region, `"${region}"`, `"awsRegion":"${region}"`, event];

suite('a selection grows', () => {
  test('from a value to its event, the list of events and the log', () => {
    const log = `{"Records":[${event},${event}]}`;
    assert.deepEqual(grown(`{"Records":[${event},${marked}]}`), [
      ...inEvent,
      `[${event},${event}]`,
      `"Records":[${event},${event}]`,
      log,
    ]);
  });

  test('from an event on a line of its own to the log', () => {
    assert.deepEqual(grown(`${event}\n${marked}\n`), [...inEvent, `${event}\n${event}\n`]);
  });

  test('through the text that an event stands in', () => {
    const inText = (of: string): string => JSON.stringify(of).slice(1, -1);
    const log = `{"events":[{"timestamp":1,"message":"${inText(event)}"}]}`;
    const grownTo = grown(`{"events":[{"timestamp":1,"message":"${inText(marked)}"}]}`);
    assert.deepEqual(grownTo.slice(3), [
      inText(event),
      `"${inText(event)}"`,
      `"message":"${inText(event)}"`,
      `{"timestamp":1,"message":"${inText(event)}"}`,
      `[{"timestamp":1,"message":"${inText(event)}"}]`,
      `"events":[{"timestamp":1,"message":"${inText(event)}"}]`,
      log,
    ]);
  });

  test('between events from what stands around them', () => {
    const log = `{"Records":[${event},${event}]}`;
    assert.deepEqual(grown(log.replace('Rec', 'Re│c')), ['"Records"', `"Records":[${event},${event}]`, log]);
  });

  test('in a log that lacks its end', () => {
    const log = `{"Records":[${event},${event}`;
    assert.deepEqual(grown(`{"Records":[${event},${marked}`), [
      ...inEvent,
      `[${event},${event}`,
      `"Records":[${event},${event}`,
      log,
    ]);
  });

  const folder = path.join(projectRoot(), 'test', 'fixtures', 'containers', 'aws-examples');
  for (const file of readdirSync(folder).filter((name) => !name.endsWith('.expected.json'))) {
    test(`in ${file}: each holds the one before, and the log holds all`, () => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const offsets = Array.from({ length: 60 }, (_, at) => Math.floor((at * text.length) / 59));
      for (const [at, spans] of spansIn(text, offsets).entries()) {
        const offset = offsets[at] ?? 0;
        let inner: Span = { start: offset, end: offset };
        for (const span of spans) {
          assert.ok(span.start <= inner.start && inner.end <= span.end, `at ${offset}`);
          assert.ok(span.end - span.start > inner.end - inner.start, `at ${offset}`);
          inner = span;
        }
        assert.deepEqual(spans.at(-1), { start: 0, end: text.length });
      }
    });
  }
});
