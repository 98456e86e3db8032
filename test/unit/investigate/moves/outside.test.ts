import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { admin, House, weighty } from '../../../support/migrations/house';

/** Who looks after the mail every day sends copies of all mail somewhere, while a move is under way. */
function journaled(journalAddress: string): House {
  const house = new House();
  house.ordinaryDays(13);
  house.moveByGrants(9);
  house.say(8, 600, admin, 'CreateAlias', { entityId: 'u-1', alias: 'help@example.com' });
  house.say(12, 700, admin, 'SetJournalingRules', { journalingEnabled: true, journalAddress });
  return house;
}

describe('copies of all mail during a move', () => {
  it('are told where they go to an address outside of the house', () => {
    assert.deepEqual(weighty(journaled('archive@elsewhere.example').answer)[0], [
      'high',
      'mail.admin',
      'SetJournalingRules',
    ]);
  });

  it('are not told as weighty where they stay in the house, or in a domain below its own', () => {
    const told = ['archive@example.com', 'archive@Journal.EXAMPLE.com'].map((address) =>
      weighty(journaled(address).answer).map(([weight]) => weight),
    );
    assert.deepEqual(told, [['info'], ['info']]);
  });
});
