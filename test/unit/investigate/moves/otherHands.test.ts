import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { admin, arnOf, colleague, desk, ELSEWHERE, House, mover, weighty } from '../../../support/migrations/house';

const BEGUN = 'CreateUser, CreateAccessKey, CreateImpersonationRole';

/** Twenty mailboxes move by a role, in two waves. */
function moveOf(second = mover): House {
  const house = new House();
  house.ordinaryDays(14, 20);
  house.moveByRole(8, 12);
  for (let number = 0; number < 8; number++) house.take(8, 1212 + number, second, 'ir-move');
  return house;
}

describe('hands that are not those of a move', () => {
  it('are told where they borrow its role while it goes on, however large a part of the tokens they take', () => {
    const house = moveOf();
    for (let number = 0; number < 6; number++) house.take(8, 1205 + number, desk, 'ir-move');
    assert.deepEqual(weighty(house.answer), [
      ['high', 'help.desk', '6 AssumeImpersonationRole'],
      ['info', 'mail-mover mail.admin', `${BEGUN}, 20 AssumeImpersonationRole`],
    ]);
  });

  it('are told where they change it and use it', () => {
    const house = moveOf();
    const change = { impersonationRoleId: 'ir-move', name: 'ir-move', type: 'FULL_ACCESS', rules: [] };
    house.say(9, 700, colleague, 'UpdateImpersonationRole', change);
    for (const minute of [705, 711]) house.take(9, minute, colleague, 'ir-move');
    assert.deepEqual(weighty(house.answer), [
      ['high', 'second.admin', 'UpdateImpersonationRole, 2 AssumeImpersonationRole'],
      ['info', 'mail-mover mail.admin', `${BEGUN}, 20 AssumeImpersonationRole`],
    ]);
  });

  it('are told in a house of five, and not the user that was made for the move', () => {
    const house = new House();
    house.ordinaryDays(14, 5);
    house.moveByRole(8, 5);
    for (let number = 0; number < 5; number++) house.take(8, 1202 + 9 * number, desk, 'ir-move');
    assert.deepEqual(weighty(house.answer), [
      ['high', 'help.desk', '5 AssumeImpersonationRole'],
      ['info', 'mail-mover mail.admin', `${BEGUN}, 5 AssumeImpersonationRole`],
    ]);
  });

  it('are told where somebody makes a user elsewhere who takes tokens of it', () => {
    const house = moveOf();
    const thief = { ...mover, name: 'backup-svc', address: ELSEWHERE };
    const user = { userName: thief.name, arn: arnOf(thief), userId: 'AIDABACKUP-SVC' };
    house.sayTo('iam', 9, 700, { ...admin, address: ELSEWHERE }, 'CreateUser', { userName: thief.name }, { user });
    for (const minute of [705, 711, 718]) house.take(9, minute, thief, 'ir-move');
    assert.deepEqual(weighty(house.answer), [
      ['critical', 'backup-svc mail.admin', 'CreateUser, 3 AssumeImpersonationRole'],
      ['info', 'mail-mover mail.admin', `${BEGUN}, 20 AssumeImpersonationRole`],
    ]);
  });

  it('are none where its maker tries it', () => {
    const house = moveOf();
    for (const minute of [630, 636]) house.take(7, minute, admin, 'ir-move');
    assert.deepEqual(weighty(house.answer), [
      ['info', 'mail-mover mail.admin', `${BEGUN}, 22 AssumeImpersonationRole`],
    ]);
  });

  it('are none where a colleague goes on when the other one stops', () => {
    assert.deepEqual(weighty(moveOf(colleague).answer), [
      ['info', 'mail-mover mail.admin second.admin', `${BEGUN}, 20 AssumeImpersonationRole`],
    ]);
  });
});
