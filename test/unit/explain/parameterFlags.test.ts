/** Requests that deserve a warning beyond the name of their action. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { hoverAt } from '../../../server/src/core/explain/hoverAt';
import { parameterFlags } from '../../../server/src/core/explain/parameterFlags';
import type { JsonObject } from '../../../server/src/core/record';
import { catalog } from '../../../server/src/generated/schemas';
import { recordOf } from './records';

/** The paths of the warnings, below requestParameters. */
function flagged(eventName: string, requestParameters: JsonObject): readonly string[] {
  assert.ok(catalog().has(eventName));
  return parameterFlags(recordOf({ eventName, requestParameters })).map(({ path }) => path.slice(1).join('.'));
}

const key = (account: string): string => `arn:aws:kms:us-west-2:${account}:key/1`;

suite('warnings about parameters', () => {
  const cases: readonly (readonly [action: string, request: JsonObject, where: readonly string[]])[] = [
    [
      'StartMailboxExportJob',
      { kmsKeyArn: key('222222222222'), roleArn: 'arn:aws:iam::333333333333:role/x' },
      ['roleArn', 'kmsKeyArn'],
    ],
    ['StartMailboxExportJob', { kmsKeyArn: key('111111111111'), roleArn: 'not an ARN' }, []],
    [
      'PutMailboxPermissions',
      { permissionValues: ['SEND_AS', 'FULL_ACCESS'] },
      ['permissionValues', 'permissionValues'],
    ],
    ['PutMailboxPermissions', { permissionValues: ['SEND_ON_BEHALF'] }, []],
    ['CreateImpersonationRole', { type: 'READ_ONLY', rules: [{ effect: 'ALLOW' }] }, ['rules.0.effect']],
    [
      'UpdateImpersonationRole',
      { type: 'FULL_ACCESS', rules: [{ effect: 'ALLOW', notTargetUsers: ['a'] }] },
      ['type', 'rules.0.effect'],
    ],
    [
      'CreateImpersonationRole',
      { type: 'READ_ONLY', rules: [{ effect: 'ALLOW', targetUsers: ['a'] }, { effect: 'DENY' }] },
      [],
    ],
    ['PutInboundDmarcSettings', { enforced: false }, ['enforced']],
    ['PutInboundDmarcSettings', { enforced: true }, []],
    [
      'PutRetentionPolicy',
      { folderConfigurations: [{ action: 'PERMANENTLY_DELETE', period: 3 }] },
      ['folderConfigurations.0.action', 'folderConfigurations.0.period'],
    ],
    ['PutRetentionPolicy', { folderConfigurations: [{ action: 'DELETE', period: 365 }] }, []],
    ['PutAccessControlRule', { effect: 'ALLOW', ipRanges: ['10.0.0.0/8', '0.0.0.0/0'] }, ['ipRanges.1']],
    ['PutAccessControlRule', { effect: 'ALLOW', notIpRanges: ['10.0.0.0/8'] }, ['effect']],
    ['PutAccessControlRule', { effect: 'ALLOW', userIds: ['a'] }, []],
    ['PutAccessControlRule', { effect: 'DENY' }, []],
    ['DeleteOrganization', { deleteDirectory: true, forceDelete: true }, ['deleteDirectory', 'forceDelete']],
    ['DeleteOrganization', { deleteDirectory: false }, []],
    ['CreateUser', { hiddenFromGlobalAddressList: true }, ['hiddenFromGlobalAddressList']],
    ['CreateUser', { password: 'secret' }, ['password']],
    ['CreateUser', { password: '***' }, []],
    ['UpdateUser', { role: 'SYSTEM_USER', identityProviderUserId: 'x' }, ['identityProviderUserId', 'role']],
    [
      'PutIdentityProviderConfiguration',
      { authenticationMode: 'IDENTITY_PROVIDER_AND_DIRECTORY', personalAccessTokenConfiguration: { status: 'ACTIVE' } },
      ['authenticationMode', 'personalAccessTokenConfiguration.status'],
    ],
    [
      'CreateAvailabilityConfiguration',
      { ewsProvider: { ewsEndpoint: 'http://mail.example/' } },
      ['ewsProvider.ewsEndpoint'],
    ],
    ['CreateAvailabilityConfiguration', { ewsProvider: { ewsEndpoint: 'https://mail.example/' } }, []],
  ];
  for (const [action, request, where] of cases) {
    test(`${action} ${JSON.stringify(request)}`, () => assert.deepEqual(flagged(action, request), where));
  }

  test('survive requests of the wrong shape', () => {
    const shapes: readonly JsonObject[] = [
      { rules: 'x', folderConfigurations: {}, ipRanges: 7 },
      { rules: [null, 1, 'x', []], folderConfigurations: [null] },
    ];
    for (const action of catalog().keys()) for (const shape of shapes) flagged(action, { effect: 'ALLOW', ...shape });
    assert.deepEqual(parameterFlags(recordOf({ requestParameters: null })), []);
    assert.deepEqual(parameterFlags(recordOf({ requestParameters: 'HIDDEN_DUE_TO_SECURITY_REASONS' })), []);
  });

  test('are shown at the value they are about', () => {
    const record = recordOf({ eventName: 'PutInboundDmarcSettings', requestParameters: { enforced: false } });
    const shown = hoverAt(record, { path: ['requestParameters', 'enforced'], part: 'value' }, false);
    assert.match(shown ?? '', /^\*\*Note on `enforced`:\*\* Mail that fails/);
    assert.doesNotMatch(hoverAt(record, { path: ['requestParameters'], part: 'key' }, {}) ?? '', /Note on/);
  });

  test('say once in a hover that a key is of another account', () => {
    const kmsKeyArn = key('222222222222');
    const record = recordOf({ eventName: 'StartMailboxExportJob', requestParameters: { kmsKeyArn } });
    const shown = hoverAt(record, { path: ['requestParameters', 'kmsKeyArn'], part: 'value' }, kmsKeyArn) ?? '';
    assert.equal(shown.match(/another account/g)?.length, 1, shown);
    assert.match(shown, /\*\*Note on `kmsKeyArn`:\*\* Belongs to another account/);
  });
});
