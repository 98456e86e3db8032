import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { addEvent, distinctKey, emptySummary, mergeSummaries, select } from '../../../server/src/core';
import { entitiesOf } from '../../../server/src/core/investigate/entities';
import { findingsOf } from '../../../server/src/core/investigate/findings';
import type { JsonObject } from '../../../server/src/core/record';
import { placed, places, recordOf, togetherOf } from './given';

const request = '11111111-0000-4000-8000-000000000001';
const call = recordOf('DeleteUser', { requestID: request, eventID: 'call' });
const seen = seenAt({ requestID: request, eventID: 'seen' });

/** The same call as a VPC endpoint records it, as AWS documents it: no answer, the id of the endpoint, an eventID of its own. */
function seenAt(own: JsonObject = {}): JsonObject {
  const { responseElements: _, managementEvent: __, ...rest } = recordOf('DeleteUser');
  return {
    ...rest,
    eventVersion: '1.09',
    eventType: 'AwsVpceEvent',
    eventCategory: 'NetworkActivity',
    vpcEndpointId: 'vpce-0123456789abcdef0',
    vpcEndpointAccountId: '111122223333',
    ...own,
  };
}

/** The places of each event of the group, the speaking one first. */
function told(...logs: readonly (readonly JsonObject[])[]): readonly (readonly string[])[] {
  const together = togetherOf(placed(...logs));
  return together.inOrder('workmail/DeleteUser').map((event) => places(together.copies(distinctKey(event))));
}

suite('a call and what a VPC endpoint saw of it', () => {
  test('are one call: the event of the service stands, whichever is read first', () => {
    assert.deepEqual(told([call, seen]), [['0/0', '0/1']]);
    assert.deepEqual(told([seen], [call]), [['1/0', '0/0']]);
    assert.deepEqual(told([seen, seen], [call, call]), [['1/0', '1/1', '0/0', '0/1']]);
  });

  test('are one call whatever case the request is written in, and though the event of the service is damaged', () => {
    assert.deepEqual(
      told([
        { ...seen, requestID: request.toUpperCase() },
        { ...call, awsRegion: 7 },
      ]),
      [['0/1', '0/0']],
    );
  });

  test('are two where request, name or source differ, or no request is written', () => {
    for (const own of [
      { requestID: 'another' },
      { requestID: '' },
      { eventSource: 'workmailMessageFlow.amazonaws.com' },
    ]) {
      const events = placed([call, { ...seen, ...own }]);
      assert.equal(select({}, events, entitiesOf(events)).length, 2);
    }
    const named = placed([call, { ...seen, eventName: 'ListUsers' }]);
    assert.equal(select({}, named, entitiesOf(named)).length, 2);
  });

  test('two calls of one request stay two, and what the endpoint saw is told of the earlier one', () => {
    const later = { ...call, eventID: 'later', eventTime: '2026-03-01T09:00:00Z' };
    assert.deepEqual(told([later, seen, call]), [['0/2', '0/1'], ['0/0']]);
  });

  test('a call that the endpoint refused is an event of its own', () => {
    const refused = { ...seen, errorCode: 'VpceAccessDenied', errorMessage: 'denied by a policy' };
    assert.deepEqual(told([refused]), [['0/0']]);
    const [event] = placed([refused]);
    assert.equal(event?.facts.outcome, 'failed');
    assert.equal(event?.facts.endpoint, 'vpce-0123456789abcdef0');
  });

  test('a call through an endpoint that the service alone recorded is no witness', () => {
    const through = { ...call, vpcEndpointId: 'vpce-0123456789abcdef0' };
    assert.equal(placed([through])[0]?.facts.endpoint, undefined);
    assert.deepEqual(told([through, seen]), [['0/0', '0/1']]);
  });

  test('a summary counts them once, in whatever order its halves come, and knows the witness', () => {
    const events = placed([seen], [call]);
    const halves = events.map(({ log, facts }) => addEvent(emptySummary(), log, facts));
    for (const [left, right] of [halves, [...halves].reverse()]) {
      assert.ok(left && right);
      const found = findingsOf(mergeSummaries(left, right));
      assert.deepEqual(places(found.events), ['1/0']);
      assert.equal(found.repeats, 1);
      assert.deepEqual(places(found.witnesses), ['0/0']);
    }
  });

  test('a selection gives the call for the event, and the witness for what repeats it', () => {
    const events = placed([seen, call]);
    const entities = entitiesOf(events);
    assert.deepEqual(places(select({}, events, entities)), ['0/1']);
    assert.deepEqual(places(select({ copies: 'repeated' }, events, entities)), ['0/0']);
    assert.deepEqual(places(select({ copies: 'every' }, events, entities)), ['0/0', '0/1']);
  });
});
