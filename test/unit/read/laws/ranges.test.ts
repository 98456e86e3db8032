import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { someEvents } from '../../../support/generatedRecords';
import { LOG_FORM_NAMES, LOG_FORMS } from '../../../support/logForms';
import { brokenJson, readLog } from '../../../support/readLog';

suite('the range of every event parses to that event', () => {
  for (const form of LOG_FORM_NAMES) {
    test(form, () => {
      const { container, write } = LOG_FORMS[form];
      for (let seed = 1; seed <= 20; seed++) {
        const events = someEvents(seed, 2 + (seed % 25));
        const log = readLog(write(events));
        assert.equal(log.outline.container, container);
        assert.deepEqual(brokenJson(log), []);
        const parsed = log.records.map(({ start, end }): unknown => JSON.parse(log.text.slice(start, end)));
        assert.deepEqual(parsed, events);
        assert.deepEqual(
          log.records.map(({ event }) => event),
          events,
        );
        assert.deepEqual(
          log.records.map(({ index }) => index),
          events.map((_, index) => index),
        );
      }
    });
  }

  test('a byte order mark and space around the log change nothing but the offsets', () => {
    for (const form of LOG_FORM_NAMES) {
      const text = LOG_FORMS[form].write(someEvents(7, 5));
      const plain = readLog(text);
      for (const before of ['\ufeff', '\n\r\n', '\ufeff \t']) {
        const moved = readLog(`${before}${text}\n\n`);
        assert.deepEqual(brokenJson(moved), [], form);
        assert.deepEqual(
          moved.records.map(({ start, end }) => [start - before.length, end - before.length]),
          plain.records.map(({ start, end }) => [start, end]),
          form,
        );
      }
    }
  });
});
