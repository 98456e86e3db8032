import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, inOrder, moved } from '../../../../server/src/core/read/edits';
import type { TextEdit } from '../../../../server/src/core/record';
import { type Damage, damaged, oneCharacterDamage } from '../../../support/damage';
import { someEvents } from '../../../support/generatedRecords';
import { LOG_FORMS, type LogFormName } from '../../../support/logForms';
import { brokenJson, nameOf, type ReadLog, readLog } from '../../../support/readLog';

const FORMS: readonly LogFormName[] = [
  'one line',
  'pretty',
  'sorted keys',
  'JSON Lines',
  'pretty, concatenated',
  'array',
];

/** Up to `most` damages at places of their own, the last one first. */
function damages(text: string, most: number): fc.Arbitrary<readonly Damage[]> {
  return fc
    .uniqueArray(oneCharacterDamage(text.length), { minLength: 1, maxLength: most, selector: ({ at }) => at })
    .map((several) => several.sort((a, b) => b.at - a.at));
}

/** All repairs that are offered, as edits of the whole log. */
function offeredEdits(log: ReadLog): readonly TextEdit[] {
  return inOrder(brokenJson(log).flatMap(({ problem, record }) => moved(problem.edits ?? [], record?.start ?? 0)));
}

suite('mends', () => {
  for (const form of FORMS) {
    const whole = LOG_FORMS[form].write(someEvents(4, 4));

    test(`${form}: all edits of a damaged record turn it into JSON`, () => {
      fc.assert(
        fc.property(damages(whole, 3), (several) => {
          const text = several.reduce(damaged, whole);
          for (const { start, end, malformed, mends } of readLog(text).records) {
            if (malformed !== 'syntax') assert.deepEqual(mends, []);
            const mended = applyEdits(text.slice(start, end), mends);
            assert.doesNotThrow(() => JSON.parse(mended), mended);
          }
        }),
        { seed: 4, numRuns: 500 },
      );
    });

    test(`${form}: where every problem has a repair, the repairs leave no problem`, () => {
      fc.assert(
        fc.property(damages(whole, 2), (several) => {
          const text = several.reduce(damaged, whole);
          const log = readLog(text);
          const problems = brokenJson(log);
          fc.pre(problems.length > 0 && problems.every(({ problem }) => problem.edits !== undefined));
          const left = brokenJson(readLog(applyEdits(text, offeredEdits(log))));
          const before = problems.map(({ problem }) => nameOf(problem)).join(', ');
          assert.deepEqual(
            left.map(({ problem }) => nameOf(problem)),
            [],
            `These were repaired: ${before}.`,
          );
        }),
        { seed: 5, numRuns: 300, maxSkipsPerRun: 100 },
      );
    });

    test(`${form}: spans and edits lie inside the log, edits in order`, () => {
      fc.assert(
        fc.property(damages(whole, 3), (several) => {
          const text = several.reduce(damaged, whole);
          const log = readLog(text);
          let before = 0;
          for (const { start, end, mends } of log.records) {
            assert.ok(start >= before && end > start && end <= text.length, `record at ${start} to ${end}`);
            before = end;
            assert.deepEqual(mends, inOrder(mends));
          }
          for (const { span, problem, record } of brokenJson(log)) {
            assert.ok(span.start >= 0 && span.end >= span.start && span.end <= text.length, nameOf(problem));
            const reach = record === undefined ? text.length : record.end - record.start;
            for (const edit of problem.edits ?? []) assert.ok(edit.start >= 0 && edit.end <= reach, nameOf(problem));
          }
        }),
        { seed: 6, numRuns: 300 },
      );
    });
  }
});
