import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { folded } from '../../../../server/src/core/investigate/report/folded';
import { factsOfAll, recordOf, roleSession } from '../given';

const events = factsOfAll([
  recordOf('ResetPassword'),
  recordOf('ResetPassword', { errorCode: 'AccessDenied' }),
  recordOf('ResetPassword'),
  recordOf('ResetPassword', { userIdentity: roleSession }),
  recordOf('ResetPassword'),
]).map((facts) => ({ log: 0, facts }));

suite('calls that are alike', () => {
  test('are one, by caller, action, how they ended and what their parameters say, in the order of the first', () => {
    const rows = folded(events, ({ facts }) => (facts.index === 4 ? 1 : undefined));
    assert.deepEqual(
      rows.map(({ events: held, note }) => [held.map(({ facts }) => facts.index), note]),
      [
        [[0, 2], undefined],
        [[1], undefined],
        [[3], undefined],
        [[4], 1],
      ],
    );
  });
});
