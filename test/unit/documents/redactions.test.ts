import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { JsonObject } from '../../../server/src/core/record';
import { allFixes } from '../../../server/src/documents/fixes';
import { redactionsAt } from '../../../server/src/documents/redactions';
import { openedLog } from '../../support/followedLog';
import { changed } from '../check/events';

const MARK = 'HIDDEN_DUE_TO_SECURITY_REASONS';

const reset = (password: string | number): JsonObject =>
  changed({
    eventName: 'ResetPassword',
    requestParameters: { organizationId: 'm-d281d0a2fd824be5b6cd3d3ce909fd27', userId: 'S-1-1-12-3', password },
    responseElements: null,
  });

/** The log after all that is offered in it; that no repair is made of it is checked on the way. */
function redacted(text: string): string {
  const { analysis } = openedLog(text);
  const found = redactionsAt(analysis, { start: 0, end: text.length });
  assert.deepEqual(new Set(found.map(({ title }) => title)), new Set(found.length > 0 ? ['Redact this value'] : []));
  assert.deepEqual(Array.from(allFixes(analysis)), []);
  let result = text;
  for (const { edits } of [...found].reverse())
    for (const { start, end, text: put } of edits) result = result.slice(0, start) + put + result.slice(end);
  return result;
}

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

suite('a secret in clear gives way to the mark of CloudTrail, in events', () => {
  const forms: readonly (readonly [what: string, written: (event: JsonObject) => string])[] = [
    ['as CloudTrail writes them', (event) => JSON.stringify({ Records: [event] })],
    ['on many lines', (event) => JSON.stringify({ Records: [event] }, undefined, 2)],
    ['in strings', (event) => JSON.stringify({ Events: [{ EventId: 'x', CloudTrailEvent: JSON.stringify(event) }] })],
    [
      'in strings in strings',
      (event) => JSON.stringify({ Records: [{ body: JSON.stringify({ detail: JSON.stringify(event) }) }] }),
    ],
    ['in cells', (event) => `time,event\n1,${cell(JSON.stringify(event))}\n`],
  ];
  for (const [what, written] of forms) {
    for (const password of ['Sommer-2026!', 'with "quotes" \\ and\nlines"', '"', '\\']) {
      test(`${what}: ${JSON.stringify(password)}`, () =>
        assert.equal(redacted(written(reset(password))), written(reset(MARK))));
    }
  }
});

suite('nothing is redacted', () => {
  test('that is masked', () => {
    const text = JSON.stringify({ Records: [reset(MARK)] });
    assert.equal(redacted(text), text);
  });

  test('that is a number and has no quotes', () => {
    const text = JSON.stringify({ Records: [reset(20_260_301)] });
    assert.equal(redacted(text), text);
  });

  test('beside the place that is asked about', () => {
    const { analysis } = openedLog(JSON.stringify({ Records: [reset('Sommer-2026!')] }));
    assert.deepEqual(redactionsAt(analysis, { start: 0, end: 30 }), []);
  });
});
