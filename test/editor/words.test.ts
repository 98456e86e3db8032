import assert from 'node:assert/strict';
import {
  eventDescription,
  eventLabel,
  eventSentence,
  groupDescription,
  groupSentence,
  outcomeWords,
  rowWords,
} from '../../client/src/events/words';
import type { EventGroup, EventItem } from '../../server/src/wire/protocol';

const group: EventGroup = {
  key: 'workmail/CreateUser',
  action: 'CreateUser',
  eventSource: 'workmail.amazonaws.com',
  service: 'workmail',
  count: 1400,
  failed: 2,
  malformed: 1,
  first: '2026-03-01T08:00:00Z',
  last: '2026-03-01T17:30:59Z',
  weight: 'high',
};
const item: EventItem = {
  uri: 'file:///log.json',
  index: 0,
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  eventName: 'CreateUser',
  eventTime: '2026-03-01T08:00:12Z',
  actor: 'alice',
  target: 'bob',
  outcome: 'succeeded',
  errorCode: undefined,
  malformed: null,
  copies: [],
};

describe('what the tree says', () => {
  it('of a group', () => {
    assert.equal(groupDescription(group), '1,400 · 2 failed · 1 malformed · 08:00 – 17:30Z, 2026-03-01');
    assert.equal(
      groupSentence(group),
      'CreateUser: 1,400 events, 2 failed, 1 malformed, 08:00 – 17:30Z, 2026-03-01. Weight for an investigation: high.',
    );
    assert.equal(
      groupDescription({ ...group, failed: 0, malformed: 0, last: '2026-03-02T00:00:00Z' }),
      '1,400 · 2026-03-01 08:00 – 2026-03-02 00:00Z',
    );
    assert.equal(
      groupDescription({ ...group, count: 1, failed: 0, malformed: 0, last: group.first }),
      '1 · 08:00Z, 2026-03-01',
    );
    assert.equal(groupDescription({ ...group, failed: 0, malformed: 0, first: undefined, last: undefined }), '1,400');
  });

  it('of an event', () => {
    assert.equal(eventLabel(item, false), '08:00:12  alice → bob');
    assert.equal(eventLabel(item, true), '2026-03-01 08:00:12  alice → bob');
    assert.equal(eventLabel({ ...item, target: '', actor: '', eventTime: undefined }, true), 'no time  unknown caller');
    assert.equal(eventLabel({ ...item, eventTime: 'yesterday' }, true), 'yesterday  alice → bob');
    assert.equal(eventSentence(item), 'CreateUser by alice on bob at 2026-03-01 08:00:12, succeeded.');
  });

  it('of an event of another service, which its group does not name the action of', () => {
    const other = { ...item, eventName: 'CreateRole', target: '' };
    assert.equal(eventLabel(other, false, true), '08:00:12  CreateRole by alice');
    const denied = { ...other, outcome: 'failed', errorCode: 'AccessDenied' } as const;
    assert.equal(eventLabel(denied, false, true), '08:00:12  failed: CreateRole by alice');
    assert.equal(eventLabel({ ...other, eventName: '', actor: '' }, false, true), '08:00:12  unknown caller');
    assert.equal(
      eventSentence(other, 'iam.amazonaws.com'),
      'CreateRole of iam.amazonaws.com by alice at 2026-03-01 08:00:12, succeeded.',
    );
  });

  it('of long names no more than anybody reads, whole characters of them', () => {
    assert.deepEqual(rowWords('08:00:12  alice', 'succeeded'), { label: '08:00:12  alice', description: 'succeeded' });
    const { label, description } = rowWords('x'.repeat(190), 'AccessDeniedException');
    assert.equal(label + description, `${'x'.repeat(190)}AccessDen…`);
    assert.deepEqual(rowWords('\u{1f600}'.repeat(101), 'x'), { label: `${'\u{1f600}'.repeat(99)}…`, description: 'x' });
    const long = { ...item, actor: 'a'.repeat(500), target: 'b'.repeat(500) };
    assert.equal(eventLabel(long, true), `2026-03-01 08:00:12  ${'a'.repeat(79)}… → ${'b'.repeat(79)}…`);
  });

  it('of an event that went wrong, before its names', () => {
    const failed = { ...item, outcome: 'failed', errorCode: 'EntityNotFoundException' } as const;
    assert.equal(eventLabel(failed, false), '08:00:12  failed: alice → bob');
    assert.equal(eventDescription(failed), 'EntityNotFoundException');
    assert.equal(eventDescription({ ...failed, errorCode: undefined }), 'failed');
    const malformed = { ...item, outcome: 'unknown', malformed: 'syntax' } as const;
    assert.equal(eventLabel(malformed, false), '08:00:12  malformed: alice → bob');
    assert.equal(eventDescription(malformed), 'broken JSON');
    assert.equal(eventDescription(item), 'succeeded');
  });

  it('of an event that is there more than once, and of a call that a VPC endpoint saw, too', () => {
    const copy = { uri: 'file:///other.json', index: 0 };
    const seen = { ...copy, endpoint: 'vpce-1' };
    assert.equal(eventDescription({ ...item, copies: [copy] }), 'succeeded · 2 places');
    assert.equal(eventDescription({ ...item, copies: [seen] }), 'succeeded · also seen at VPC endpoint vpce-1');
    const both = { ...item, copies: [copy, seen, { ...seen, endpoint: '' }] };
    assert.match(
      eventSentence(both),
      / Delivered to 2 places, listed once\. Also seen at VPC endpoint vpce-1\. Also seen at a VPC endpoint\.$/,
    );
  });

  it('of an outcome, always in words', () => {
    assert.equal(outcomeWords(item), 'succeeded');
    assert.equal(outcomeWords({ ...item, outcome: 'unknown' }), 'outcome unknown');
    assert.equal(
      outcomeWords({ ...item, outcome: 'failed', errorCode: 'NameAvailabilityException' }),
      'failed: NameAvailabilityException',
    );
    assert.equal(outcomeWords({ ...item, outcome: 'unknown', malformed: 'syntax' }), 'malformed: broken JSON');
    assert.equal(
      outcomeWords({ ...item, outcome: 'failed', malformed: 'schema' }),
      'malformed: does not fit its schema, failed',
    );
  });

  it('lets no value of a log draw an icon or turn the text around', () => {
    const label = eventLabel({ ...item, actor: '$(trash) root', target: 'a\u202eb\nc' }, false);
    assert.doesNotMatch(label, /(?<!\\)\$\(|\u202e|\n/);
  });
});
