import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { entitiesOf, type JsonObject, listed } from '../../../server/src/core';
import { learnedNamesOf } from '../../../server/src/core/investigate/learnedNames';
import { shortId } from '../../../server/src/core/investigate/shortId';
import { organizationId, placed, recordOf, userId } from './given';

const createUser = (name: string, id: string, own: JsonObject = {}): JsonObject =>
  recordOf('CreateUser', {
    requestParameters: { organizationId, name, displayName: name },
    responseElements: { userId: id },
    eventID: `create ${name} ${id}`,
    ...own,
  });

suite('lessons', () => {
  const lessons = (eventName: string, requestParameters: JsonObject, responseElements: JsonObject | null = null) =>
    learnedNamesOf(recordOf(eventName, { requestParameters, responseElements }), {
      service: 'workmail',
      name: eventName,
    });

  test('the name asked for belongs to the id in the answer', () => {
    assert.deepEqual(lessons('CreateGroup', { organizationId, name: 'sales' }, { groupId: userId(2) }), [
      { id: userId(2), kind: 'group', name: 'sales', isAddress: false },
    ]);
    assert.deepEqual(lessons('CreateOrganization', { alias: 'mail' }, { organizationId }), [
      { id: organizationId, kind: 'organization', name: 'mail', isAddress: false },
    ]);
  });

  test('an address belongs to the one it was given to', () => {
    assert.deepEqual(lessons('RegisterToWorkMail', { organizationId, entityId: userId(1), email: 'a@example.com' }), [
      { id: userId(1), kind: 'entity', name: 'a@example.com', isAddress: true },
    ]);
  });

  test('names and ids of one entry of a list belong together, and to nothing around them', () => {
    const members = [
      { id: userId(1), name: 'carol', type: 'USER' },
      { id: userId(2), name: 'dave', type: 'USER' },
    ];
    assert.deepEqual(
      Array.from(lessons('ListGroupMembers', { organizationId, groupId: userId(9) }, { members })).sort(byId),
      [
        { id: userId(1), kind: 'entity', name: 'carol', isAddress: false },
        { id: userId(2), kind: 'entity', name: 'dave', isAddress: false },
      ],
    );
  });

  test('an organization has an id and an ARN', () => {
    const aRN = `arn:aws:workmail:us-east-1:111122223333:organization/${organizationId}`;
    assert.deepEqual(
      Array.from(lessons('DescribeOrganization', { organizationId }, { organizationId, alias: 'mail', aRN })).sort(
        byId,
      ),
      [
        { id: aRN, kind: 'organization', name: 'mail', isAddress: false },
        { id: organizationId, kind: 'organization', name: 'mail', isAddress: false },
        { id: organizationId, kind: 'organization', name: 'mail', isAddress: false },
      ],
    );
  });

  test('a call that takes an address away says so', () => {
    assert.deepEqual(lessons('DeleteAlias', { organizationId, entityId: userId(1), alias: 'a@example.com' }), [
      { id: userId(1), kind: 'entity', name: 'a@example.com', isAddress: true, isTaken: true },
    ]);
  });

  test('two ids without a name teach nothing', () => {
    const grant = { organizationId, entityId: userId(1), granteeId: userId(2), permissionValues: ['FULL_ACCESS'] };
    assert.deepEqual(lessons('PutMailboxPermissions', grant), []);
  });

  test('an unknown action teaches nothing', () => {
    assert.deepEqual(lessons('CreateInboxRule', { name: 'x', ruleId: 'y' }), []);
  });
});

