import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { CARRIED_FORMS } from '../../support/carriedForms';
import { eventIdOf } from '../../support/damage';
import { someEvents } from '../../support/generatedRecords';
import { problemsOf, readLog } from '../../support/readLog';

const events = someEvents(3, 2);
const IDS = events.map(({ eventID }) => eventID);
const log = CARRIED_FORMS['lookup-events, seconds'].write(events);
/** Inside the first event, in the middle of one of its texts. */
const inside = (text: string): string => log.slice(0, 900) + text + log.slice(900);
const MANY = 3000;

suite('both events are found, whatever stands between or behind them', () => {
  const texts: Readonly<Record<string, string>> = {
    'beginnings of events without an end': log + '"CloudTrailEvent":"{\\"eventVersion\\":'.repeat(MANY),
    'keys without an end': log + '"CloudTrailEvent":"'.repeat(MANY),
    'quotes inside an event': inside('"'.repeat(MANY)),
    'braces inside an event': inside('{'.repeat(MANY)),
    'backslashes inside an event': inside('\\'.repeat(MANY)),
    'braces before': '{'.repeat(MANY) + log,
    'braces behind': log + '{'.repeat(MANY),
    'beginnings of escapes': log + '{\\n\\n'.repeat(MANY),
    'lines of something else': `${log}\n${'x\n'.repeat(MANY)}`,
    'broken lines': `${log}\n${'{"EventId":"x","EventName" "y"}\n'.repeat(300)}`,
    'a byte order mark': `\ufeff${log}`,
    'nothing behind the last event': log.slice(0, log.lastIndexOf('}"}]}') + 1),
  };
  for (const [name, text] of Object.entries(texts)) {
    test(name, () => {
      const read = readLog(text);
      const ids = read.records.map(eventIdOf);
      assert.deepEqual(
        IDS.filter((id) => typeof id === 'string' && ids.includes(id)),
        IDS,
      );
      for (const { span } of problemsOf(read))
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
    });
  }
});

test('what ends the string of one event many times costs no other', () => {
  const { records } = readLog(inside('",'.repeat(MANY)));
  assert.deepEqual(records.map(eventIdOf).includes(String(IDS[1])), true);
});
