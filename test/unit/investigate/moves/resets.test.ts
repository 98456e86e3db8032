import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  admin,
  arnOf,
  desk,
  ELSEWHERE,
  type Hands,
  House,
  mailboxOf,
  mover,
  weighty,
} from '../../../support/migrations/house';

const MOVE = [
  'info',
  'mail-mover mail.admin',
  'CreateUser, CreateAccessKey, CreateImpersonationRole, 20 AssumeImpersonationRole',
];
const away = { ...desk, address: ELSEWHERE };

/** Twenty mailboxes move by a role; the help desk has set a new password in most of them by and by. */
function house(): House {
  const made = new House();
  made.ordinaryDays(13, 20);
  made.moveByRole(12, 20);
  return made;
}

describe('new passwords', () => {
  it('of three in a row from elsewhere are told, whatever the help desk has set by and by', () => {
    const made = house();
    for (const number of [1, 2, 3]) made.say(13, 700 + number, away, 'ResetPassword', { userId: mailboxOf(number) });
    assert.deepEqual(weighty(made.answer), [['high', 'help.desk', '3 ResetPassword'], MOVE]);
  });

  it('of two from elsewhere are told where a device is let in for one of them', () => {
    const made = house();
    for (const number of [1, 2]) made.say(13, 700 + number, away, 'ResetPassword', { userId: mailboxOf(number) });
    const device = { userId: mailboxOf(1), deviceId: 'device-1', effect: 'ALLOW' };
    made.say(13, 705, away, 'PutMobileDeviceAccessOverride', device);
    assert.deepEqual(weighty(made.answer), [
      ['high', 'help.desk', '2 ResetPassword, PutMobileDeviceAccessOverride'],
      MOVE,
    ]);
  });

  it('of two from elsewhere are daily work where no device is, or one of somebody else', () => {
    const made = house();
    for (const number of [1, 2]) made.say(13, 700 + number, away, 'ResetPassword', { userId: mailboxOf(number) });
    const device = { userId: mailboxOf(5), deviceId: 'device-1', effect: 'ALLOW' };
    made.say(13, 705, away, 'PutMobileDeviceAccessOverride', device);
    assert.deepEqual(weighty(made.answer), [MOVE]);
  });

  it('are a small move where a user that was made for it does nothing else', () => {
    const made = new House();
    made.ordinaryDays(20, 8);
    made.makeMover(11);
    for (let number = 0; number < 8; number++)
      made.say(12 + 3 * (number % 2), 1200 + number, mover, 'ResetPassword', { userId: mailboxOf(number) });
    assert.deepEqual(weighty(made.answer), []);
  });
});

describe('new passwords of all in a house of five', () => {
  /** By a user who was made for it, from two addresses. */
  function allReset(maker: Hands): House {
    const made = new House();
    made.ordinaryDays(13, 5);
    const user = { userName: mover.name, arn: arnOf(mover), userId: 'AIDAMAIL-MOVER' };
    made.sayTo('iam', 12, 700, maker, 'CreateUser', { userName: mover.name }, { user });
    for (let number = 0; number < 5; number++) {
      const hands = { ...mover, address: `192.0.2.${140 + (number % 2)}` };
      made.say(12, 720 + number, hands, 'ResetPassword', { userId: mailboxOf(number) });
    }
    return made;
  }

  it('are a move of a user that the house made', () => {
    assert.deepEqual(weighty(allReset(admin).answer), []);
  });

  it('are told of a user that was made where nobody works', () => {
    assert.deepEqual(weighty(allReset({ ...admin, address: ELSEWHERE }).answer), [
      ['critical', 'mail-mover mail.admin', 'CreateUser, 5 ResetPassword'],
    ]);
  });
});

describe('an impersonation role of somebody in the house', () => {
  it('is told where he opens mailboxes with it himself', () => {
    const made = new House();
    made.ordinaryDays(20);
    made.moveByGrants(12);
    made.makeRole(13, 700, desk, 'ir-own');
    for (const minute of [705, 711, 718]) made.take(13, minute, desk, 'ir-own');
    assert.deepEqual(weighty(made.answer), [
      ['high', 'help.desk', 'CreateImpersonationRole, 3 AssumeImpersonationRole'],
      ['info', 'mail-mover mail.admin', 'CreateUser, CreateAccessKey, 30 PutMailboxPermissions'],
    ]);
  });

  it('has little weight where a tool uses it', () => {
    const made = new House();
    made.ordinaryDays(20);
    made.moveByGrants(12);
    made.makeRole(13, 700, admin, 'ir-tool', 'READ_ONLY');
    for (const day of [14, 15, 16])
      made.take(day, 705, { ...admin, name: 'second.admin', address: '198.51.100.9' }, 'ir-tool');
    assert.deepEqual(weighty(made.answer), [
      ['info', 'mail-mover mail.admin', 'CreateUser, CreateAccessKey, 30 PutMailboxPermissions'],
    ]);
  });
});
