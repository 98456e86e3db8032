import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { admin, House, weighty } from '../../../support/migrations/house';

const newcomer = { name: 'new.admin', address: '203.0.113.77', program: 'aws-cli/2.27.49' };

/** An access control rule is set up in the office, and deleted by somebody who does nothing else. */
function deleted(effect: string): House {
  const house = new House();
  house.ordinaryDays(13);
  house.moveByGrants(9);
  house.say(8, 700, admin, 'PutAccessControlRule', { name: 'rule', effect, description: 'rule' });
  house.say(12, 700, newcomer, 'DeleteAccessControlRule', { name: 'rule' });
  return house;
}

describe('an access control rule that is deleted', () => {
  it('is told where it kept somebody out', () => {
    assert.deepEqual(weighty(deleted('DENY').answer)[0], ['high', 'new.admin', 'DeleteAccessControlRule']);
  });

  it('is not told where it let somebody in', () => {
    assert.deepEqual(
      weighty(deleted('ALLOW').answer).map(([weight]) => weight),
      ['info'],
    );
  });
});
