import { suite, test } from 'node:test';
import { readersRun } from '../../../support/readersRun';

suite('readings counted twice', () => {
  test('random logs with fields left out, copies and files of two forms say what counting record by record says', () => {
    readersRun(1, 301);
  });
});
