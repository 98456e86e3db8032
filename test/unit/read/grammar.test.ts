import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { escapeLength, MAX_DEPTH, run, START, type Stop, stringEnd } from '../../../server/src/core/read/grammar';
import { cursor } from '../../support/cursor';
import { damaged, oneCharacterDamage } from '../../support/damage';
import { TRICKY_JSON } from '../../support/trickyJson';

const stopOf = (text: string): Stop => run(text, 0, text.length, START);

/** Whether the machine takes a text as JSON.parse does: one value, white space around it, nothing else. */
function accepts(text: string): boolean {
  const stop = stopOf(text);
  return stop.kind === 'closed' && /^[ \t\r\n]*$/.test(text.slice(stop.at));
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

suite('the grammar machine accepts exactly what JSON.parse accepts', () => {
  test('texts made to be difficult', () => {
    for (const { name, text, isDeep } of TRICKY_JSON) {
      if (isDeep !== true) assert.equal(accepts(text), parses(text), name);
    }
  });

  test('any JSON text, with any space between tokens', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t', ' \r\n'), (json, space) => {
        const text = JSON.stringify(JSON.parse(json), null, space);
        assert.equal(accepts(text), true);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  test('any JSON text with one character damaged', () => {
    const pair = fc
      .tuple(fc.json({ maxDepth: 3, stringUnit: 'binary' }), fc.nat())
      .chain(([json]) => fc.tuple(fc.constant(json), oneCharacterDamage(json.length)));
    fc.assert(
      fc.property(pair, ([json, damage]) => {
        const text = damaged(json, damage);
        assert.equal(accepts(text), parses(text));
      }),
      { seed: 2, numRuns: 5000 },
    );
  });

  test('any string of the characters that JSON is made of', () => {
    const text = fc.string({ unit: fc.constantFrom(...'{}[],:"\\ 0123eE+-.truefalsn\n'), maxLength: 12 });
    fc.assert(
      fc.property(text, (given) => {
        assert.equal(accepts(given), parses(given));
      }),
      { seed: 3, numRuns: 20_000 },
    );
  });
});

suite('the grammar machine says where and why it stops', () => {
  const stops: readonly (readonly [withCursor: string, kind: Stop['kind'], expect: Stop['state']['expect']])[] = [
    ['{"a":1}│', 'closed', 'end'],
    ['{"a":1}│ x', 'closed', 'end'],
    ['{"a":1│', 'limit', 'separator'],
    ['{"a":1 │"b":2}', 'unexpected', 'separator'],
    ['{"a" │1}', 'word', 'colon'],
    ['{"a":│}', 'unexpected', 'value'],
    ['{"a":1,│}', 'unexpected', 'key'],
    ['{│a:1}', 'word', 'first-key'],
    ['[1,│]', 'unexpected', 'element'],
    ['[│,1]', 'unexpected', 'first-element'],
    ['{"a":│True}', 'word', 'value'],
    ['{"a":│01}', 'word', 'value'],
    ['{"a":"b│\nc"}', 'control', 'value'],
    ['{"a":"b│\\x"}', 'escape', 'value'],
    ['{"a":"b│', 'open-string', 'value'],
    ['{"a":"b│\\u00', 'open-string', 'value'],
    ['[1│}', 'unexpected', 'separator'],
    ['│', 'limit', 'value'],
  ];
  for (const [given, kind, expect] of stops) {
    test(JSON.stringify(given), () => {
      const { text, offset } = cursor(given);
      const stop = stopOf(text);
      assert.deepEqual([stop.kind, stop.at, stop.state.expect], [kind, offset, expect]);
    });
  }

  test('a machine set going again from any token goes on as before', () => {
    const text = '{"a":[1,{"b":"c"},null],"d":{"e":-1.5e3}}';
    const { tokens } = run(text, 0, text.length, START, [], Number.MAX_SAFE_INTEGER);
    for (const token of tokens) {
      const stop = run(text, token.start, text.length, token.before);
      assert.deepEqual([stop.kind, stop.at], ['closed', text.length]);
    }
  });

  test('it keeps the latest tokens and no more', () => {
    const { tokens } = stopOf(`[${'1,'.repeat(5000)}`);
    assert.equal(tokens.length, 32);
    assert.equal(tokens.at(-1)?.end, 10_001);
  });

  test('nesting beyond the limit stops it, and does not break it', () => {
    const stop = stopOf('['.repeat(100_000));
    assert.deepEqual([stop.kind, stop.at], ['deep', MAX_DEPTH]);
  });
});

test('stringEnd gives the place behind a string, or of the first character that is wrong', () => {
  assert.equal(stringEnd('"a\\"b" c', 0, 8), 6);
  assert.equal(stringEnd('"a\tb"', 0, 5), -2 - 1);
  assert.equal(stringEnd('"abc', 0, 4), -4 - 1);
  assert.equal(stringEnd('"abc"', 0, 3), -3 - 1);
});

test('escapeLength knows the nine escapes of JSON', () => {
  for (const letter of '"\\/bfnrt') assert.equal(escapeLength(`\\${letter}`, 0, 2), 2, letter);
  assert.equal(escapeLength('\\u00aF', 0, 6), 6);
  for (const bad of ['\\u00g0', '\\u00', '\\x41', "\\'", '\\', '\\0', '\\U0041']) {
    assert.equal(escapeLength(bad, 0, bad.length), 0, bad);
  }
});
