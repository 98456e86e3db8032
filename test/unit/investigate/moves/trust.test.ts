import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { admin, ELSEWHERE, House, mailboxOf, weighty } from '../../../support/migrations/house';

const MOVE = ['info', 'mail-mover mail.admin', 'CreateUser, CreateAccessKey, 30 PutMailboxPermissions'];
const away = { ...admin, address: ELSEWHERE };

/** Harmless work from an address where nobody works, on a day, twenty minutes before noon. */
function harmless(house: House, day: number): void {
  house.say(day, 700, away, 'UpdateUser', { userId: mailboxOf(8) });
  house.say(day, 701, away, 'CreateAlias', { entityId: mailboxOf(9), alias: 'press@example.com' });
  house.say(day, 702, away, 'UpdateMailboxQuota', { userId: mailboxOf(8), mailboxQuota: 1 });
  house.say(day, 703, away, 'AssociateMemberToGroup', { groupId: 'g-1', memberId: mailboxOf(9) });
}

function housesMove(): House {
  const house = new House();
  house.ordinaryDays(12);
  house.moveByGrants(8);
  return house;
}

describe('trust in an address', () => {
  it('is not earned by harmless work in the same go', () => {
    const house = housesMove();
    harmless(house, 9);
    for (const number of [1, 2, 3]) house.say(9, 720 + number, away, 'ResetPassword', { userId: mailboxOf(number) });
    assert.deepEqual(weighty(house.answer), [
      ['high', 'mail.admin', 'UpdateUser, CreateAlias, UpdateMailboxQuota, AssociateMemberToGroup, 3 ResetPassword'],
      MOVE,
    ]);
  });

  it('is earned by the same work on other days', () => {
    const house = housesMove();
    harmless(house, 3);
    harmless(house, 9);
    for (const number of [1, 2, 3]) house.say(9, 720 + number, away, 'ResetPassword', { userId: mailboxOf(number) });
    assert.deepEqual(weighty(house.answer), [MOVE]);
  });
});
