import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { asked, call } from './asked';

const OURS = { recipientAccountId: '111111111111' };
const OF_COPY = { recipientAccountId: '999900000001' };

/** Of what is not told, what is about copies. */
function toldOfCopies(events: readonly unknown[]): readonly string[] {
  return (asked('blind-spots', events).notCovered ?? []).filter((sentence) => sentence.includes('redacted'));
}

suite('redacted copies beside logs', () => {
  test('what may count twice is told', () => {
    assert.deepEqual(toldOfCopies([call(1, 'CreateUser', OURS), call(2, 'CreateUser', OF_COPY)]), [
      '1 event has an account as in redacted copies (999900000001): an event counts twice if the log that it was copied from is here, too.',
    ]);
  });

  test('of copies alone and of logs alone nothing is said', () => {
    assert.deepEqual(
      [[call(1, 'CreateUser', OF_COPY), call(2, 'CreateUser', OF_COPY)], [call(1, 'CreateUser', OURS)]].map(
        toldOfCopies,
      ),
      [[], []],
    );
  });
});
