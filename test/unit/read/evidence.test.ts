import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isCloudTrailRecord } from '../../../server/src/core/read/evidence';
import type { JsonObject } from '../../../server/src/core/record';
import { someEvents } from '../../support/generatedRecords';

const [FIRST = {}] = someEvents(1, 1);

const is = (event: JsonObject): boolean => isCloudTrailRecord(event);

suite('a CloudTrail record', () => {
  test('is any that CloudTrail writes', () => {
    for (const event of someEvents(1, 300)) assert.ok(is(event));
  });

  const records: Readonly<Record<string, JsonObject>> = {
    'of which only the source is left': { eventSource: 'workmail.amazonaws.com', eventName: 'CreateUser' },
    'of a region in China': { eventSource: 'sts.amazonaws.com.cn', eventName: 'AssumeRole' },
    'whose source is lost': { eventVersion: '1.08', userIdentity: { type: 'Root' }, eventTime: 'x', awsRegion: 'y' },
    'of an insight, without eventName': {
      eventVersion: '1.07',
      eventTime: '2026-03-01T07:00:00Z',
      awsRegion: 'us-east-1',
      eventType: 'AwsCloudTrailInsight',
      recipientAccountId: '111111111111',
      eventCategory: 'Insight',
      insightDetails: { state: 'Start' },
    },
    'with a colon in the name of what was done': { ...FIRST, eventName: 'Put:Object' },
    'with a null identity': { eventVersion: '1.08', userIdentity: null, eventSource: 's3.amazonaws.com' },
  };
  for (const [name, event] of Object.entries(records)) test(name, () => assert.ok(is(event)));
});

suite('no CloudTrail record is', () => {
  const others: Readonly<Record<string, JsonObject>> = {
    'an empty object': {},
    'a notification of S3': {
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: 'us-east-1',
      eventName: 'ObjectCreated:Put',
      userIdentity: { principalId: 'AWS:x' },
      requestParameters: { sourceIPAddress: '203.0.113.12' },
      s3: {},
    },
    'a notification whose source is lost': {
      awsRegion: 'us-east-1',
      eventName: 'ObjectCreated:Put',
      userIdentity: { principalId: 'x' },
    },
    'a DynamoDB stream': { eventSource: 'aws:dynamodb', eventName: 'INSERT', awsRegion: 'us-east-1', dynamodb: {} },
    'an event of a web page': { eventName: 'click', eventTime: 'x', eventID: '1', eventType: 'web', requestID: '2' },
    'a schema with fields of these names': {
      eventVersion: { type: 'string' },
      eventSource: { type: 'string' },
      awsRegion: {},
      eventName: {},
    },
    'a pattern of a rule': {
      eventSource: ['workmail.amazonaws.com'],
      eventName: ['CreateUser'],
      awsRegion: ['us-east-1'],
    },
  };
  for (const [name, event] of Object.entries(others)) test(name, () => assert.ok(!is(event)));

  test('what nothing could be read of', () => assert.ok(!isCloudTrailRecord(undefined)));
  test('an object that inherits the fields', () => {
    const inherited: unknown = JSON.parse(
      '{"__proto__":{"eventSource":"workmail.amazonaws.com","eventName":"CreateUser"}}',
    );
    assert.ok(!is(Object(inherited)));
  });
});
