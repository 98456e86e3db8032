import { suite, test } from 'node:test';
import { assertMended, type Mending } from '../../../support/mended';

const EXPECTED: readonly Mending[] = [
  { damaged: '{⟦a⟧:"x",b_c:1}', kind: 'unquoted', means: { a: 'x', b_c: 1 }, safe: true },
  { damaged: '{"a":⟦CreateUser⟧,"b":1}', kind: 'unquoted', means: { a: 'CreateUser', b: 1 }, safe: false },
  {
    damaged: '{"a":⟦True⟧,"b":1}',
    kind: 'bad-literal',
    means: { a: true, b: 1 },
    safe: true,
    detail: { instead: 'true' },
  },
  { damaged: '{"a":⟦NULL⟧}', kind: 'bad-literal', means: { a: null }, safe: true },
  { damaged: '{"a":⟦undefined⟧}', kind: 'bad-literal', means: { a: null }, safe: false },
  { damaged: '{"a":⟦NaN⟧}', kind: 'bad-literal', means: { a: null }, safe: false },
  { damaged: '{"a":⟦tru⟧,"b":1}', kind: 'bad-literal', means: { a: true, b: 1 }, safe: false },
  { damaged: '{"a":⟦nulll⟧,"b":1}', kind: 'unquoted', means: { a: 'nulll', b: 1 }, safe: false },
  { damaged: '{"a":⟦fa:se⟧,"b":1}', kind: 'bad-literal', means: { a: false, b: 1 }, safe: false },
  { damaged: '{"a":⟦012345678901⟧,"b":1}', kind: 'bad-number', means: { a: '012345678901', b: 1 }, safe: false },
  { damaged: '{"a":⟦203.0.113.12⟧,"b":1}', kind: 'bad-number', means: { a: '203.0.113.12', b: 1 }, safe: false },
  {
    damaged: '{"a":⟦2026-03-01T07:00:00Z⟧,"b":1}',
    kind: 'bad-number',
    means: { a: '2026-03-01T07:00:00Z', b: 1 },
    safe: false,
  },
  { damaged: '{"a":1, ⟦// why\n⟧"b":2}'.replace('\n⟧', '⟧\n'), kind: 'comment', means: { a: 1, b: 2 }, safe: true },
  { damaged: '{"a":1, ⟦/* why */⟧ "b":2}', kind: 'comment', means: { a: 1, b: 2 }, safe: true },
  { damaged: '{"a":1 ⟦# why⟧\n}', kind: 'comment', means: { a: 1 }, safe: true },
  { damaged: '{"a":1, ⟦...⟧}', kind: 'ellipsis', means: { a: 1 }, safe: true },
  { damaged: '{"a":1, ⟦…⟧, "b":2}', kind: 'ellipsis', means: { a: 1, b: 2 }, safe: true },
  { damaged: '{"a":[⟦...⟧]}', kind: 'ellipsis', means: { a: [] }, safe: true },
  { damaged: '{"a":⟦...⟧,"b":1}', kind: 'ellipsis', means: { a: null, b: 1 }, safe: false },
  { damaged: '{"a":1⟦\u00a0⟧,"b":1}', kind: 'wrong-space', means: { a: 1, b: 1 }, safe: true },
  { damaged: '{"a":1,⟦\0\0\0⟧"b":1}', kind: 'wrong-space', means: { a: 1, b: 1 }, safe: true },
  { damaged: '{"a":1,⟦\ufeff⟧"b":1}', kind: 'wrong-space', means: { a: 1, b: 1 }, safe: true },
  { damaged: '{"a":"x"⟦@⟧,"b":1}', kind: 'unexpected-text', means: { a: 'x', b: 1 }, safe: false },
];

suite('words, numbers and what is no JSON at all', () => {
  for (const mending of EXPECTED) test(JSON.stringify(mending.damaged), () => assertMended(mending));
});
