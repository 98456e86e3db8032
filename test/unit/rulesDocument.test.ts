import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { rules } from '../../server/src/core/check/rules';
import { rulesDocument } from '../../server/src/core/check/rulesDocument';
import { ruleWords } from '../../server/src/core/check/ruleWords';
import { projectRoot } from '../support/projectRoot';

const file = path.join(projectRoot(), 'docs', 'rules.md');

test('docs/rules.md is made from the table of rules', () => {
  if (process.env.WRITE_RULES !== undefined) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, rulesDocument());
  }
  const advice = 'docs/rules.md is out of date. Make it again: WRITE_RULES=1 npm test -- unit';
  assert.equal(readFileSync(file, 'utf8'), rulesDocument(), advice);
});

test('every rule has words, and there are no words without a rule', () => {
  assert.deepEqual(
    [...ruleWords.keys()],
    rules().map(({ code }) => code),
  );
});

test('every problem links to the heading of its rule', () => {
  // As GitHub makes anchors: small letters, a dash for a blank.
  const anchors = [...rulesDocument().matchAll(/^### (.+)$/gm)].map(([, title = '']) =>
    title.toLowerCase().replaceAll(' ', '-'),
  );
  assert.deepEqual(
    anchors,
    rules().map(({ anchor }) => anchor),
  );
});

test('the example of every message has all the words it needs', () => {
  for (const rule of rules()) {
    const { example = {} } = ruleWords.get(rule.code) ?? {};
    const asked = new Set<string>();
    const watched = new Proxy(example, {
      getOwnPropertyDescriptor: (target, name) => {
        asked.add(String(name));
        return Reflect.getOwnPropertyDescriptor(target, name);
      },
    });
    rule.message(watched);
    rule.fix(watched);
    assert.deepEqual([...asked].sort(), Object.keys(example).sort(), rule.code);
  }
});
