/** What a language has printed means the same when it is read as JSON. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { layersOf } from '../../../server/src/core/read/layers/layersOf';
import { record } from '../../support/generatedRecords';
import { nodeInspect, pythonRepr, rubyInspect, yamlBlock } from '../../support/literalWriters';

const WRITERS: Readonly<Record<string, (value: unknown) => string>> = {
  python: pythonRepr,
  ruby: rubyInspect,
  node: nodeInspect,
  yaml: (value) => `${yamlBlock(value).trimStart()}\n`,
};

suite('values of languages', () => {
  for (const [id, write] of Object.entries(WRITERS)) {
    test(id, () => {
      fc.assert(
        fc.property(fc.array(record, { minLength: 1, maxLength: 3 }), (events) => {
          const value = { Records: events };
          const found = layersOf(write(value));
          assert.deepEqual(
            found?.layers.map((layer) => layer.id),
            [id],
          );
          assert.deepEqual(JSON.parse(found?.inner ?? ''), JSON.parse(JSON.stringify(value)));
        }),
        { seed: 20_260_518, numRuns: 60 },
      );
    });
  }
});
