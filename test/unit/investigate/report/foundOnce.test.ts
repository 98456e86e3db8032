import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Answered, InquiryId } from '../../../../server/src/core';
import { ask, groundsOf } from '../../../../server/src/core';
import { foundOnce } from '../../../../server/src/core/investigate/questions/foundOnce';
import { evidenceOfEvents } from '../../../support/evidenceOf';
import { call, eventId } from '../questions/asked';

const granted = call(1, 'PutMailboxPermissions', {
  requestParameters: { entityId: 'x', granteeId: 'y', permissionValues: ['FULL_ACCESS'] },
});
const reset = call(2, 'ResetPassword', { errorCode: 'AccessDenied' });

const answersTo = (...ids: readonly InquiryId[]): readonly Answered[] => {
  const grounds = groundsOf(evidenceOfEvents([granted, reset]));
  return ids.map((id) => ({ id, answer: ask(id, grounds) }));
};

suite('findings of several questions', () => {
  test('that rest on the same events are one, the weightiest first, whatever was asked first', () => {
    const told = (...ids: readonly InquiryId[]): readonly unknown[] =>
      foundOnce(answersTo(...ids)).map(({ finding: { weight, acts }, answers }) => [
        weight,
        answers,
        acts.map(({ row }) => row.eventID),
      ]);
    const expected = [
      ['critical', ['mail-read', 'mailbox-access'], [eventId(1)]],
      ['low', ['credentials-reset'], [eventId(2)]],
    ];
    assert.deepEqual(told('mail-read', 'mailbox-access', 'credentials-reset'), expected);
    assert.deepEqual(told('credentials-reset', 'mail-read', 'mailbox-access'), expected);
  });

  test('that say the very same of the same events are one, whatever is asked', () => {
    const [way, deeds] = answersTo('way-in', 'mailbox-access');
    const [finding] = deeds?.answer.findings ?? [];
    assert.ok(way && deeds && finding);
    const alike = { id: way.id, answer: { ...way.answer, findings: [finding] } };
    const other = { ...finding, summary: 'Something else.' };
    const apart = { id: way.id, answer: { ...way.answer, findings: [other] } };
    const told = (answered: Answered): readonly unknown[] => foundOnce([deeds, answered]).map(({ answers }) => answers);
    assert.deepEqual([told(alike), told(apart)], [[['mailbox-access', 'way-in']], [['mailbox-access'], ['way-in']]]);
  });
});
