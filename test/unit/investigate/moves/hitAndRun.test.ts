import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { desk, House, mailboxOf, weighty } from '../../../support/migrations/house';

const MOVE = ['info', 'mail-mover mail.admin', 'CreateUser, CreateAccessKey, 30 PutMailboxPermissions'];

/** The help desk opens a mailbox to the same colleague on some days, and takes it back after so many minutes. */
function opened(days: readonly number[], minutes: number): House {
  const house = new House();
  house.ordinaryDays(24);
  house.moveByGrants(12);
  for (const [number, day] of days.entries()) {
    house.open(day, 610, desk, mailboxOf(number), mailboxOf(20));
    house.close(day, 610 + minutes, desk, mailboxOf(number), mailboxOf(20));
  }
  return house;
}

describe('mailboxes that are opened one a day', () => {
  it('and are taken back each time are one thing of weight', () => {
    assert.deepEqual(weighty(opened([9, 10, 11, 14], 180).answer), [
      ['high', 'help.desk', '4 PutMailboxPermissions, 4 DeleteMailboxPermissions'],
      MOVE,
    ]);
  });

  it('are none where weeks lie between them', () => {
    assert.deepEqual(weighty(opened([3, 12, 21], 180).answer), [MOVE]);
  });

  it('are none where they stay open for the week', () => {
    assert.deepEqual(weighty(opened([9, 10, 11, 14], 5 * 1440).answer), [MOVE]);
  });
});
