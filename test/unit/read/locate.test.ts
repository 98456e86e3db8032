import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { locate, placeAt, spanOf, valueAt } from '../../../server/src/core/read/locate';
import { mend } from '../../../server/src/core/read/mend';
import type { EventRecord, JsonPath, JsonValue, Problem } from '../../../server/src/core/record';
import { cursor, marked, withMarks } from '../../support/cursor';
import { damaged, oneCharacterDamage } from '../../support/damage';
import { record, someEvents } from '../../support/generatedRecords';
import { readLog } from '../../support/readLog';

/** Stands before the record, so that relative and absolute offsets differ. */
const BEFORE = '{"Records":[ ';

/** A record that is the whole text behind BEFORE, mended where it is damaged. */
function recordIn(text: string): { log: string; record: EventRecord } {
  const { edits } = mend(text, { endsLog: true, isBare: true, ending: (at) => (at >= text.length ? 'sure' : 'no') });
  const start = BEFORE.length;
  const base = {
    index: 0,
    form: 'object',
    event: undefined,
    service: 'other',
    action: undefined,
    malformed: null,
    problems: [],
  } as const;
  return { log: BEFORE + text, record: { ...base, start, end: start + text.length, mends: edits } };
}

suite('placeAt finds the innermost key or value at an offset', () => {
  const places: readonly (readonly [withCursor: string, path: JsonPath, part: 'key' | 'value', shown: string])[] = [
    ['{"a":{"user│Name":"x"}}', ['a', 'userName'], 'key', '{"a":{⟦"userName"⟧:"x"}}'],
    ['{"a":{│"userName":"x"}}', ['a', 'userName'], 'key', '{"a":{⟦"userName"⟧:"x"}}'],
    ['{"a":{"userName"│:"x"}}', ['a', 'userName'], 'key', '{"a":{⟦"userName"⟧:"x"}}'],
    ['{"a":{"userName":│"x"}}', ['a', 'userName'], 'value', '{"a":{"userName":⟦"x"⟧}}'],
    ['{"a":{"userName":"x│"}}', ['a', 'userName'], 'value', '{"a":{"userName":⟦"x"⟧}}'],
    ['{"a":{"userName":"x"│}}', ['a'], 'value', '{"a":⟦{"userName":"x"}⟧}'],
    ['{"a":[1,{"b":│2}]}', ['a', 1, 'b'], 'value', '{"a":[1,{"b":⟦2⟧}]}'],
    ['{"a":[1│0, 2]}', ['a', 0], 'value', '{"a":[⟦10⟧, 2]}'],
    ['{"a":[10,│ 2]}', ['a'], 'value', '{"a":⟦[10, 2]⟧}'],
    ['│{"a":1}', [], 'value', '⟦{"a":1}⟧'],
    ['{"a":1,│ "b":2}', [], 'value', '⟦{"a":1, "b":2}⟧'],
    ['{"a" : │ 1}', ['a'], 'key', '{⟦"a"⟧ :  1}'],
    ['{"a\\"b":"│x"}', ['a"b'], 'value', '{"a\\"b":⟦"x"⟧}'],
    ['{"\\u0061b":│1}', ['ab'], 'value', '{"\\u0061b":⟦1⟧}'],
    ['{"__proto__":{"x":│1}}', ['__proto__', 'x'], 'value', '{"__proto__":{"x":⟦1⟧}}'],
    ['{"a":1,"a":│2}', ['a'], 'value', '{"a":1,"a":⟦2⟧}'],
    ['{"a":│1,"a":2}', ['a'], 'value', '{"a":⟦1⟧,"a":2}'],
    ['{"":│{}}', [''], 'value', '{"":⟦{}⟧}'],
    ['{"a":"😀│","b":1}', ['a'], 'value', '{"a":⟦"😀"⟧,"b":1}'],
    // Damaged records: one comma, colon, quote or brace is not there, or is too many.
    ['{"a":"x" "user│Name":"y"}', ['userName'], 'key', '{"a":"x" ⟦"userName"⟧:"y"}'],
    ['{"a":"x" "userName":"│y"}', ['userName'], 'value', '{"a":"x" "userName":⟦"y"⟧}'],
    ['{"a" "│x","b":1}', ['a'], 'value', '{"a" ⟦"x"⟧,"b":1}'],
    ['{"a":"│x,"b":1}', ['a'], 'value', '{"a":⟦"x⟧,"b":1}'],
    ['{"a":"x,"b":│1}', ['b'], 'value', '{"a":"x,"b":⟦1⟧}'],
    ['{"a│:1,"b":2}', ['a'], 'key', '{⟦"a⟧:1,"b":2}'],
    ['{a:│1,b:2}', ['a'], 'value', '{a:⟦1⟧,b:2}'],
    ['{“a”:“│x”}', ['a'], 'value', '{“a”:⟦“x”⟧}'],
    ['{"a":1,,"b":│2}', ['b'], 'value', '{"a":1,,"b":⟦2⟧}'],
    ['{"a":{"b":"│x"', ['a', 'b'], 'value', '{"a":{"b":⟦"x"⟧'],
    ['{"a":1,\0\0"b":│2}', ['b'], 'value', '{"a":1,\0\0"b":⟦2⟧}'],
    ['{"userIdentity":{"a":1,"event│Time":"x"}', ['eventTime'], 'key', '{"userIdentity":{"a":1,⟦"eventTime"⟧:"x"}'],
  ];
  for (const [given, path, part, shown] of places) {
    test(JSON.stringify(given), () => {
      const { text, offset } = cursor(given);
      const { log, record: one } = recordIn(text);
      const place = placeAt(log, one, BEFORE.length + offset);
      assert.deepEqual([place?.path, place?.part], [path, part]);
      const span = part === 'key' ? place?.key : place?.value;
      assert.ok(span !== undefined);
      assert.equal(withMarks(log, span), BEFORE + shown);
    });
  }

  test('outside the record there is nothing', () => {
    const { log, record: one } = recordIn('{"a":1}');
    assert.equal(placeAt(log, one, BEFORE.length - 1), undefined);
    assert.equal(placeAt(log, one, log.length), undefined);
  });
});

