import { suite, test } from 'node:test';
import { assertMended, type Mending } from '../../../support/mended';

const EXPECTED: readonly Mending[] = [
  { damaged: '{⟦“a”⟧:“x”,“b”:[“y”]}', kind: 'wrong-quote', means: { a: 'x', b: ['y'] }, safe: true },
  { damaged: "{⟦'a'⟧:'x','b':{'c':1}}", kind: 'wrong-quote', means: { a: 'x', b: { c: 1 } }, safe: true },
  {
    damaged: "{⟦'a'⟧: True, 'b': None, 'c': False}",
    kind: 'wrong-quote',
    means: { a: true, b: null, c: false },
    safe: true,
  },
  { damaged: '{"a":⟦‘x’⟧,"b":1}', kind: 'wrong-quote', means: { a: 'x', b: 1 }, safe: true },
  { damaged: '{"a":⟦„x“⟧,"b":1}', kind: 'wrong-quote', means: { a: 'x', b: 1 }, safe: true },
  { damaged: '{"a":⟦«x»⟧,"b":1}', kind: 'wrong-quote', means: { a: 'x', b: 1 }, safe: true },
  { damaged: '{"a":⟦`x`⟧,"b":1}', kind: 'wrong-quote', means: { a: 'x', b: 1 }, safe: true },
  { damaged: '{"a":⟦“x"⟧,"b":1}', kind: 'wrong-quote', means: { a: 'x', b: 1 }, safe: true },
  { damaged: '{"a":⟦"x”⟧,"b":1}', kind: 'wrong-quote', means: { a: 'x', b: 1 }, safe: true },
  { damaged: '{"a":⟦"x\'⟧,"b":1}', kind: 'wrong-quote', means: { a: 'x', b: 1 }, safe: true },
  { damaged: "{⟦'a'⟧:'it\\'s'}", kind: 'wrong-quote', means: { a: "it's" }, safe: true },
  { damaged: "{⟦'a'⟧:'say \"hi\"'}", kind: 'wrong-quote', means: { a: 'say "hi"' }, safe: true },
  { damaged: "{⟦'a'⟧:'\\x41'}", kind: 'wrong-quote', means: { a: 'A' }, safe: true },
];

suite('quotes of another kind', () => {
  for (const mending of EXPECTED) test(mending.damaged, () => assertMended(mending));
});
