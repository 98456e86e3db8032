import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readersBothWays, readersRun } from '../../../support/readersRun';

suite('readings counted twice', () => {
  test('random logs with fields left out, copies and files of two forms say what counting record by record says', () => {
    readersRun(1, 301);
  });

  test('rows that the extractor made answer as those made of objects do, their records among it', () => {
    assert.equal(readersBothWays(1, 151) > 40, true);
  });
});
