import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { codeOf, fixTitle, messageOf, ruleOf, rules } from '../../../server/src/core/check/rules';
import { ruleWords } from '../../../server/src/core/check/ruleWords';
import type { Problem } from '../../../server/src/core/record';

/** The kinds of damage that a repair may name; each must have its rule. */
const DAMAGES = [
  'missing-comma',
  'extra-comma',
  'missing-colon',
  'extra-colon',
  'missing-quote',
  'stray-quote',
  'wrong-quote',
  'unquoted',
  'missing-bracket',
  'extra-bracket',
  'wrong-bracket',
  'wrong-separator',
  'control-character',
  'bad-escape',
  'bad-literal',
  'bad-number',
  'comment',
  'ellipsis',
  'missing-key',
  'missing-value',
  'unexpected-text',
  'cut-off',
  'not-an-object',
  'records-not-a-list',
  'duplicate-records',
  'records-key',
];

suite('the table of rules', () => {
  test('codes, names and anchors are each used once', () => {
    for (const field of ['code', 'name', 'anchor'] as const) {
      const all = rules().map((rule) => rule[field]);
      assert.equal(new Set(all).size, all.length, field);
    }
  });

  test('codes have their form and stand in order', () => {
    const codes = rules().map(({ code }) => code);
    for (const code of codes) assert.match(code, /^WT[1-4]\d\d$/);
    assert.deepEqual(codes, [...codes].sort());
  });

  test('a rule is found by its code and by its name', () => {
    for (const rule of rules()) {
      assert.equal(ruleOf(rule.code), rule);
      assert.equal(codeOf(rule.name), rule.code);
    }
    assert.throws(() => ruleOf('WT999'));
    assert.throws(() => codeOf('no such rule'));
  });

  test('every kind of damage has an error', () => {
    for (const name of DAMAGES) {
      const { severity } = ruleOf(codeOf(name));
      const wanted = name === 'duplicate-records' || name === 'records-key' ? 'warning' : 'error';
      assert.equal(severity, wanted, name);
    }
  });

  test('contradictions warn, they are never errors', () => {
    for (const { code, severity } of rules()) if (code.startsWith('WT4')) assert.ok(severity !== 'error', code);
  });
});

suite('messages', () => {
  const problem = (code: string, detail: Problem['detail']): Problem => ({ code, path: [], target: 'gap', detail });

  test('have no gaps left, and end with a full stop', () => {
    for (const { code } of rules()) {
      const message = messageOf(problem(code, ruleWords.get(code)?.example ?? {}));
      assert.match(message, /^[\w"].*[.?]$/s, code);
      for (const each of [message, messageOf(problem(code, {}))]) assert.doesNotMatch(each, /\{\w+\}|undefined/, code);
    }
  });

  test('show marks of JSON in quotes, once', () => {
    assert.equal(
      messageOf(problem('WT109', { bracket: '}', before: '"eventTime"' })),
      'Missing "}" before "eventTime".',
    );
    assert.equal(messageOf(problem('WT101', { before: '{' })), 'Missing comma before "{".');
    assert.equal(messageOf(problem('WT101', { before: '' })), 'Missing comma before the end.');
  });

  test('take words of the log as they are, whatever their names', () => {
    assert.equal(
      messageOf(problem('WT101', { before: '{where} $& __proto__' })),
      'Missing comma before "{where} $& __proto__".',
    );
    assert.doesNotThrow(() => messageOf(problem('WT212', JSON.parse('{"__proto__":"x"}'))));
  });

  test('a repair has a title only where there are edits', () => {
    const edits = [{ start: 0, end: 0, text: ',' }];
    assert.equal(fixTitle({ ...problem('WT101', {}), edits }), 'Insert the missing comma');
    assert.equal(fixTitle(problem('WT101', {})), undefined);
    assert.equal(fixTitle({ ...problem('WT109', { bracket: ']' }), edits }), 'Insert the missing "]"');
  });
});
