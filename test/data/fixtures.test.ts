import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { rules } from '../../server/src/core/check/rules';
import { assertAsExpected, expectedCodes, fixtures, lonelyExpectations } from '../support/expectedFile';

suite('every fixture is read as its expected file says', () => {
  for (const fixture of fixtures()) test(fixture.name, () => assertAsExpected(fixture));
});

test('every expected file belongs to a fixture', () => assert.deepEqual(lonelyExpectations(), []));

/** A record that is too long has four million characters: it is made where it is tested, with the shape of records. */
const WITHOUT_FIXTURE = 'WT129';

test('every rule is seen in some fixture', () => {
  const seen = new Set([...expectedCodes(), WITHOUT_FIXTURE]);
  assert.deepEqual(
    rules()
      .map(({ code, name }) => `${code} ${name}`)
      .filter((rule) => !seen.has(rule.slice(0, 5))),
    [],
  );
});
