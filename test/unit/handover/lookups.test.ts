import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { lookupsOf } from '../../../server/src/core/handover/lookups';
import { questionOf } from '../../support/handedOver';

suite('what event history is asked', () => {
  test('is spelled as CloudTrail spells it, since it compares letter by letter', () => {
    const asked = ['key:akia0123456789abcdef', 'action:createuser', 'service:workmail', 'event:ABCD', 'is:write'];
    assert.deepEqual(
      asked.map((question) => lookupsOf(questionOf(question))),
      [
        [{ key: 'AccessKeyId', value: 'AKIA0123456789ABCDEF' }],
        [{ key: 'EventName', value: 'CreateUser' }],
        [{ key: 'EventSource', value: 'workmail.amazonaws.com' }],
        [{ key: 'EventId', value: 'abcd' }],
        [{ key: 'ReadOnly', value: 'false' }],
      ],
    );
  });

  test('is nothing where no attribute holds for each event that answers', () => {
    const asked = ['', 'key:AKIA*', 'key:AKIA1 OR jane', '-action:CreateUser', 'actor:jane'];
    assert.deepEqual(
      asked.map((question) => lookupsOf(questionOf(question))),
      asked.map(() => undefined),
    );
  });
});
