/** The part of the day that concerns people: newcomers, forgotten passwords, leavers, mailboxes shared with colleagues. */
import { groups, organizationArn, person } from './company.mjs';
import { cast, on } from './dayCast.mjs';
import { scene } from './scene.mjs';
import { after, refused } from './story.mjs';
import { ask, failed, masked } from './workmail.mjs';

/** @param {import('./story.mjs').Story} day */
export function peopleChanges(day) {
  newcomers(day);
  forgottenPasswords(day);
  sharedMailboxes(day);
  leaver(day);
}

/** @param {import('./story.mjs').Story} day */
function newcomers(day) {
  const newcomers = [
    { name: 'quinn.baker', displayName: 'Quinn Baker', department: 'Sales' },
    { name: 'rosa.fuentes', displayName: 'Rosa Fuentes', department: 'Support' },
    { name: 'samir.khan', displayName: 'Samir Khan', department: 'Engineering' },
  ];
  for (const [index, { name, displayName, department }] of newcomers.entries()) {
    const userId = day.dice.guid();
    const email = `${name}@example.com`;
    // The second one signs in through the identity provider: no password is set.
    const password = index === 1 ? {} : { password: masked };
    scene(day, after(on('08:40:05'), index * 420), cast.onboarding, 'workmail', [
      [0, 'DescribeEntity', failed('EntityNotFoundException', 'No entity has this address.', { email })],
      [1, 'CreateUser', ask({ name, displayName, role: 'USER', ...password }, { response: { userId } })],
      [2, 'RegisterToWorkMail', ask({ entityId: userId, email })],
      [1, 'UpdateUser', ask({ userId, department, company: 'Example Corp', jobTitle: 'New colleague' })],
      [1, 'UpdateMailboxQuota', ask({ userId, mailboxQuota: 51200 })],
      [1, 'AssociateMemberToGroup', ask({ groupId: groups.everyone.id, memberId: userId })],
      [2, 'CreateAlias', ask({ entityId: userId, alias: `${name.replace('.', '')}@example.com` })],
      [1, 'DescribeUser', ask({ userId })],
    ]);
  }
  const intern = { name: 'tess.vries', displayName: 'Tess de Vries' };
  const userId = day.dice.guid();
  scene(day, on('09:11:40'), cast.operator, 'workmail', [
    [
      0,
      'CreateUser',
      failed('InvalidPasswordException', 'The password does not meet the policy of the directory.', {
        ...intern,
        password: masked,
      }),
    ],
    [40, 'CreateUser', ask({ ...intern, password: masked }, { response: { userId } })],
    [
      15,
      'RegisterToWorkMail',
      failed('EmailAddressInUseException', 'The address belongs to another entity.', {
        entityId: userId,
        email: 'support@example.com',
      }),
    ],
    [22, 'RegisterToWorkMail', ask({ entityId: userId, email: 'tess.vries@example.com' })],
    [8, 'AssociateMemberToGroup', ask({ groupId: groups.support.id, memberId: userId })],
  ]);
  const married = person('lena.novak');
  scene(day, on('11:02:10'), cast.operator, 'workmail', [
    [0, 'UpdateUser', ask({ userId: married.id, lastName: 'Novak-Berg', displayName: 'Lena Novak-Berg' })],
    [9, 'UpdatePrimaryEmailAddress', ask({ entityId: married.id, email: 'lena.novak-berg@example.com' })],
    [3, 'ListAliases', ask({ entityId: married.id })],
  ]);
}

/** @param {import('./story.mjs').Story} day */
function forgottenPasswords(day) {
  const forgetful = ['femi.adeyemi', 'ines.carvalho', 'mateo.rojas', 'nadia.petrova', 'hugo.lindqvist'].map(person);
  for (const [index, { id, email }] of forgetful.entries()) {
    scene(day, after(on('09:25:00'), index * 4100 + day.dice.between(0, 900)), cast.helpdesk, 'workmail', [
      [0, 'DescribeEntity', ask({ email })],
      [1, 'DescribeUser', ask({ userId: id })],
      [2, 'ResetPassword', ask({ userId: id, password: masked })],
    ]);
  }
  // The help desk may reset passwords, not remove people.
  day.say(
    on('12:44:09'),
    cast.helpdesk,
    'workmail',
    'DeleteUser',
    refused(cast.helpdesk, 'workmail:DeleteUser', organizationArn),
  );
}

/** @param {import('./story.mjs').Story} day */
function sharedMailboxes(day) {
  const board = person('amal.haddad').id;
  const assistant = person('ines.carvalho').id;
  const former = person('elif.yilmaz').id;
  scene(day, on('11:20:00'), cast.operator, 'workmail', [
    [0, 'ListMailboxPermissions', ask({ entityId: board })],
    [30, 'PutMailboxPermissions', ask({ entityId: board, granteeId: assistant, permissionValues: ['SEND_ON_BEHALF'] })],
    [5, 'DeleteMailboxPermissions', ask({ entityId: board, granteeId: former })],
    [3, 'ListMailboxPermissions', ask({ entityId: board })],
  ]);
}

/** @param {import('./story.mjs').Story} day */
function leaver(day) {
  const { id, email, name } = person('owen.clarke');
  scene(day, on('16:00:04'), cast.leavers, 'workmail', [
    [0, 'DescribeUser', ask({ userId: email })],
    [1, 'ListGroupsForEntity', ask({ entityId: id })],
    [1, 'DisassociateMemberFromGroup', ask({ groupId: groups.support.id, memberId: id })],
    [1, 'DisassociateMemberFromGroup', ask({ groupId: groups.everyone.id, memberId: id })],
    [1, 'DeleteAlias', ask({ entityId: id, alias: `${name.replace('.', '')}@example.com` })],
    [
      1,
      'DeleteUser',
      failed('EntityStateException', 'The user still has a mailbox. Deregister the user first.', { userId: id }),
    ],
    [30, 'DeregisterFromWorkMail', ask({ entityId: id })],
    [60, 'DescribeUser', ask({ userId: id })],
    [5, 'DeleteUser', ask({ userId: id })],
  ]);
}
