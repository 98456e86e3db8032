import { suite, test } from 'node:test';
import { assertMended, type Mending } from '../../../support/mended';

const EXPECTED: readonly Mending[] = [
  { damaged: '{"a":{"b":"x"⟦]⟧,"c":1}', kind: 'wrong-bracket', means: { a: { b: 'x' }, c: 1 }, safe: true },
  { damaged: '{"a":["x"⟦}⟧,"c":1}', kind: 'wrong-bracket', means: { a: ['x'], c: 1 }, safe: true },
  { damaged: '{"a":["x","y"⟦}⟧', kind: 'missing-bracket', means: { a: ['x', 'y'] }, safe: true },
  { damaged: '{"a":[{"b":1⟦]⟧,"c":2}', kind: 'missing-bracket', means: { a: [{ b: 1 }], c: 2 }, safe: true },
  { damaged: '{"a":[1,⟦{⟧2],"c":2}', kind: 'extra-bracket', means: { a: [1, 2], c: 2 }, safe: true },
  { damaged: '{"a":{"b":1}⟦}⟧,"c":2}', kind: 'extra-bracket', means: { a: { b: 1 }, c: 2 }, safe: true },
  { damaged: '{"a":[1]⟦]⟧,"c":2}', kind: 'extra-bracket', means: { a: [1], c: 2 }, safe: true },
  { damaged: '{"a":⟦"b"⟧:1},"c":2}', kind: 'missing-bracket', means: { a: { b: 1 }, c: 2 }, safe: true },
  { damaged: '{"a":⟦"x"⟧,"y"],"c":2}', kind: 'missing-bracket', means: { a: ['x', 'y'], c: 2 }, safe: true },
  {
    damaged: '{"a":⟦{⟧"b":1},{"b":2}],"c":2}',
    kind: 'missing-bracket',
    means: { a: [{ b: 1 }, { b: 2 }], c: 2 },
    safe: true,
  },
  { damaged: '{"a":⟦]⟧,"c":2}', kind: 'missing-bracket', means: { a: [], c: 2 }, safe: true },
  { damaged: '⟦"a"⟧:1,"b":{}}', kind: 'missing-bracket', means: { a: 1, b: {} }, safe: true },
  { damaged: '⟦[⟧"a":1,"b":{}}', kind: 'wrong-bracket', means: { a: 1, b: {} }, safe: true },
];

suite('braces and brackets', () => {
  for (const mending of EXPECTED) test(mending.damaged, () => assertMended(mending));
});
