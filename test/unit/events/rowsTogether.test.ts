import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distinctKey } from '../../../server/src/core/index';
import { allFacts } from '../../../server/src/documents/analysis';
import { RowsTogether } from '../../../server/src/events/rowsTogether';
import { EventsTogether } from '../../support/eventsTogether';
import { placeText } from '../../support/slowGroups';
import { analysesOf, openLogsOf, repeatingLogs, toEnd } from './given';

test('made from columns, events together are what they are made from facts', () => {
  fc.assert(
    fc.property(repeatingLogs, fc.nat(3), (texts, first) => {
      const analyses = analysesOf(texts);
      const rows = toEnd(RowsTogether.collect(openLogsOf(analyses), first));
      const facts = toEnd(EventsTogether.collect(analyses.map(allFacts), first));
      assert.deepEqual(
        {
          teaching: rows.teaching.map(placeText).sort(),
          witnesses: rows.witnesses.map(placeText).sort(),
          copies: Array.from(rows.keys)
            .sort()
            .map((key) => rows.copies(key).map(placeText)),
        },
        {
          teaching: facts.teaching.map(placeText).sort(),
          witnesses: facts.witnesses.map(placeText).sort(),
          copies: Array.from(facts.keys)
            .sort()
            .map((key) => facts.copies(key).map(placeText)),
        },
      );
      for (const key of rows.keys) {
        const [speaking] = rows.copies(key);
        const number = speaking && rows.rows.numberOf(speaking.log, speaking.facts.index);
        assert.ok(number !== undefined && rows.speaks(number) && distinctKey(rows.rows.event(number)) === key);
      }
    }),
    { numRuns: 300, seed: 1 },
  );
});
