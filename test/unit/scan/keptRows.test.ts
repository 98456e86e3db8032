import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { analyze, eventRow, mayLieIn, type Window } from '../../../server/src/core';
import { StoredRow } from '../../../server/src/core/store/storedRow';
import type { FileStretch } from '../../../server/src/host/logFiles';
import { scanExtracted } from '../../../server/src/node/scan/extracted';
import { KeptRows } from '../../../server/src/node/scan/keptRows';
import { ReceivedRows, stretchesIn } from '../../../server/src/node/scan/receivedRows';
import { bytesOfRows, rowsInBytes } from '../../../server/src/node/scan/rememberedRows';
import { scanText } from '../../../server/src/places/scanText';
import { newExtractor } from '../../support/extractor';
import { record } from '../../support/generatedRecords';
import { toldRow } from '../../support/toldRow';
import { anyEvent } from '../store/anyLog';
import { someRuns } from './runs';

/** Logs of records as they should be, with a few that are not. */
const log = fc
  .array(fc.oneof({ weight: 3, arbitrary: record }, { weight: 1, arbitrary: anyEvent }), { minLength: 1, maxLength: 8 })
  .chain((Records) => fc.constantFrom(JSON.stringify({ Records }), JSON.stringify({ Records }, null, 1)));
const window = fc.constantFrom<Window>({}, { from: Date.UTC(2026, 2, 1, 12) }, { to: Date.UTC(2026, 2, 1, 12) });

const told = (stretches: readonly FileStretch[]): unknown =>
  stretches.flatMap(({ chunk, from, to, index }) =>
    Array.from({ length: to - from }, (_, at) =>
      toldRow(new StoredRow(chunk, from + at, { index: index + at, file: 'a', base: 0 })),
    ),
  );

function expected(text: string, asked: Window): unknown {
  return [...analyze(text)]
    .map((found) => eventRow(found, 'a'))
    .filter(({ time }) => mayLieIn(asked, { time: Number.isNaN(time) ? undefined : time }))
    .map(toldRow);
}

suite('rows that a thread keeps', () => {
  test('say of every record in the window what its event says, whichever way it was read, file after file', () => {
    const extractor = newExtractor();
    const kept = new KeptRows(extractor, true);
    const received = new ReceivedRows();
    let taken = 0;
    fc.assert(
      fc.property(fc.array(log, { minLength: 1, maxLength: 3 }), window, (texts, asked) => {
        const files = texts.map((text) => {
          const found = scanExtracted(Buffer.from(text), { window: asked }, extractor, kept);
          if (found !== undefined) taken++;
          else scanText(text, { window: asked }, (each, isWanted) => kept.add(each, isWanted));
          return kept.endFile();
        });
        const chunks = received.take(kept.take());
        assert.deepEqual(
          files.map((stretches) => told(stretchesIn(chunks, stretches))),
          texts.map((text) => expected(text, asked)),
        );
      }),
      someRuns(300),
    );
    assert.ok(taken > 200, `The fast way was taken ${taken} times only.`);
  });

  test('are the same when they were written down and read again', () => {
    const extractor = newExtractor();
    const kept = new KeptRows(extractor, true);
    const text = JSON.stringify({ Records: fc.sample(record, { seed: 5, numRuns: 9 }) });
    scanExtracted(Buffer.from(text), {}, extractor, kept);
    const places = kept.endFile();
    const { extracted, written } = new ReceivedRows().take(kept.take());
    assert.ok(extracted);
    const chunks = [extracted, ...written];
    const bytes = bytesOfRows(chunks, Number.MAX_SAFE_INTEGER);
    assert.ok(bytes);
    const again = stretchesIn(
      rowsInBytes(bytes),
      places.map((place) => ({ ...place, chunk: place.chunk + 1 })),
    );
    assert.deepEqual(told(again), expected(text, {}));
    assert.equal(bytesOfRows(chunks, 100), undefined);
  });
});
