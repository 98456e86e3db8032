import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wouldMake } from '../../../server/src/core/follow/wouldMake';

const name = (kind: 'key' | 'session' | 'thing' | 'address', text: string) =>
  ({ kind, text, organizationId: '', session: undefined }) as const;

test('the calls that make what a value names are known without a log that holds them', () => {
  assert.deepEqual(wouldMake(name('key', 'AKIAEXAMPLE00000000A'), undefined), ['iam CreateAccessKey']);
  assert.deepEqual(wouldMake(name('key', 'ASIAEXAMPLE00000000J'), undefined), [
    'sts AssumeRole',
    'sts AssumeRoleWithSAML',
    'sts AssumeRoleWithWebIdentity',
    'sts AssumeRoot',
    'sts GetSessionToken',
    'sts GetFederationToken',
  ]);
  assert.deepEqual(wouldMake(name('thing', 'x'), 'user'), ['workmail CreateUser']);
  assert.deepEqual(wouldMake(name('thing', 'x'), 'entity'), [
    'workmail CreateUser',
    'workmail CreateGroup',
    'workmail CreateResource',
  ]);
  assert.deepEqual(wouldMake(name('thing', 'x'), 'bucket'), []);
  assert.deepEqual(wouldMake(name('address', '192.0.2.1'), 'address'), []);
});
