import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { RequestIds } from '../../../server/src/documents/logIndex/requestIds';
import { OpenChunks } from '../../../server/src/documents/openChunks';
import { openLog } from '../../../server/src/documents/openLog';
import { findEvents, searchWords } from '../../../server/src/events/findEvents';
import { MergedEvents } from '../../../server/src/events/mergedEvents';
import { RowsTogether } from '../../../server/src/events/rowsTogether';
import { openedLog } from '../../support/followedLog';
import { changed } from '../check/events';

function collected(texts: readonly string[], firstLog: number): RowsTogether {
  const readAgain = { requestIds: new RequestIds(), chunks: new OpenChunks() };
  const logs = texts.map((text) => openLog(openedLog(text).analysis, readAgain));
  const work = RowsTogether.collect(logs, firstLog);
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
}

/** The eventNames of what is found in one log. */
function found(events: readonly unknown[], query: string, most = 10): readonly string[] {
  const rows = collected([JSON.stringify({ Records: events })], 0);
  const work = findEvents(new MergedEvents(rows.rows.logs, collected([], 0), rows, 1), searchWords(query), {
    most,
    areOnlyOpen: true,
  });
  for (let next = work.next(); ; next = work.next()) {
    if (next.done) return next.value.map(({ facts }) => facts.eventName);
  }
}

const bob = 'aaaaaaaa-2222-4333-8444-555555555555';
const created = changed({
  eventTime: '2026-03-01T08:00:00Z',
  eventID: '3cb5a2a8-5a0f-4f4c-8f0e-0123456789ab',
  requestID: 'dddddddd-0000-4000-8000-000000000001',
  requestParameters: { organizationId: 'm-1', name: 'Bob' },
  responseElements: { userId: bob },
});
const deleted = changed({
  eventTime: '2026-03-01T09:00:00Z',
  eventName: 'DeleteUser',
  eventID: 'an id of another form',
  requestID: 'dddddddd-1000-4000-8000-000000000001',
  requestParameters: { organizationId: 'm-1', userId: bob },
  responseElements: null,
});
const listed = changed({
  eventTime: '2026-03-01T10:00:00Z',
  eventSource: 's3.amazonaws.com',
  requestID: 'DDDD2F1A8C6E4B97',
  eventName: 'ListBuckets',
  eventID: '3cb5a2a8-0000-4f4c-8f0e-0123456789ab',
  sourceIPAddress: '198.51.100.7',
  errorCode: 'AccessDenied',
  requestParameters: null,
  responseElements: null,
});
const events = [created, deleted, listed];

suite('events are found by words', () => {
  const cases: readonly (readonly [query: string, names: readonly string[]])[] = [
    ['', ['ListBuckets', 'DeleteUser', 'CreateUser']],
    ['USER', ['DeleteUser', 'CreateUser']],
    ['wmsdk', ['ListBuckets', 'DeleteUser', 'CreateUser']],
    ['198.51', ['ListBuckets']],
    ['denied', ['ListBuckets']],
    ['akiaios', ['ListBuckets', 'DeleteUser', 'CreateUser']],
    ['s3', ['ListBuckets']],
    // Of a target the id, and a name that another event teaches.
    ['aaaaaaaa', ['DeleteUser']],
    ['bob', ['DeleteUser', 'CreateUser']],
    // Ids by their beginning, and anywhere in those of another form.
    ['3cb5', ['ListBuckets', 'CreateUser']],
    ['3CB5A2A8-5', ['CreateUser']],
    ['3cb5a2a8-5a0f-4f4c-8f0e-0123456789ab', ['CreateUser']],
    ['another', ['DeleteUser']],
    // Of a requestID the beginning.
    ['dddddddd-1', ['DeleteUser']],
    ['dddd', ['ListBuckets', 'DeleteUser', 'CreateUser']],
    // Times: of what happened then, and at a clock of whatever day.
    ['2026-03', ['ListBuckets', 'DeleteUser', 'CreateUser']],
    ['2026-03-01T09', ['DeleteUser']],
    ['2026-03-01t09:00:01z', []],
    ['10:00 2026-03-01', ['ListBuckets']],
    ['8:00:00', ['CreateUser']],
    // All words.
    ['wmsdk  delete', ['DeleteUser']],
    ['wmsdk nobody', []],
  ];
  for (const [query, names] of cases) {
    test(JSON.stringify(query), () => assert.deepEqual(found(events, query), names));
  }

  test('the latest of many, each once', () => {
    assert.deepEqual(found([...events, ...events], 'user', 1), ['DeleteUser']);
    assert.deepEqual(found([...events, ...events], 'user'), ['DeleteUser', 'CreateUser']);
  });
});
