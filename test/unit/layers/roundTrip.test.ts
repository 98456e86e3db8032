/** Any sound log under any layer, or two of them, comes out as it went in. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { layersOf } from '../../../server/src/core/read/layers/layersOf';
import { offsetsThrough } from '../../../server/src/core/read/layers/offsets';
import type { JsonObject } from '../../../server/src/core/record';
import { record } from '../../support/generatedRecords';
import { LAYER_WRITERS, type LayerWriter } from '../../support/layerWriters';
import { LOG_FORM_NAMES, LOG_FORMS } from '../../support/logForms';

const events = fc
  .array(record, { minLength: 2, maxLength: 4 })
  .map((all): readonly JsonObject[] => all.map((event, index) => ({ ...event, eventID: `id-${index}` })));
const log = fc.tuple(events, fc.constantFrom(...LOG_FORM_NAMES)).map(([all, form]) => LOG_FORMS[form].write(all));
const takes = ({ takes: can }: LayerWriter, text: string): boolean => can === undefined || can(text);

suite('a log under a layer', () => {
  for (const [name, writer] of Object.entries(LAYER_WRITERS)) {
    test(name, () => {
      fc.assert(
        fc.property(log, (text) => {
          if (!takes(writer, text)) return;
          const found = layersOf(writer.write(text));
          assert.deepEqual(
            { ids: found?.layers.map(({ id }) => id), inner: found?.inner },
            { ids: [writer.id], inner: text },
          );
        }),
        { seed: 20_260_518, numRuns: 25 },
      );
    });
  }

  test('has no layer when nothing lies over it', () => {
    fc.assert(
      fc.property(log, (text) => assert.equal(layersOf(text), undefined)),
      { seed: 20_260_518, numRuns: 100 },
    );
  });

  test('carries every place out and back', () => {
    const writers = fc.constantFrom(...Object.values(LAYER_WRITERS));
    fc.assert(
      fc.property(log, writers, fc.nat(), (text, writer, anywhere) => {
        if (!takes(writer, text)) return;
        const outer = writer.write(text);
        const { outward, inward } = offsetsThrough(layersOf(outer)?.layers ?? []);
        const at = anywhere % text.length;
        assert.equal(inward(outward(at)), at);
        if (/\w/.test(text.charAt(at)) && writer.id !== 'base64')
          assert.equal(outer.charAt(outward(at)), text.charAt(at));
      }),
      { seed: 20_260_518, numRuns: 300 },
    );
  });
});

/** What people do to what tools have printed. */
const PAIRS: readonly (readonly [inner: string, outer: string])[] = [
  ['cat -n', 'quoted mail'],
  ['grep -Hn', 'quoted mail'],
  ['fold -w 80', 'quoted mail'],
  ['fold -w 80', 'cat -n'],
  ['quoted-printable', 'quoted mail'],
  ['kubernetes', 'docker compose'],
  ['RFC 5424', 'grep -H'],
  ['code fence', 'quoted mail'],
  ['quoted mail', 'quoted-printable'],
  ['escaped', 'quoted mail'],
  ['escaped', 'RFC 3164'],
  ['jq -C', 'a page'],
  ['character references', 'a page'],
  ['encodeURIComponent', 'cat -n'],
  ['numbered references', 'jq -C'],
];

suite('a log under two layers', () => {
  for (const [inner, outer] of PAIRS) {
    test(`${inner}, then ${outer}`, () => {
      const [first, second] = [LAYER_WRITERS[inner], LAYER_WRITERS[outer]];
      assert.ok(first !== undefined && second !== undefined);
      fc.assert(
        fc.property(log, (text) => {
          if (!takes(first, text) || !takes(second, first.write(text))) return;
          assert.equal(layersOf(second.write(first.write(text)))?.inner, text);
        }),
        { seed: 20_260_518, numRuns: 15 },
      );
    });
  }
});
