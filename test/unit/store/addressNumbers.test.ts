import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addressNamed } from '../../../server/src/core/explain/values/addresses';
import { AddressNumbers } from '../../../server/src/core/store/addressNumbers';
import { Texts } from '../../../server/src/core/store/texts';

const group = fc.constantFrom('0', '00', '1', '01', 'db8', 'DB8', 'ffff', '2001');
const anyAddress = fc.oneof(
  fc.array(group, { minLength: 8, maxLength: 8 }).map((groups) => groups.join(':')),
  fc
    .tuple(fc.array(group, { maxLength: 4 }), fc.array(group, { maxLength: 4 }))
    .map(([before, after]) => `${before.join(':')}::${after.join(':')}`),
  fc.constantFrom('192.0.2.1', '::ffff:192.0.2.1', '::ffff:c000:201', 'AWS Internal', '2001:db8::1%eth0'),
);

test('an address is found however it is written', () => {
  fc.assert(
    fc.property(fc.array(anyAddress, { maxLength: 12 }), anyAddress, (written, asked) => {
      const texts = new Texts();
      const column = Uint32Array.from(written, (text) => texts.numberOf(text));
      const wanted = asked.toLowerCase();
      const address = addressNamed(wanted)?.toString();
      const expected = Array.from(new Set(column)).filter((number) => {
        const text = texts.textOf(number);
        const same = address !== undefined && addressNamed(text)?.toString() === address;
        return same || text.toLowerCase() === wanted;
      });
      const found = new AddressNumbers(texts).in(column, column, wanted);
      assert.deepEqual([...found].sort(), expected.sort());
    }),
    { numRuns: 3000 },
  );
});
