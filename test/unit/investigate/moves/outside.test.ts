import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { admin, House, weighty } from '../../../support/migrations/house';

/** Who looks after the mail every day sends copies of all mail somewhere, while a move is under way. @param saysMore what was called before that */
function journaled(journalAddress: unknown, saysMore: (house: House) => void = () => {}): House {
  const house = new House();
  house.ordinaryDays(13);
  house.moveByGrants(9);
  house.say(8, 600, admin, 'CreateAlias', { entityId: 'u-1', alias: 'help@example.com' });
  saysMore(house);
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

  it('are told in whichever form the address stands', () => {
    const outside = 'archive@elsewhere.example';
    const forms = [
      `Archive <${outside}>`,
      `archive@example.com, ${outside}`,
      `archive@example.com;${outside}`,
      ['archive@example.com', outside],
      JSON.stringify({ to: [{ address: outside }] }),
    ];
    assert.deepEqual(
      forms.map((form) => weighty(journaled(form).answer)[0]?.[0]),
      forms.map(() => 'high'),
    );
  });

  it('are told where a call that failed named that domain before: it is none of the house', () => {
    const failed = (house: House): void => {
      house.say(9, 500, admin, 'RegisterToWorkMail', { entityId: 'u-9', email: 'u9@elsewhere.example' });
      Object.assign(house.events.at(-1) ?? {}, { errorCode: 'InvalidParameterException', errorMessage: 'refused' });
    };
    assert.equal(weighty(journaled('archive@elsewhere.example', failed).answer)[0]?.[0], 'high');
  });

  it('are not told as weighty where they stay in the house, or in a domain below its own', () => {
    const told = ['archive@example.com', 'archive@Journal.EXAMPLE.com'].map((address) =>
      weighty(journaled(address).answer).map(([weight]) => weight),
    );
    assert.deepEqual(told, [['info'], ['info']]);
  });
});
