import { suite, test } from 'node:test';
import { assertMended, type Mending } from '../../../support/mended';

const EXPECTED: readonly Mending[] = [
  {
    damaged: '{"a":"x" ⟦"b"⟧:1}',
    kind: 'missing-comma',
    means: { a: 'x', b: 1 },
    safe: true,
    detail: { before: '"b"' },
  },
  { damaged: '{"a":{} ⟦"b"⟧:1}', kind: 'missing-comma', means: { a: {}, b: 1 }, safe: true },
  { damaged: '{"a":1\r\n⟦"b"⟧:2}', kind: 'missing-comma', means: { a: 1, b: 2 }, safe: true },
  { damaged: '{"a":["x" ⟦"y"⟧]}', kind: 'missing-comma', means: { a: ['x', 'y'] }, safe: true },
  { damaged: '{"a":[{}⟦{⟧}]}', kind: 'missing-comma', means: { a: [{}, {}] }, safe: true },
  { damaged: '{"a":[1 ⟦2⟧]}', kind: 'missing-comma', means: { a: [1, 2] }, safe: true },
  { damaged: '{"a":[true ⟦false⟧]}', kind: 'missing-comma', means: { a: [true, false] }, safe: true },
  { damaged: '{"a":1⟦;⟧"b":2}', kind: 'wrong-separator', means: { a: 1, b: 2 }, safe: true },
  { damaged: '{"a":"x"⟦.⟧"b":2}', kind: 'wrong-separator', means: { a: 'x', b: 2 }, safe: true },
  { damaged: '{"a" ⟦"x"⟧}', kind: 'missing-colon', means: { a: 'x' }, safe: true, detail: { before: '"x"' } },
  { damaged: '{"a"⟦{⟧"b":1}}', kind: 'missing-colon', means: { a: { b: 1 } }, safe: true },
  { damaged: '{"a" ⟦true⟧}', kind: 'missing-colon', means: { a: true }, safe: true },
  { damaged: '{"a"⟦=⟧1}', kind: 'wrong-separator', means: { a: 1 }, safe: true },
  { damaged: '{"a" ⟦=>⟧ 1}', kind: 'wrong-separator', means: { a: 1 }, safe: true },
  { damaged: '{"a":1⟦,⟧}', kind: 'extra-comma', means: { a: 1 }, safe: true },
  { damaged: '{"a":[1⟦,⟧ ]}', kind: 'extra-comma', means: { a: [1] }, safe: true },
  { damaged: '{"a":1⟦,⟧\n}', kind: 'extra-comma', means: { a: 1 }, safe: true },
  { damaged: '{⟦,⟧"a":1}', kind: 'extra-comma', means: { a: 1 }, safe: true },
  { damaged: '{"a":1,⟦,⟧"b":2}', kind: 'extra-comma', means: { a: 1, b: 2 }, safe: true },
  { damaged: '{"a":⟦,⟧1}', kind: 'extra-comma', means: { a: 1 }, safe: true },
  { damaged: '{"a":⟦:⟧1}', kind: 'extra-colon', means: { a: 1 }, safe: true },
  { damaged: '{⟦"a"⟧:}', kind: 'missing-value', means: { a: null }, safe: false, detail: { key: '"a"' } },
  { damaged: '{⟦"a"⟧:,"b":1}', kind: 'missing-value', means: { a: null, b: 1 }, safe: false },
  { damaged: '{⟦"a"⟧:"b":1}', kind: 'missing-value', means: { a: null, b: 1 }, safe: false },
  { damaged: '{⟦:⟧1}', kind: 'missing-key', means: { '': 1 }, safe: false },
  { damaged: '{"a":1,⟦:⟧2}', kind: 'missing-key', means: { a: 1, '': 2 }, safe: false },
];

suite('commas and colons', () => {
  for (const mending of EXPECTED) test(mending.damaged, () => assertMended(mending));
});
