import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { hover } from '../../../server/src/core';
import { placeAt, spanOf } from '../../../server/src/core/read/locate';
import type { EventRecord, JsonPath } from '../../../server/src/core/record';
import { awsExamples } from '../../support/awsExamples';
import { CARRIED_FORMS } from '../../support/carriedForms';
import { cursor, withMarks } from '../../support/cursor';
import { readLog } from '../../support/readLog';
import { TABLE_FORMS } from '../../support/tableForms';

const SHARED = { index: 0, event: undefined, service: 'other', action: undefined, malformed: null } as const;

/** A record that is a stretch of a text, in a form. */
function recordIn(form: EventRecord['form'], start: number, end: number): EventRecord {
  return { ...SHARED, form, start, end, problems: [], mends: [] };
}

suite('places are counted through the escapes of a string', () => {
  const places: readonly (readonly [content: string, path: JsonPath, part: 'key' | 'value', shown: string])[] = [
    ['{\\"user│Name\\":\\"x\\"}', ['userName'], 'key', '{⟦\\"userName\\"⟧:\\"x\\"}'],
    ['{\\"userName\\":\\"│x\\"}', ['userName'], 'value', '{\\"userName\\":⟦\\"x\\"⟧}'],
    ['{\\"userName\\":\\│"x\\"}', ['userName'], 'value', '{\\"userName\\":⟦\\"x\\"⟧}'],
    ['{\\u0022a\\u0022:\\u00│22x\\u0022,\\"b\\":1}', ['a'], 'value', '{\\u0022a\\u0022:⟦\\u0022x\\u0022⟧,\\"b\\":1}'],
    ['{\\"a\\":\\"x\\/│y\\",\\"b\\":1}', ['a'], 'value', '{\\"a\\":⟦\\"x\\/y\\"⟧,\\"b\\":1}'],
    ['{\\"a\\":\\"\\ud83d│\\ude00\\",\\"b\\":1}', ['a'], 'value', '{\\"a\\":⟦\\"\\ud83d\\ude00\\"⟧,\\"b\\":1}'],
    ['{\\"a\\":\\"x\\\\n│y\\",\\"b\\":1}', ['a'], 'value', '{\\"a\\":⟦\\"x\\\\ny\\"⟧,\\"b\\":1}'],
    ['{\\n  \\"a\\": \\"x\\",\\n  \\"b\\": │1\\n}', ['b'], 'value', '{\\n  \\"a\\": \\"x\\",\\n  \\"b\\": ⟦1⟧\\n}'],
    ['{\\"a\\":\\"\\\\\\"│q\\\\\\"\\",\\"b\\":1}', ['a'], 'value', '{\\"a\\":⟦\\"\\\\\\"q\\\\\\"\\"⟧,\\"b\\":1}'],
  ];
  for (const [withCursor, path, part, shown] of places) {
    test(withCursor, () => {
      const { text: content, offset } = cursor(withCursor);
      const before = '{"Events":[{"CloudTrailEvent":"';
      const log = `${before}${content}"}]}`;
      const record = recordIn('text', before.length, before.length + content.length);
      const place = placeAt(log, record, before.length + offset);
      assert.ok(place !== undefined);
      const span = place.part === 'key' ? place.key : place.value;
      assert.deepEqual([place.path, place.part, span && withMarks(log, span)], [path, part, `${before}${shown}"}]}`]);
      assert.deepEqual(spanOf(log, record, path, part), span);
    });
  }

  test('and through those of a string in a string', () => {
    const log = '{"body":"{\\"Message\\":\\"{\\\\\\"a\\\\\\":\\\\\\"x\\\\\\"}\\"}"}';
    const start = log.indexOf('{\\\\\\"a');
    const record = recordIn('text-in-text', start, log.indexOf('}') + 1);
    const span = spanOf(log, record, ['a'], 'value');
    assert.equal(span && log.slice(span.start, span.end), '\\\\\\"x\\\\\\"');
  });
});

suite('an event is explained where it stands', () => {
  const texts = {
    'lookup-events': CARRIED_FORMS['lookup-events'].write(awsExamples()),
    'EventBridge in SNS in SQS': CARRIED_FORMS['EventBridge in SNS in SQS'].write(awsExamples()),
    'Lake results': TABLE_FORMS['Lake results'].write(awsExamples()),
    'console CSV': TABLE_FORMS['console CSV'].write(awsExamples()),
  };
  for (const [name, text] of Object.entries(texts)) {
    test(name, () => {
      const { records } = readLog(text);
      const record = records[1];
      assert.ok(record !== undefined);
      const span = spanOf(text, record, ['eventName'], 'value');
      assert.ok(span !== undefined);
      assert.match(text.slice(span.start, span.end), /^\\*"?CreateAlias\\*"?$/);
      const found = hover(text, record, span.start + 1);
      assert.deepEqual(found?.span, span);
      assert.match(found?.markdown ?? '', /alias/i);
    });
  }

  test('a cell of a CSV file is the place of all that was read in it', () => {
    const text = TABLE_FORMS['Lake CSV'].write(awsExamples());
    const record = readLog(text).records[0];
    assert.ok(record !== undefined);
    const span = spanOf(text, record, ['userIdentity', 'accessKeyId'], 'value');
    assert.match(span === undefined ? '' : text.slice(span.start, span.end), /^"\{type=IAMUser, .*\}"$/);
  });
});
