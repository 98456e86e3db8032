import assert from 'node:assert/strict';
import { groupDescription, groupingWords, groupSentence } from '../../client/src/events/groupWords';
import {
  eventDescription,
  eventLabel,
  eventSentence,
  rowWords,
  type SaidAbove,
  saidAbove,
} from '../../client/src/events/words';
import { type EventGroup, type EventItem, type GroupField, outcomeWords } from '../../server/src/wire/protocol';

const group: EventGroup = {
  by: 'action',
  key: 'workmail/CreateUser',
  label: 'CreateUser',
  service: 'workmail',
  count: 1400,
  failed: 2,
  malformed: 1,
  first: '2026-03-01T08:00:00Z',
  last: '2026-03-01T17:30:59Z',
  weight: 'high',
  question: 'service:workmail action:CreateUser',
};
const item: EventItem = {
  uri: 'file:///log.json',
  index: 0,
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  eventID: '00000000-0000-4000-8000-000000000002',
  eventName: 'CreateUser',
  otherSource: '',
  eventTime: '2026-03-01T08:00:12Z',
  actor: 'alice',
  target: 'bob',
  outcome: 'succeeded',
  errorCode: undefined,
  malformed: null,
  weight: 'high',
  copies: [],
};

/** What rows need not say: the action, and the day unless there are several. */
const oneDay: SaidAbove = new Set(['action', 'day']);
const days: SaidAbove = new Set(['action']);
const byDay: SaidAbove = new Set(['day']);
const said = (...fields: readonly GroupField[]): SaidAbove => new Set(fields);

