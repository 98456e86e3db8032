import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { admin, ELSEWHERE, House, mover, weighty } from '../../../support/migrations/house';

const tool = { name: 'crm-sync', address: '192.0.2.9', program: 'aws-sdk-java/2.31.70' };
const MOVE = [
  'info',
  'mail-mover mail.admin',
  'CreateUser, CreateAccessKey, CreateImpersonationRole, 5 AssumeImpersonationRole',
];

/** Five mailboxes move by a role, beside a tool that asks for a token every day. */
function smallMove(): House {
  const house = new House();
  house.ordinaryDays(24, 5);
  house.makeRole(0, 500, admin, 'ir-calendar', 'READ_ONLY');
  for (let day = 1; day < 24; day++) house.take(day, 240, tool, 'ir-calendar');
  house.moveByRole(12, 5);
  return house;
}

describe('the impersonation role of a move', () => {
  it('is the one that was made for its user, however few mailboxes it reads and whatever a tool of every day reads', () => {
    assert.deepEqual(weighty(smallMove().answer), [MOVE]);
  });

  it('is not one that somebody made elsewhere for a few tokens', () => {
    const house = smallMove();
    const thief = { ...admin, address: ELSEWHERE };
    house.makeRole(14, 700, thief, 'ir-own');
    for (const minute of [705, 711, 718]) house.take(14, minute, thief, 'ir-own');
    assert.deepEqual(weighty(house.answer), [
      ['high', 'mail.admin', 'CreateImpersonationRole, 3 AssumeImpersonationRole'],
      MOVE,
    ]);
  });

  it('is read from neighbouring addresses of who moves', () => {
    const house = new House();
    house.ordinaryDays(12, 6);
    house.makeMover(7);
    house.makeRole(7, 610, admin, 'ir-move');
    for (let number = 0; number < 6; number++)
      house.take(8, 1200 + number, { ...mover, address: `192.0.2.${140 + (number % 3)}` }, 'ir-move');
    assert.deepEqual(weighty(house.answer), [
      [
        'info',
        'mail-mover mail.admin',
        'CreateUser, CreateAccessKey, CreateImpersonationRole, 6 AssumeImpersonationRole',
      ],
    ]);
  });
});
