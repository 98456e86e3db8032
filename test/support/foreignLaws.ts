import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, inOrder, moved } from '../../server/src/core/read/edits';
import { mayHoldRecords } from '../../server/src/core/read/recognize';
import { eventOf, viewOf } from '../../server/src/core/read/view';
import type { Container, JsonObject } from '../../server/src/core/record';
import { type Damage, damaged, edgesOf, lostRecords, oneCharacterDamage, touches } from './damage';
import { someEvents } from './generatedRecords';
import { brokenJson, nameOf, problemsOf, type ReadLog, readLog } from './readLog';
import { keepSeed, type Seed, shownSeed } from './seeds';

interface Form {
  readonly container: Container;
  readonly write: (events: readonly JsonObject[]) => string;
}

const RECORDS = 4;
const DAMAGES = 150;

/** What must hold of logs in which events are handed on, as it does for CloudTrail's own forms. */
export function testForeignLaws(forms: Readonly<Record<string, Form>>, isTable = false): void {
  for (const [name, form] of Object.entries(forms)) {
    suite(name, () => {
      const whole = readLog(form.write(someEvents(2, RECORDS)));
      const places = oneCharacterDamage(whole.text.length, edgesOf(whole));

      test('is recognised, and holds all events with nothing wrong around them', () => {
        assert.equal(whole.outline.container, form.container);
        assert.equal(whole.records.length, RECORDS);
        assert.deepEqual(brokenJson(whole), []);
        for (const record of whole.records) {
          assert.deepEqual(eventOf(whole.text, { ...record, event: undefined }), record.event);
          assert.deepEqual(JSON.parse(viewOf(whole.text, record).source), record.event);
        }
      });

      test('is recognised and read to its end whatever one character is damaged, and no untouched event is lost', () => {
        const isKept = (damage: Damage): boolean => {
          assertRead(damaged(whole.text, damage));
          return touchesTable(damage, whole, isTable) || lostRecords(whole, damage).length === 0;
        };
        const { counterexample, errorInstance } = fc.check(fc.property(places, isKept), { seed: 3, numRuns: DAMAGES });
        if (counterexample === null) return;
        const found: Seed = { log: whole.text, damage: counterexample[0] };
        const why = errorInstance instanceof Error ? errorInstance.message : 'An event is lost.';
        assert.fail(`${why} ${shownSeed(found)}. Kept as ${keepSeed(name, found)}.`);
      });

      test('is read to its end wherever it is cut', () => {
        for (let cutAt = 0; cutAt < whole.text.length; cutAt += 97) {
          const log = assertRead(whole.text.slice(0, cutAt), false);
          const kept = whole.records.filter(({ end }) => end < cutAt);
          const found = new Set(log.records.map(({ start }) => start));
          if (log.outline.container !== 'none')
            assert.ok(
              kept.every(({ start }) => found.has(start)),
              `cut at ${cutAt}`,
            );
        }
      });

      if (isTable) return;
      test('where every problem has a repair, the repairs leave no problem', () => {
        fc.assert(
          fc.property(places, (damage) => {
            const text = damaged(whole.text, damage);
            const log = readLog(text);
            const problems = brokenJson(log);
            fc.pre(problems.length > 0 && problems.every(({ problem }) => problem.edits !== undefined));
            const edits = inOrder(
              problems.flatMap(({ problem, record }) => moved(problem.edits ?? [], record?.start ?? 0)),
            );
            const left = brokenJson(readLog(applyEdits(text, edits))).map(({ problem }) => nameOf(problem));
            assert.deepEqual(
              left,
              [],
              `These were repaired: ${problems.map(({ problem }) => nameOf(problem)).join(', ')}.`,
            );
          }),
          { seed: 4, numRuns: 40, maxSkipsPerRun: 200 },
        );
      });
    });
  }
}

/** What stands at the edge of a row belongs to its first or last cell, and the header to all of them. */
function touchesTable(damage: Damage, { records }: ReadLog, isTable: boolean): boolean {
  if (!isTable) return false;
  const [first] = records;
  const near = { at: damage.at, removed: 1, inserted: '' } as const;
  const isHeader = first?.form === 'row' && damage.at < first.start;
  return isHeader || records.some(({ start, end }) => touches(near, { start: start - 1, end: end + 1 }));
}

function assertRead(text: string, isLog = true): ReadLog {
  const log = readLog(text);
  if (isLog) assert.ok(mayHoldRecords(text));
  let before = 0;
  for (const { start, end } of log.records) {
    assert.ok(start >= before && end > start && end <= text.length, `record at ${start} to ${end}`);
    before = end;
  }
  for (const { span, problem } of problemsOf(log)) {
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, problem.code);
  }
  return log;
}
