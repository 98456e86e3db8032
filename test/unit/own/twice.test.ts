import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DistinctRows } from '../../../server/src/core/store/distinctRows';
import { contentParts, toldContent } from '../../../server/src/core/store/own/contentKey';
import { OwnKeys } from '../../../server/src/core/store/own/ownKeys';
import { ownChunk } from '../../support/ownChunk';
import { deliveries } from '../../support/ownDeliveries';
import { ownRecordOf, shuffled } from '../../support/ownRecords';
import { SeededNumbers } from '../../support/seededNumbers';

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
const read = {
  event_timestamp: 1_772_350_000_123,
  request_id: 'a1b2c3d4-0000-4000-8000-000000000001',
  organization_arn: ARN,
  user_id: 'S-1-1-12-1-2-7-1001',
  action: 'read',
  object_type: 'Message',
  item_id: 'AAMk1',
  action_allowed: true,
};
const mail = {
  traceId: 't-1',
  event: { eventName: 'MAILBOX_EMAIL_DELIVERED', messageId: 'm-1', from: 'a@example.com', recipient: 'b@example.com' },
};
const line = (...events: readonly object[]): string => events.map((event) => JSON.stringify(event)).join('\n');
const contained = (event: object, timestamp: number): string =>
  JSON.stringify({ events: [{ timestamp, message: JSON.stringify(event), ingestionTime: timestamp + 9 }] });

/** How many events some logs tell of, and by how many records. */
function counted(...logs: readonly string[]): { readonly events: number; readonly rows: number } {
  const distinct = new DistinctRows(7);
  for (const [log, text] of logs.entries()) {
    const chunk = ownChunk(text);
    distinct.add({ chunk, from: 0, to: chunk.count, log, index: 0, base: 0 });
  }
  return { events: distinct.events, rows: distinct.rows };
}

test('of copies the one with the most fields speaks, and the others stand behind it', () => {
  const { user_id: _user, ...first } = read;
  const { item_id: _item, ...second } = read;
  const distinct = new DistinctRows(7);
  for (const [log, event] of [first, second, read, { ...read, item_id: 'AAMk2' }, first].entries())
    distinct.add({ chunk: ownChunk(line(event)), from: 0, to: 1, log, index: 0, base: 0 });
  const copies = (number: number): readonly number[] => distinct.copiesOf(number).map(({ stretch }) => stretch.log);
  assert.deepEqual([0, 1, 2, 3, 4].map(copies), [[2, 0, 1, 4], [2, 0, 1, 4], [2, 0, 1, 4], [3], [2, 0, 1, 4]]);
});

suite('of a record that one delivery tells to the second and another one to the thousandth', () => {
  const items = [0, 1, 2].map((at) => ({ ...read, event_timestamp: 1_772_350_000_123 + at, item_id: `AAMk${at}` }));
  const inSeconds = items.map((event) => ({ ...event, event_timestamp: 1_772_350_000 }));
  const withoutRequest = <T extends { readonly request_id: string }>(events: readonly T[]) =>
    events.map(({ request_id: _request, ...event }) => event);

  test('one is told, in whatever order the deliveries come', () => {
    assert.deepEqual(
      [counted(line(...items), line(...inSeconds)), counted(line(...inSeconds), line(...items))],
      [
        { events: 3, rows: 6 },
        { events: 3, rows: 6 },
      ],
    );
  });

  test('one is told without a request, if all else is the same', () => {
    const [first, second] = [withoutRequest(items), withoutRequest(inSeconds)];
    const fewer = second.map(({ user_id: _user, ...event }) => event);
    assert.deepEqual(
      [counted(line(...first), line(...second)), counted(line(...first), line(...fewer))],
      [
        { events: 3, rows: 6 },
        { events: 6, rows: 6 },
      ],
    );
  });

  test('none is one of another second, or of another item', () => {
    const others = [
      { ...read, event_timestamp: 1_772_350_001 },
      { ...read, event_timestamp: 1_772_350_000, item_id: 'AAMk9' },
    ];
    assert.deepEqual(counted(line(read), line(...others)), { events: 3, rows: 3 });
  });

  test('two that one delivery tells apart by thousandths alone are two, one of them on the second', () => {
    const both = [0, 500].map((ms) => ({ ...read, event_timestamp: 1_772_350_000_000 + ms }));
    assert.deepEqual(counted(line(...both)), { events: 2, rows: 2 });
    assert.deepEqual(counted(line(...withoutRequest(both))), { events: 2, rows: 2 });
  });
});

