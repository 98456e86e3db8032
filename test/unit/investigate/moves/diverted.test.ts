import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { admin, desk, ELSEWHERE, type Hands, House, mailboxOf, weighty } from '../../../support/migrations/house';

const MOVE = ['info', 'mail-mover mail.admin', 'CreateUser, CreateAccessKey, 30 PutMailboxPermissions'];
const [CHIEF, OTHER] = [mailboxOf(1), mailboxOf(20)];

/** The chief's main address becomes another one, and the old one goes to a mailbox. */
function passedOn(hands: Hands, to: string): House {
  const house = new House();
  house.ordinaryDays(16);
  house.moveByGrants(9);
  house.say(10, 700, hands, 'UpdatePrimaryEmailAddress', { entityId: CHIEF, email: 'chief.old@example.com' });
  house.say(10, 701, hands, 'DeleteAlias', { entityId: CHIEF, alias: 'chief@example.com' });
  house.say(10, 702, hands, 'CreateAlias', { entityId: to, alias: 'Chief@example.com' });
  return house;
}

describe('the main address of a mailbox', () => {
  it('that goes to another one and back is told, even of the help desk', () => {
    const house = passedOn(desk, OTHER);
    house.say(10, 1240, desk, 'DeleteAlias', { entityId: OTHER, alias: 'chief@example.com' });
    house.say(10, 1241, desk, 'UpdatePrimaryEmailAddress', { entityId: CHIEF, email: 'chief@example.com' });
    assert.deepEqual(weighty(house.answer), [
      ['high', 'help.desk', '2 UpdatePrimaryEmailAddress, 2 DeleteAlias, CreateAlias'],
      MOVE,
    ]);
  });

  it('that goes to another one from where nobody works is told', () => {
    assert.deepEqual(weighty(passedOn({ ...admin, address: ELSEWHERE }, OTHER).answer), [
      ['high', 'mail.admin', 'UpdatePrimaryEmailAddress, DeleteAlias, CreateAlias'],
      MOVE,
    ]);
  });

  it('that stays with the mailbox under a new name is not told', () => {
    assert.deepEqual(weighty(passedOn({ ...admin, address: ELSEWHERE }, CHIEF).answer), [MOVE]);
  });

  it('that the help desk gives to a successor for good has little weight', () => {
    assert.deepEqual(weighty(passedOn(desk, OTHER).answer), [MOVE]);
  });
});
