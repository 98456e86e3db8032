import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { addEvent, emptySummary, findingsOf, type JsonObject } from '../../../server/src/core';
import { entityBehind } from '../../../server/src/core/investigate/entities';
import { factsOfAll, organizationId, recordOf, userId } from './given';

/** Kind, id, names and number of events of everything that some records act on, but for the organization they name. */
function targetsIn(...records: readonly JsonObject[]): readonly unknown[] {
  const summary = emptySummary();
  for (const facts of factsOfAll(records.map((record, index) => ({ ...record, eventID: `e-${index}` })))) {
    addEvent(summary, 0, facts);
  }
  const { targets, entities } = findingsOf(summary);
  return targets.flatMap(({ kind, targets: heaps }) =>
    heaps.map(({ key, events }) => {
      const { names = [], addresses = [] } = entityBehind(entities, key, events) ?? {};
      return [kind, key, [...names, ...addresses].join(' '), events.length];
    }),
  );
}

suite('what was acted on', () => {
  const register = recordOf('RegisterToWorkMail', {
    requestParameters: { organizationId, entityId: userId(1), email: 'c@example.com' },
  });

  test('is a user where one call says so, though another that gave it a name left the kind open', () => {
    const reset = recordOf('ResetPassword', { requestParameters: { organizationId, userId: userId(1) } });
    for (const records of [
      [register, reset],
      [reset, register],
    ]) {
      assert.deepEqual(targetsIn(...records), [
        ['organization', organizationId, '', 2],
        ['user', userId(1), 'c@example.com', 2],
        ['email', 'c@example.com', '', 1],
      ]);
    }
  });

  test('stays open where no call says more', () => {
    assert.deepEqual(targetsIn(register)[1], ['entity', userId(1), 'c@example.com', 1]);
  });

  test('is one organization, by its id and by its ARN', () => {
    const resourceARN = `arn:aws:workmail:us-east-1:111122223333:organization/${organizationId}`;
    const tag = recordOf('TagResource', { requestParameters: { resourceARN, tags: [] } });
    assert.deepEqual(targetsIn(tag, recordOf('DescribeOrganization')), [['organization', organizationId, '', 2]]);
  });

  test('is told of last where it has no kind', () => {
    const policy = recordOf('PutRetentionPolicy', { requestParameters: { organizationId, name: 'keep-all' } });
    const token = recordOf('DeletePersonalAccessToken', {
      requestParameters: { organizationId, personalAccessTokenId: 'token' },
    });
    assert.deepEqual(targetsIn(policy, token).slice(1), [
      ['token', 'token', '', 1],
      ['other', 'keep-all', '', 1],
    ]);
  });

  test('has no name where events of another organization hold the same id', () => {
    const elsewhere = recordOf('ResetPassword', {
      requestParameters: { organizationId: 'm-99999999999999999999999999999999', userId: userId(1) },
    });
    assert.deepEqual(targetsIn(register, elsewhere)[2], ['user', userId(1), '', 2]);
  });
});