suite('spanOf finds the key or value at a path', () => {
  const spans: readonly (readonly [marks: string, path: JsonPath, target: 'key' | 'value'])[] = [
    ['⟦{"a":1}⟧', [], 'value'],
    ['{⟦"a"⟧:{"b":1}}', ['a'], 'key'],
    ['{"a":{"b": ⟦[1, 2]⟧ }}', ['a', 'b'], 'value'],
    ['{"a":[0,⟦{"c":1}⟧]}', ['a', 1], 'key'],
    ['{"a":1,⟦"a"⟧:2}', ['a'], 'key'],
    ['{"a":1 ⟦"b"⟧:2}', ['b'], 'key'],
    ['{"a":⟦"x⟧,"b":2}', ['a'], 'value'],
    ['{"toString":⟦1⟧}', ['toString'], 'value'],
  ];
  for (const [marks, path, target] of spans) {
    test(`${marks} by ${path.join('.')}`, () => {
      const { text, span } = marked(marks);
      const { log, record: one } = recordIn(text);
      const found = spanOf(log, one, path, target);
      assert.deepEqual(found, { start: span.start + BEFORE.length, end: span.end + BEFORE.length });
    });
  }

  test('a path that is not there has no span', () => {
    const { log, record: one } = recordIn('{"a":{"b":[1]}}');
    for (const path of [['c'], ['a', 'c'], ['a', 'b', 1], ['a', 0], ['toString'], ['__proto__'], ['a', 'b', 0, 'x']]) {
      assert.equal(spanOf(log, one, path, 'value'), undefined, path.join('.'));
    }
  });
});

test('valueAt reads own members only', () => {
  const one: EventRecord = { ...recordIn('{}').record, event: { a: [{ b: null }], z: 1 } };
  assert.deepEqual(valueAt(one, ['a', 0]), { b: null });
  assert.equal(valueAt(one, ['a', 0, 'b']), null);
  for (const path of [['toString'], ['__proto__'], ['a', 'length'], ['a', 1], ['a', 0, 'b', 'c']]) {
    assert.equal(valueAt(one, path), undefined, path.join('.'));
  }
});

suite('locate says where a problem is shown', () => {
  const problem: Problem = { code: 'WT201', path: [], target: 'record', detail: {} };
  const { log, record: one } = recordIn('{"a":{"b":1}}');
  const shown = (given: Partial<Problem>): string => {
    const { start, end } = locate(log, one, { ...problem, ...given });
    return log.slice(start, end);
  };

  test('one of the record as a whole at its brace', () => assert.equal(shown({}), '{'));
  test('one of a key at the key', () => assert.equal(shown({ path: ['a', 'b'], target: 'key' }), '"b"'));
  test('one of a value at the value', () => assert.equal(shown({ path: ['a', 'b'], target: 'value' }), '1'));
  test('one of a key that is missing at what lacks it', () => {
    assert.equal(shown({ path: ['a'], target: 'key' }), '"a"');
  });
  test('one whose path is not there at the brace', () => assert.equal(shown({ path: ['x'], target: 'value' }), '{'));
  test('one with a span relative to its record', () => assert.equal(shown({ span: { start: 1, end: 4 } }), '"a"'));
  test('one between records where it says', () => {
    assert.deepEqual(locate(log, undefined, { ...problem, span: { start: 1, end: 4 } }), { start: 1, end: 4 });
  });
});

/** Every path of a value, the value's own included. */
function* paths(value: JsonValue, path: JsonPath = []): Generator<readonly [JsonPath, JsonValue]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  const members: [string | number, JsonValue][] = Array.isArray(value)
    ? value.map((element: JsonValue, index) => [index, element])
    : Object.entries(value);
  for (const [step, member] of members) yield* paths(member, [...path, step]);
}

suite('for any record', () => {
  test('the span of every path parses to the value at that path, and leads back to it', () => {
    fc.assert(
      fc.property(record, fc.constantFrom(undefined, 2), (event, space) => {
        const log = readLog(`\n${JSON.stringify(event, null, space)}`);
        const [one] = log.records;
        assert.ok(one !== undefined);
        for (const [path, value] of paths(event)) {
          const span = spanOf(log.text, one, path, 'value');
          assert.ok(span !== undefined, path.join('.'));
          assert.deepEqual(JSON.parse(log.text.slice(span.start, span.end)), value);
          assert.deepEqual(valueAt(one, path), value);
          const place = placeAt(log.text, one, span.start);
          assert.deepEqual([place?.path, place?.value], [path, span]);
        }
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test('with any damage, every place lies inside the record', () => {
    const text = JSON.stringify(someEvents(21, 1)[0], null, 1);
    fc.assert(
      fc.property(oneCharacterDamage(text.length), fc.nat({ max: text.length }), (damage, offset) => {
        const log = readLog(damaged(text, damage));
        for (const one of log.records) {
          const place = placeAt(log.text, one, offset);
          if (offset < one.start || offset >= one.end) assert.equal(place, undefined);
          for (const span of [place?.key, place?.value]) {
            if (span === undefined) continue;
            assert.ok(span.start >= one.start && span.start <= span.end && span.end <= one.end);
          }
        }
      }),
      { seed: 2, numRuns: 1000 },
    );
  });
});