suite('entities', () => {
  const targetsOf = (records: readonly JsonObject[]): readonly string[] => {
    const events = placed(records);
    const entities = entitiesOf(events);
    return events.map((event) => listed(event, entities).target);
  };
  const reset = (id: string): JsonObject =>
    recordOf('ResetPassword', { requestParameters: { organizationId, userId: id } });

  test('an id is shown by the name another event teaches', () => {
    assert.deepEqual(targetsOf([reset(userId(1)), createUser('carol', userId(1))]), [
      'carol (11111111-…)',
      'carol (11111111-…)',
    ]);
  });

  test('a failed call teaches nothing', () => {
    const failed = createUser('carol', userId(1), { errorCode: 'NameAvailabilityException' });
    assert.deepEqual(targetsOf([reset(userId(1)), failed]), [userId(1), 'carol']);
  });

  test('an address is a name where there is no better one', () => {
    const register = recordOf('RegisterToWorkMail', {
      requestParameters: { organizationId, entityId: userId(1), email: 'c@example.com' },
    });
    assert.deepEqual(targetsOf([reset(userId(1)), register]), [
      'c@example.com (11111111-…)',
      'c@example.com (11111111-…), c@example.com',
    ]);
    assert.deepEqual(targetsOf([reset(userId(1)), register, createUser('carol', userId(1))]), [
      'carol (11111111-…)',
      'carol (11111111-…), c@example.com',
      'carol (11111111-…)',
    ]);
  });

  test('an address given to a name reaches the id behind the name', () => {
    const alias = recordOf('CreateAlias', {
      requestParameters: { organizationId, entityId: 'carol', alias: 'c@example.com' },
    });
    const entities = entitiesOf(placed([alias, createUser('carol', userId(1))]));
    assert.deepEqual(Array.from(entities.byId.values()), [
      { id: userId(1), kind: 'user', organizationId, names: ['carol'], addresses: ['c@example.com'] },
    ]);
  });

  test('of several names the one learned last in time is shown', () => {
    const rename = (name: string, eventTime: string): JsonObject =>
      recordOf('UpdateResource', { requestParameters: { organizationId, resourceId: 'r-1', name }, eventTime });
    const records = [rename('Room 2', '2026-03-02T00:00:00Z'), rename('Room 1', '2026-03-01T00:00:00Z')];
    assert.deepEqual(entitiesOf(placed(records)).byId.get('r-1')?.names, ['Room 2', 'Room 1']);
  });

  test('a name that stood for two ids proves nothing', () => {
    const entities = entitiesOf(placed([createUser('carol', userId(1)), createUser('carol', userId(2))]));
    assert.deepEqual(Array.from(entities.idByName), []);
    assert.deepEqual(Array.from(entities.byId.keys()).sort(), [userId(1), userId(2)]);
  });

  test('the order in which events are given makes no difference', () => {
    const events = placed([createUser('carol', userId(1)), reset(userId(1))], [createUser('dave', userId(2))]);
    assert.deepEqual(entitiesOf(Array.from(events).reverse()), entitiesOf(events));
  });

  test('names that are members of every object are names like others', () => {
    assert.deepEqual(targetsOf([createUser('__proto__', 'constructor'), reset('constructor')]), [
      '__proto__ (constructor)',
      '__proto__ (constructor)',
    ]);
  });

  const aliasCall = (eventName: string, entityId: string, alias: string, own: JsonObject = {}): JsonObject =>
    recordOf(eventName, { requestParameters: { organizationId, entityId, alias }, eventID: eventName + alias, ...own });
  const later = { eventTime: '2026-03-02T00:00:00Z' };
  const latest = { eventTime: '2026-03-03T00:00:00Z' };

  test('nobody is called by an address that was taken away, in whatever log that stands', () => {
    const logs = [
      [reset(userId(1)), aliasCall('DeleteAlias', userId(1), 'old@example.com', later)],
      [aliasCall('CreateAlias', userId(1), 'old@example.com')],
    ];
    const events = placed(...logs);
    assert.deepEqual(
      events.map((event) => listed(event, entitiesOf(events)).target),
      [userId(1), `${userId(1)}, old@example.com`, `${userId(1)}, old@example.com`],
    );
  });

  test('an address that alone is known to have been taken away is no name', () => {
    assert.deepEqual(targetsOf([reset(userId(1)), aliasCall('DeleteAlias', userId(1), 'old@example.com')]), [
      userId(1),
      `${userId(1)}, old@example.com`,
    ]);
  });

  test('an address that was given again is a name again', () => {
    const given = aliasCall('CreateAlias', userId(1), 'c@example.com');
    const taken = aliasCall('DeleteAlias', userId(1), 'c@example.com', later);
    const again = aliasCall('CreateAlias', userId(1), 'c@example.com', { ...latest, eventID: 'again' });
    assert.equal(targetsOf([reset(userId(1)), given, taken, again])[0], 'c@example.com (11111111-…)');
  });

  test('a name that was learned in another organization is not used', () => {
    const elsewhere = { organizationId: 'm-99999999999999999999999999999999' };
    const register = recordOf('RegisterToWorkMail', {
      requestParameters: { ...elsewhere, entityId: 'carol', email: 'carol@elsewhere.example' },
    });
    assert.deepEqual(targetsOf([reset('carol'), register]), [
      'carol',
      'carol@elsewhere.example (carol), carol@elsewhere.example',
    ]);
    const here = recordOf('RegisterToWorkMail', {
      requestParameters: { organizationId, entityId: 'carol', email: 'c@example.com' },
      eventID: 'here',
    });
    assert.deepEqual(targetsOf([reset('carol'), register, here])[0], 'carol');
  });

  test('an organization by its ARN is the one by its id', () => {
    const resourceARN = `arn:aws:workmail:us-east-1:111122223333:organization/${organizationId}`;
    const tag = recordOf('TagResource', { requestParameters: { resourceARN, tags: [] } });
    const made = recordOf('CreateOrganization', {
      requestParameters: { alias: 'mail' },
      responseElements: { organizationId },
    });
    assert.deepEqual(targetsOf([tag]), [organizationId]);
    assert.deepEqual(targetsOf([tag, made]), ['mail (m-01234567…)', 'mail (m-01234567…)']);
  });
});

suite('ids behind names', () => {
  for (const [id, short] of [
    ['3d9e2f1a-0001-4000-8000-000000000001', '3d9e2f1a-…'],
    [organizationId, 'm-01234567…'],
    ['S-1-1-12-1111111111-2222222222-3333333333-1001', 'S-1-1-12-…-1001'],
    ['carol', 'carol'],
    [`${'x'.repeat(22)}\ud83d\ude00y`, `${'x'.repeat(22)}…`],
  ] as const) {
    test(`${id} is ${short}`, () => assert.equal(shortId(id), short));
  }
});

function byId({ id: left }: { readonly id: string }, { id: right }: { readonly id: string }): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
