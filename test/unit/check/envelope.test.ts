import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { recordSchema } from '../../../server/src/generated/schemas';
import { changed, createUser, identity, named, problemsOfEvent } from './events';

const found = (fields: Parameters<typeof changed>[0]): readonly string[] => named(problemsOfEvent(changed(fields)));

test('of a good record nothing is said', () => assert.deepEqual(named(problemsOfEvent(createUser)), []));

suite('each version asks for what it brought, and not for what came later', () => {
  const since: readonly (readonly [version: string, ...fields: string[]])[] = [
    ['1.0', 'userIdentity', 'eventTime', 'eventSource', 'eventName', 'awsRegion', 'sourceIPAddress'],
    ['1.01', 'requestID', 'eventID'],
    ['1.02', 'eventType', 'recipientAccountId'],
    ['1.06', 'managementEvent'],
    ['1.07', 'eventCategory'],
  ];
  const versions = [
    '1.0',
    '1.00',
    '1.01',
    '1.02',
    '1.03',
    '1.04',
    '1.05',
    '1.06',
    '1.07',
    '1.08',
    '1.09',
    '1.10',
    '1.11',
    '1.12',
  ];
  const minor = (version: string): number => Number(version.split('.')[1]);
  for (const version of versions) {
    test(version, () => {
      for (const [first, ...fields] of since) {
        for (const field of fields) {
          const missing = found({ eventVersion: version, [field]: undefined }).filter((each) =>
            each.endsWith(` ${field}`),
          );
          const isAsked = minor(version) >= minor(first);
          assert.equal(missing.length, isAsked ? 1 : 0, `${field}: ${missing.join(', ')}`);
        }
      }
    });
  }

  test('a field before its version is newer, not unknown', () => {
    assert.deepEqual(found({ eventVersion: '1.07', tlsDetails: {} }), ['newer-field tlsDetails']);
    assert.deepEqual(found({ eventVersion: '1.10', eventContext: {} }), ['newer-field eventContext']);
    assert.deepEqual(found({ eventVersion: '1.11', eventContext: {} }), []);
  });

  test('no field of the schema is unknown in the newest version', () => {
    for (const field of recordSchema().properties?.keys() ?? []) {
      const unknown = found({ eventVersion: '1.11', [field]: createUser[field] ?? {} }).filter((each) =>
        /^unknown-field/.test(each),
      );
      assert.deepEqual(unknown, [], field);
    }
  });

  test('a newer minor version may bring anything', () => {
    assert.deepEqual(found({ eventVersion: '1.12', whatever: 1 }), []);
    assert.deepEqual(found({ eventVersion: '1.99', whatever: 1 }), []);
  });

  test('another major version is unknown', () =>
    assert.deepEqual(found({ eventVersion: '2.0' }), ['major-version eventVersion']));
});

