import { suite, test } from 'node:test';
import { assertMended, type Mending } from '../../../support/mended';

const EXPECTED: readonly Mending[] = [
  { damaged: '{"a":⟦1⟧', kind: 'missing-bracket', means: { a: 1 }, safe: true },
  { damaged: '{"a":{"b":⟦1⟧', kind: 'cut-off', means: { a: { b: 1 } }, safe: true },
  { damaged: '{"a":{"b":1⟦}⟧', kind: 'missing-bracket', means: { a: { b: 1 } }, safe: true },
  { damaged: '{"a":1⟦,⟧', kind: 'cut-off', means: { a: 1 }, safe: false },
  { damaged: '{"a":1,⟦"b"⟧', kind: 'cut-off', means: { a: 1 }, safe: false },
  { damaged: '{"a":1,"b"⟦:⟧', kind: 'cut-off', means: { a: 1 }, safe: false },
  { damaged: '{"a":1,"b":⟦"ha⟧', kind: 'cut-off', means: { a: 1 }, safe: false, detail: { inside: 'a text' } },
  { damaged: '{"a":1,⟦"b⟧', kind: 'cut-off', means: { a: 1 }, safe: false },
  { damaged: '{"a":1,"b":⟦tr⟧', kind: 'cut-off', means: { a: 1 }, safe: false, detail: { inside: 'a value' } },
  { damaged: '{"a":1,"b":⟦-⟧', kind: 'cut-off', means: { a: 1 }, safe: false },
  { damaged: '{"a":1,"b":⟦1.⟧', kind: 'cut-off', means: { a: 1 }, safe: false },
  { damaged: '{"a":1,"b":⟦"x\\u00⟧', kind: 'cut-off', means: { a: 1 }, safe: false },
  { damaged: '{"a":1,"b":⟦"x\\⟧', kind: 'cut-off', means: { a: 1 }, safe: false },
  { damaged: '{"a":1,"b":{"c":⟦[⟧', kind: 'cut-off', means: { a: 1, b: { c: [] } }, safe: false },
  { damaged: '⟦{⟧', kind: 'cut-off', means: {}, safe: false },
  {
    damaged: '{"userIdentity":{"type":"Root",⟦"eventTime"⟧:"x","eventName":"y"}',
    kind: 'missing-bracket',
    means: { userIdentity: { type: 'Root' }, eventTime: 'x', eventName: 'y' },
    safe: true,
  },
  {
    damaged: '{"userIdentity":{"sessionContext":{"attributes":{"a":"b"},⟦"eventTime"⟧:"x"}',
    kind: 'missing-bracket',
    means: { userIdentity: { sessionContext: { attributes: { a: 'b' } } }, eventTime: 'x' },
    safe: true,
  },
];

suite('records that end too early', () => {
  for (const mending of EXPECTED) test(mending.damaged, () => assertMended(mending));
});
