import { suite, test } from 'node:test';
import { accessRun } from '../../../support/accessRun';

suite('accesses joined twice', () => {
  test('random houses with copies of records say what a search record by record says', () => {
    accessRun(1, 61);
  });
});