suite('a record of an own log that was delivered twice is one', () => {
  for (const [delivery, write] of Object.entries(deliveries)) {
    test(`as ${delivery}, in another order of its fields`, () => {
      const random = new SeededNumbers(5);
      const events = Array.from({ length: 8 }, () => ownRecordOf(random).event);
      const again = write(events.map((event) => shuffled(event, random)));
      assert.deepEqual(counted(line(...events), again), { events: 8, rows: 16 });
    });
  }

  const other = { ...read, item_id: 'AAMk2' };
  const items = Array.from({ length: 40 }, (_, item) => ({ ...read, item_id: `AAMk${item}` }));
  const fewer = ({ user_id: _user, action_allowed: _allowed, ...rest }: typeof read) => rest;
  const chosen = fewer(read);
  const { item_id: _item, ...unnamed } = read;
  const { event_timestamp: time, request_id: request, ...bare } = read;
  for (const [what, logs, events] of [
    ['the same twice in one log', [line(read, read)], 1],
    ['another item at the same moment', [line(read), line(other)], 2],
    [
      'many items of one request at one moment, and all of them again in another order',
      [line(...items), line(...items.slice().reverse(), other), line(...items)],
      40,
    ],
    ['another thousandth', [line(read), line({ ...read, event_timestamp: time + 1 })], 2],
    ['refused and not', [line(read), line({ ...read, action_allowed: false })], 2],
    [
      'without a time, of one request',
      [line({ ...bare, request_id: request }), line({ ...bare, request_id: request })],
      1,
    ],
    ['a short request, and another', [line({ ...bare, request_id: 'r1' }), line({ ...bare, request_id: 'r2' })], 2],
    [
      'a long request, and another',
      [line({ ...bare, request_id: `${request}-1` }), line({ ...bare, request_id: `${request}-2` })],
      2,
    ],
    ['with fewer fields chosen in another delivery', [line(read), line(chosen)], 1],
    ['the same, the other one first', [line(chosen), line(read)], 1],
    ['with fewer fields, and another item', [line(read), line({ ...chosen, item_id: 'AAMk2' })], 2],
    ['of two items without their ids, and with them', [line(unnamed), line(read, other), line(unnamed)], 2],
    ['in two halves, and then whole', [line(chosen, unnamed, other), line(read), line(unnamed, chosen)], 2],
    ['whole, and in halves', [line(read), line(unnamed, chosen)], 1],
    ['in two halves alone', [line(chosen, unnamed)], 2],
    ['with fewer fields, at another time', [line(read), line({ ...chosen, event_timestamp: time + 1 })], 2],
    ['with fewer fields and no request: it may be another', [line(read), line({ ...unnamed, request_id: '-' })], 2],
    ['many items, with fewer fields', [line(...items), line(...items.map(fewer)), line(...items.slice(9))], 40],
    ['many items, with fewer fields first', [line(...items.map(fewer)), line(...items)], 40],
    ['with neither time nor request: it may be two', [line(bare), line(bare)], 2],
    [
      'of mail, with the time of its container',
      [contained(mail, 1_772_350_000_456), contained(mail, 1_772_350_000_456)],
      1,
    ],
    [
      'of mail, with another time of its container',
      [contained(mail, 1_772_350_000_456), contained(mail, 1_772_350_000_457)],
      2,
    ],
    ['of mail, with no time', [line(mail), line(mail)], 2],
    [
      'of values that hold what parts them',
      [
        line({ ...read, folder_path: 'a\u0000b', folder_id: 'c' }),
        line({ ...read, folder_path: 'a', folder_id: 'b\u0000c' }),
      ],
      2,
    ],
  ] as const) {
    test(what, () => {
      const rows = logs.reduce((sum, text) => sum + text.split('\n').length, 0);
      assert.deepEqual(counted(...logs), { events, rows });
    });
  }
});

test('what tells records apart is the same as a text and as numbers, in any table', () => {
  const random = new SeededNumbers(11);
  const events = Array.from({ length: 300 }, () => ownRecordOf(random).event);
  const odd = [
    { ...read, folder_path: 'a\u0000b' },
    { ...read, request_id: 'r-1' },
    { ...read, request_id: `${read.request_id}!` },
  ];
  const one = ownChunk(line(...events, ...odd));
  const reversed = ownChunk(line(...[...events, ...odd].reverse()));
  const keys = new OwnKeys(3);
  const keyOf = (write: (key: Uint32Array) => unknown): string => {
    const key = new Uint32Array(4);
    write(key);
    return key.join(' ');
  };
  const found = Array.from({ length: one.count }, (_, row) => {
    const content = toldContent(one, row) ?? '';
    return [
      keyOf((key) => keys.read(one, row, key)),
      keyOf((key) => keys.ofContent(content, key)),
      keyOf((key) => keys.read(reversed, one.count - 1 - row, key)),
      toldContent(reversed, one.count - 1 - row) === content,
      contentParts(content).length,
    ];
  });
  assert.deepEqual(
    found,
    found.map(([key]) => [key, key, key, true, 35]),
  );
  assert.equal(new Set(found.map(([key]) => key)).size, events.length + odd.length);
});
