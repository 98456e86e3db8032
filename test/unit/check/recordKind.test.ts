import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { recordKindOf } from '../../../server/src/core/check/recordKind';
import { changed, named, problemsOfEvent } from './events';

const WITHOUT_CALL = {
  userIdentity: undefined,
  sourceIPAddress: undefined,
  userAgent: undefined,
  requestParameters: undefined,
  responseElements: undefined,
  requestID: undefined,
  readOnly: undefined,
  managementEvent: undefined,
};

suite('a record is of its kind, and nothing is missed that its kind does not have', () => {
  const details = { state: 'Start', eventSource: 'workmail.amazonaws.com', eventName: 'CreateUser' };
  const kinds: readonly (readonly [kind: string, fields: Parameters<typeof changed>[0]])[] = [
    ['call', {}],
    ['call', { eventType: 'AwsServiceEvent', userIdentity: { invokedBy: 'workmail.amazonaws.com' } }],
    ['network', { eventCategory: 'NetworkActivity', eventType: 'AwsVpceEvents', managementEvent: undefined }],
    ['network', { eventCategory: 'NetworkActivity', eventType: 'AwsVpceEvent', managementEvent: undefined }],
    [
      'network',
      {
        ...{ eventVersion: '1.09', eventCategory: 'NetworkActivity', eventType: 'AwsVpceEvent' },
        ...{ vpcEndpointId: 'vpce-0123456789abcdef0', vpcEndpointAccountId: '111111111111' },
        ...{ managementEvent: undefined, readOnly: undefined, requestParameters: undefined, userAgent: undefined },
        ...{ responseElements: undefined, errorCode: 'VpceAccessDenied', errorMessage: 'denied by a policy' },
      },
    ],
    [
      'insight',
      { ...WITHOUT_CALL, eventCategory: 'Insight', eventType: 'AwsCloudTrailInsight', insightDetails: details },
    ],
    ['insight', { ...WITHOUT_CALL, eventCategory: 'Insight', insightDetails: details }],
    [
      'aggregated',
      {
        ...{ ...WITHOUT_CALL, eventCategory: 'Aggregated', eventType: 'AwsAggregatedEvent', eventTime: undefined },
        ...{ eventName: undefined, eventID: undefined, recipientAccountId: undefined },
      },
    ],
    [
      'activity',
      { ...WITHOUT_CALL, eventCategory: 'ActivityAuditLog', eventType: 'ActivityLog', eventName: undefined },
    ],
  ];
  for (const [kind, fields] of kinds) {
    test(`${kind}: ${JSON.stringify(fields)}`, () => {
      const event = changed(fields);
      assert.deepEqual([recordKindOf(event), named(problemsOfEvent(event))], [kind, []]);
    });
  }
});