suite('the form of values', () => {
  const odd: readonly (readonly [fields: Parameters<typeof changed>[0], problem: string])[] = [
    [{ eventVersion: 'one' }, 'event-version eventVersion'],
    [{ eventVersion: '1' }, 'event-version eventVersion'],
    [{ eventVersion: 1.08 }, 'field-type eventVersion'],
    [{ eventTime: '2026-02-29T07:00:00Z' }, 'event-time eventTime'],
    [{ eventTime: '0000-01-01T00:00:00Z' }, 'event-time eventTime'],
    [{ eventTime: '2026-03-01T07:00:60Z' }, 'event-time eventTime'],
    [{ eventTime: '2026-02-30 07:00:00' }, 'event-time eventTime'],
    [{ eventTime: '2026-03-01T07:00:00 CET' }, 'event-time eventTime'],
    [{ eventTime: '3/1/2026 7:00' }, 'event-time eventTime'],
    [{ eventTime: '' }, 'event-time eventTime'],
    [{ eventTime: null }, 'field-type eventTime'],
    [{ readOnly: 'no' }, 'field-type readOnly'],
    [{ managementEvent: 1 }, 'field-type managementEvent'],
    [{ eventCategory: null }, 'field-type eventCategory'],
    [{ resources: {} }, 'field-type resources'],
    [{ requestParameters: '{}' }, 'field-type requestParameters'],
    [{ responseElements: 'x' }, 'field-type responseElements'],
    [{ recipientAccountId: 111111111111 }, 'account-id recipientAccountId'],
    [{ recipientAccountId: 11111111111 }, 'account-id recipientAccountId'],
    [{ recipientAccountId: '11111111111' }, 'account-id recipientAccountId'],
    [{ recipientAccountId: '1.11111E+11' }, 'account-id recipientAccountId'],
    [{ recipientAccountId: 1.11111e11 }, 'account-id recipientAccountId'],
    [{ recipientAccountId: 1.5 }, 'field-type recipientAccountId'],
    [
      { vpcEndpointId: 'vpce-1', vpcEndpointAccountId: 11111111111, eventVersion: '1.09' },
      'account-id vpcEndpointAccountId',
    ],
    [{ resources: [{ accountId: 11111111111 }] }, 'account-id resources.0.accountId'],
    [{ resources: [{ accountId: '11111111111' }] }, 'account-id resources.0.accountId'],
    [{ recipientAccountId: '111' }, 'account-id recipientAccountId'],
    [{ userIdentity: { ...identity, accountId: '11' } }, 'account-id userIdentity.accountId'],
    [{ userIdentity: { accountId: '111111111111' } }, 'identity-type userIdentity'],
    [{ eventType: 'AwsApiCal' }, 'unknown-value eventType'],
    [{ ticket: 1 }, 'unknown-field ticket'],
  ];
  for (const [fields, problem] of odd) {
    test(JSON.stringify(fields), () => assert.deepEqual(found(fields), [problem]));
  }

  const fine: readonly Parameters<typeof changed>[0][] = [
    { eventTime: '2024-02-29T23:59:59Z' },
    { eventTime: '2026-03-12T09:30:14' },
    { eventTime: '2026-03-12 09:30:14' },
    { eventTime: '2026-03-12 09:30:14.000000' },
    { eventTime: '2026-03-12 09:30:14 UTC' },
    { eventTime: '2026-03-12T09:30:14.123Z' },
    { eventTime: '2026-03-12T09:30:14+00:00' },
    { eventTime: '2026-03-12T10:30:14+01:00' },
    { eventTime: '2026-03-12 10:30:14+0100' },
    { eventTime: '2026-03-12T09:30Z' },
    { readOnly: null, managementEvent: null, sessionCredentialFromConsole: null },
    { readOnly: 'false', managementEvent: 'true' },
    { readOnly: 'False', managementEvent: 'True' },
    { sessionCredentialFromConsole: false },
    { sessionCredentialFromConsole: 'false' },
    { errorCode: null, errorMessage: null, requestID: null, sharedEventID: null, vpcEndpointId: null },
    { eventVersion: '1.05', managementEvent: undefined, eventCategory: null, tlsDetails: null },
    { userIdentity: { ...identity, sessionContext: null, invokedBy: null, type: null } },
    { userIdentity: {} },
    { userIdentity: null },
    { eventType: 'AwsServiceEvent', userIdentity: { accountId: '111111111111', invokedBy: 'x.amazonaws.com' } },
    { resources: null },
    { resources: [] },
    { requestParameters: null, responseElements: null, errorCode: 'AccessDenied' },
    { additionalEventData: null },
    { sessionCredentialFromConsole: 'true' },
    { userIdentity: { ...identity, accountId: 'HIDDEN_DUE_TO_SECURITY_REASONS', arn: 'x' } },
    { userIdentity: { type: 'AWSAccount', principalId: '', accountId: 'ANONYMOUS_PRINCIPAL' } },
    { awsRegion: 'us-gov-west-1' },
    { sourceIPAddress: 'AWS Internal' },
    { resources: [{ ARN: 'arn:aws:s3:::x' }, { ARNPrefix: 'arn:aws:s3:::x/', accountId: '1' }] },
  ];
  for (const fields of fine) {
    test(`nothing of ${JSON.stringify(fields)}`, () => assert.deepEqual(found(fields), []));
  }
});

suite('masks are nothing to complain about', () => {
  const role = { type: 'AssumedRole', accountId: '111111111111' };
  const masked: readonly Parameters<typeof changed>[0][] = [
    { userIdentity: { ...role, accessKeyId: 'AKIA****************', arn: '****', principalId: '****' } },
    { userIdentity: { ...role, accessKeyId: 'ASIA****', principalId: 'AROA****:name' } },
    { userIdentity: { ...identity, principalId: 'AROA****:name' } },
    { userIdentity: { ...identity, arn: 'arn:aws:iam::XXXXXXXXXXXX:user/WMSDK', accountId: '************' } },
    { userIdentity: { ...identity, arn: 'arn:aws:sts::****:assumed-role/x/y', accountId: 'XXXXXXXXXXXX' } },
    { userIdentity: { ...identity, arn: '<redacted>', accountId: '1111********', userName: 'REDACTED' } },
    { userIdentity: '<redacted>' },
    { recipientAccountId: '[MASKED]', requestParameters: '***', responseElements: '[REDACTED]' },
    { eventTime: '****', eventVersion: '****', eventType: 'xxxx', readOnly: 'REDACTED' },
    { requestParameters: { name: '****', displayName: '{{redacted}}', organizationId: 'm-****' }, errorCode: '****' },
    { resources: '<redacted>', eventID: '********-****-****-****-************' },
  ];
  for (const fields of masked) {
    test(JSON.stringify(fields), () =>
      assert.deepEqual(
        found({ responseElements: null, ...fields }).filter((each) => !/^expected-field/.test(each)),
        [],
      ),
    );
  }
});

test('a key __proto__ is a field like any other', () => {
  const event: unknown = JSON.parse(JSON.stringify(createUser).replace('{', '{"__proto__":{"eventName":5},'));
  assert.deepEqual(named(problemsOfEvent(Object(event))), ['unknown-field __proto__']);
});

test('records of other services are not checked', () => {
  assert.deepEqual(
    found({ eventSource: 's3.amazonaws.com', eventTime: 5, readOnly: 'x', ticket: 1, eventID: undefined }),
    [],
  );
});