describe('what the tree says', () => {
  it('of a group', () => {
    assert.equal(groupDescription(group), '1,400 · high · 2 failed · 1 malformed · 08:00 – 17:30Z, 2026-03-01');
    assert.equal(
      groupSentence(group),
      'CreateUser: 1,400 events, 2 failed, 1 malformed, 08:00 – 17:30Z, 2026-03-01. Weight for an investigation: high.',
    );
    assert.equal(
      groupDescription({ ...group, failed: 0, malformed: 0, last: '2026-03-02T00:00:00Z' }),
      '1,400 · high · 2026-03-01 08:00 – 2026-03-02 00:00Z',
    );
    assert.equal(
      groupDescription({ ...group, count: 1, failed: 0, malformed: 0, last: group.first }),
      '1 · high · 08:00Z, 2026-03-01',
    );
    assert.equal(
      groupDescription({ ...group, failed: 0, malformed: 0, first: undefined, last: undefined }),
      '1,400 · high',
    );
  });

  it('of an event', () => {
    assert.equal(eventLabel(item, oneDay), '08:00:12  alice → bob');
    assert.equal(eventLabel(item, days), '2026-03-01 08:00:12  alice → bob');
    assert.equal(eventLabel({ ...item, target: '', actor: '', eventTime: undefined }, days), 'no time  unknown caller');
    const delivered = { ...item, eventName: 'MAILBOX_EMAIL_DELIVERED', actor: '' };
    assert.equal(eventLabel(delivered, byDay), '08:00:12  MAILBOX_EMAIL_DELIVERED → bob');
    assert.equal(eventLabel({ ...item, eventTime: 'yesterday' }, days), 'yesterday  alice → bob');
    assert.equal(
      eventSentence(item),
      'CreateUser by alice on bob at 2026-03-01 08:00:12, succeeded. Weight for an investigation: high.',
    );
  });

  it('of an event of another service, which its group does not name the action of', () => {
    const other = { ...item, eventName: 'CreateRole', otherSource: 'iam.amazonaws.com', target: '', weight: undefined };
    assert.equal(eventLabel(other, byDay, true), '08:00:12  CreateRole by alice');
    const denied = { ...other, outcome: 'failed', errorCode: 'AccessDenied' } as const;
    assert.equal(eventLabel(denied, byDay, true), '08:00:12  failed: CreateRole by alice');
    assert.equal(eventLabel({ ...other, eventName: '', actor: '' }, byDay, true), '08:00:12  unknown caller');
    assert.equal(eventLabel(other, byDay), '08:00:12  iam CreateRole by alice');
    assert.equal(eventSentence(other), 'CreateRole of iam.amazonaws.com by alice at 2026-03-01 08:00:12, succeeded.');
  });

  it('of an event is what its groups do not say', () => {
    assert.equal(eventLabel(item, said()), '2026-03-01 08:00:12  CreateUser by alice → bob');
    assert.equal(eventLabel(item, said('day', 'actor')), '08:00:12  CreateUser → bob');
    assert.equal(eventLabel(item, said('day', 'target')), '08:00:12  CreateUser by alice');
    assert.equal(eventLabel(item, said('day', 'action', 'actor')), '08:00:12  bob');
    assert.equal(eventLabel({ ...item, target: '' }, said('day', 'action', 'actor')), '08:00:12');
    const failed = { ...item, outcome: 'failed', errorCode: 'AccessDenied' } as const;
    assert.equal(eventLabel(failed, said('day', 'outcome', 'action')), '08:00:12  alice → bob');
    assert.equal(eventDescription(failed, said('outcome', 'action')), 'AccessDenied');
    assert.equal(eventDescription(item, said('outcome', 'action')), '');
    assert.equal(eventDescription(item, said('actor')), 'succeeded · high');
    assert.equal(eventDescription(item, said('weight')), 'succeeded');
  });

  it('of the session of a role puts the person before the role', () => {
    const session = { ...item, actor: 'jane', role: 'Admin' };
    assert.equal(eventLabel(session, oneDay), '08:00:12  jane (Admin) → bob');
    assert.match(eventSentence(session), /^CreateUser by jane \(Admin\) on bob /);
  });

  it('of groups is said for what they hold, the day only where it is one', () => {
    const actor: EventGroup = { ...group, by: 'actor', key: 'alice', label: 'alice', service: undefined };
    assert.deepEqual(saidAbove([group, actor]), said('action', 'actor', 'day'));
    assert.deepEqual(saidAbove([{ ...group, last: '2026-03-02T00:00:00Z' }]), said('action'));
    assert.deepEqual(saidAbove([{ ...group, service: 'other' }]), said('day'));
    assert.deepEqual(saidAbove([{ ...group, key: 'own/mailbox', service: 'own' }]), said('day'));
  });

  it('of a group by something else than the action', () => {
    const actor: EventGroup = { ...group, by: 'actor', key: 'alice', label: 'alice', service: undefined, malformed: 0 };
    assert.equal(groupDescription(actor), '1,400 · high among them · 2 failed · 08:00 – 17:30Z, 2026-03-01');
    assert.match(groupSentence(actor), /^alice: 1,400 events, .* Greatest weight for an investigation: high\.$/);
    const failed: EventGroup = { ...actor, by: 'outcome', key: 'failed', label: 'Failed', count: 2, weight: 'low' };
    assert.equal(groupDescription(failed), '2 · 08:00 – 17:30Z, 2026-03-01');
    assert.equal(groupingWords(['target', 'day']), 'by mailbox or target, then day');
  });

  it('of long names no more than anybody reads, whole characters of them', () => {
    assert.deepEqual(rowWords('08:00:12  alice', 'succeeded'), { label: '08:00:12  alice', description: 'succeeded' });
    const { label, description } = rowWords('x'.repeat(190), 'AccessDeniedException');
    assert.equal(label + description, `${'x'.repeat(190)}AccessDen…`);
    assert.deepEqual(rowWords('\u{1f600}'.repeat(101), 'x'), { label: `${'\u{1f600}'.repeat(99)}…`, description: 'x' });
    const long = { ...item, actor: 'a'.repeat(500), target: 'b'.repeat(500) };
    assert.equal(eventLabel(long, days), `2026-03-01 08:00:12  ${'a'.repeat(79)}… → ${'b'.repeat(79)}…`);
  });

  it('of an event that went wrong, before its names', () => {
    const failed = { ...item, outcome: 'failed', errorCode: 'EntityNotFoundException' } as const;
    assert.equal(eventLabel(failed, oneDay), '08:00:12  failed: alice → bob');
    assert.equal(eventDescription(failed, oneDay), 'EntityNotFoundException');
    assert.equal(eventDescription({ ...failed, errorCode: undefined }, oneDay), 'failed');
    const malformed = { ...item, outcome: 'unknown', malformed: 'syntax' } as const;
    assert.equal(eventLabel(malformed, oneDay), '08:00:12  malformed: alice → bob');
    assert.equal(eventDescription(malformed, oneDay), 'broken JSON');
    assert.equal(eventDescription(item, oneDay), 'succeeded');
  });

  it('of an event that is there more than once, and of a call that a VPC endpoint saw, too', () => {
    const copy = { uri: 'file:///other.json', index: 0 };
    const seen = { ...copy, endpoint: 'vpce-1' };
    assert.equal(eventDescription({ ...item, copies: [copy] }, oneDay), 'succeeded · 2 places');
    assert.equal(eventDescription({ ...item, copies: [seen] }, oneDay), 'succeeded · also seen at VPC endpoint vpce-1');
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
    const label = eventLabel({ ...item, actor: '$(trash) root', target: 'a\u202eb\nc' }, oneDay);
    assert.doesNotMatch(label, /(?<!\\)\$\(|\u202e|\n/);
  });
});
