import { suite, test } from 'node:test';
import { assertMended, type Mending } from '../../../support/mended';

const EXPECTED: readonly Mending[] = [
  { damaged: '{⟦"a⟧:"x"}', kind: 'missing-quote', means: { a: 'x' }, safe: true, detail: { where: 'end', text: 'a' } },
  { damaged: '{⟦"a⟧:1,"b":2}', kind: 'missing-quote', means: { a: 1, b: 2 }, safe: true },
  { damaged: '{⟦"a⟧: true,\n"b":2}', kind: 'missing-quote', means: { a: true, b: 2 }, safe: true },
  { damaged: '{⟦"a⟧: {\n"b":2}}', kind: 'missing-quote', means: { a: { b: 2 } }, safe: true },
  { damaged: '{⟦a"⟧:"x"}', kind: 'missing-quote', means: { a: 'x' }, safe: true, detail: { where: 'start' } },
  { damaged: '{"a":⟦"x⟧,"b":1}', kind: 'missing-quote', means: { a: 'x', b: 1 }, safe: true },
  { damaged: '{"a":⟦"x⟧\n,"b":1}', kind: 'missing-quote', means: { a: 'x', b: 1 }, safe: true },
  { damaged: '{"a":⟦"x⟧,\r\n"b":1}', kind: 'missing-quote', means: { a: 'x', b: 1 }, safe: true },
  { damaged: '{"a":⟦"x⟧}', kind: 'missing-quote', means: { a: 'x' }, safe: true },
  { damaged: '{"a":{"b":⟦"x⟧},"c":"y"}', kind: 'missing-quote', means: { a: { b: 'x' }, c: 'y' }, safe: true },
  { damaged: '{"a":⟦x"⟧,"b":1}', kind: 'missing-quote', means: { a: 'x', b: 1 }, safe: true },
  { damaged: '{"a":⟦1.08"⟧,"b":1}', kind: 'missing-quote', means: { a: '1.08', b: 1 }, safe: true },
  { damaged: '{"a":⟦true"⟧,"b":1}', kind: 'missing-quote', means: { a: 'true', b: 1 }, safe: true },
  {
    damaged: '{"a":⟦https://example.com/x"⟧,"b":1}',
    kind: 'missing-quote',
    means: { a: 'https://example.com/x', b: 1 },
    safe: true,
  },
  { damaged: '{"a":[⟦"x⟧,"y"]}', kind: 'missing-quote', means: { a: ['x', 'y'] }, safe: true },
  { damaged: '{"a":"say ⟦"⟧hi" now","b":1}', kind: 'stray-quote', means: { a: 'say "hi" now', b: 1 }, safe: true },
  { damaged: '{"a":"x⟦"⟧y","b":1}', kind: 'stray-quote', means: { a: 'x"y', b: 1 }, safe: true },
  { damaged: '{"a⟦"⟧b":1}', kind: 'stray-quote', means: { ab: 1 }, safe: true },
  {
    damaged: '{"a":"x⟦\n⟧y","b":1}',
    kind: 'control-character',
    means: { a: 'x\ny', b: 1 },
    safe: true,
    detail: { name: 'line break' },
  },
  { damaged: '{"a":"x⟦\r\n⟧y","b":1}', kind: 'control-character', means: { a: 'x\r\ny', b: 1 }, safe: true },
  {
    damaged: '{"a":"x⟦\t⟧y\tz","b":1}',
    kind: 'control-character',
    means: { a: 'x\ty\tz', b: 1 },
    safe: true,
    detail: { name: 'tab' },
  },
  {
    damaged: '{"a":"x⟦\0\0⟧y"}',
    kind: 'control-character',
    means: { a: 'x\0\0y' },
    safe: true,
    detail: { name: 'NUL character' },
  },
  { damaged: '{"a":"C:⟦\\m⟧ail\\x","b":1}', kind: 'bad-escape', means: { a: 'C:\\mail\\x', b: 1 }, safe: true },
  { damaged: '{"a":"x⟦\\u00⟧zz","b":1}', kind: 'bad-escape', means: { a: 'x\\u00zz', b: 1 }, safe: true },
  { damaged: '{"a":⟦"x\\"⟧,"b":1}', kind: 'bad-escape', means: { a: 'x', b: 1 }, safe: true },
  { damaged: '{⟦"a\\"⟧:1,"b":1}', kind: 'bad-escape', means: { a: 1, b: 1 }, safe: true },
];

suite('strings', () => {
  for (const mending of EXPECTED) test(JSON.stringify(mending.damaged), () => assertMended(mending));
});
