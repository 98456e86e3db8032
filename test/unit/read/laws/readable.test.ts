import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { placesOf } from '../../../../server/src/core/read/readable/places';
import { damaged, edgesOf, oneCharacterDamage } from '../../../support/damage';
import { someEvents } from '../../../support/generatedRecords';
import { LOG_FORM_NAMES, LOG_FORMS, type LogFormName } from '../../../support/logForms';
import { projectRoot } from '../../../support/projectRoot';
import { essenceOf, laidOut, significant } from '../../../support/readableLog';
import { type ReadLog, readLog } from '../../../support/readLog';

const RECORDS = 8;
const DAMAGED_LOGS = 12;
const DAMAGES_PER_LOG = 20;

/** The readable text, read as a log of its own, says what the log says, with the same problems at the same characters. */
function assertSame(log: ReadLog): void {
  const layout = laidOut(log);
  const places = placesOf(layout, log.text);
  const view = essenceOf(readLog(layout.text), (span) => places.toOriginal(span));
  assert.deepEqual(
    view,
    essenceOf(log, (span) => span),
  );
}

suite('a readable text says what its log says', () => {
  for (const form of LOG_FORM_NAMES) {
    test(form, () => {
      for (let seed = 1; seed <= 10; seed++) assertSame(wholeLog(form, seed));
    });

    test(`${form}, with one character damaged`, () => {
      for (let seed = 1; seed <= DAMAGED_LOGS; seed++) {
        const whole = wholeLog(form, seed);
        fc.assert(
          fc.property(oneCharacterDamage(whole.text.length, edgesOf(whole)), (damage) =>
            assertSame(readLog(damaged(whole.text, damage))),
          ),
          { seed, numRuns: DAMAGES_PER_LOG },
        );
      }
    });
  }
});

suite('a readable text says what its log says, in every container there is a fixture of', () => {
  const folder = path.join(projectRoot(), 'test', 'fixtures', 'containers');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((each) => /\.\w+$/.test(each) && !each.endsWith('.expected.json'))) {
    test(name, () => assertSame(readLog(readFileSync(path.join(folder, name), 'utf8'))));
  }
});

suite('nothing is lost in a readable text', () => {
  for (const form of LOG_FORM_NAMES) {
    test(`${form}: every character but white space goes there and back`, () => {
      const log = wholeLog(form, 20);
      const layout = laidOut(log);
      const places = placesOf(layout, log.text);
      let at = 0;
      for (const offset of significant(log.text)) {
        const there = places.toView({ start: offset, end: offset + 1 });
        assert.ok(there !== undefined && there.start >= at && there.end === there.start + 1, `character ${offset}`);
        at = there.end;
        assert.equal(layout.text.slice(there.start, there.end), log.text.slice(offset, offset + 1));
        assert.deepEqual(places.toOriginal(there), { start: offset, end: offset + 1 });
      }
    });

    test(`${form}, by time: the same events, each at its place`, () => {
      const log = wholeLog(form, 21);
      const shown = log.records.map(({ index }) => index).reverse();
      const layout = laidOut(log, shown);
      const places = placesOf(layout, log.text);
      const view = readLog(layout.text);
      assert.deepEqual(view.outline.problems, []);
      assert.deepEqual(
        view.records.map(({ event }) => event),
        shown.map((index) => log.records[index]?.event),
      );
      for (const [position, { start, end }] of view.records.entries()) {
        const record = log.records[shown[position] ?? -1];
        assert.deepEqual(places.toOriginal({ start, end }), { start: record?.start, end: record?.end });
        assert.deepEqual(places.ofRecord(record?.index ?? -1), { start, end });
      }
    });
  }
});

function wholeLog(form: LogFormName, seed: number): ReadLog {
  return readLog(LOG_FORMS[form].write(someEvents(seed, seed === 20 ? 3 : RECORDS)));
}
