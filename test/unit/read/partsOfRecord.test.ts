import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { partsOfRecord, spansAround } from '../../../server/src/core/read/partsOfRecord';
import { cursor } from '../../support/cursor';
import { readLog } from '../../support/readLog';

const EVENT =
  '{"eventVersion":"1.08","userIdentity":{"type":"Root","accountId":"111122223333"},"eventTime":"2026-03-01T08:00:00Z",' +
  '"eventSource":"workmail.amazonaws.com","eventName":"ListUsers","awsRegion":"eu-west-1","sourceIPAddress":"192.0.2.1"}';

/** What grows from the mark, from the inside out. */
function grown(withMark: string): readonly string[] {
  const { text, offset } = cursor(withMark);
  const [record] = readLog(text).records;
  assert.ok(record !== undefined);
  return spansAround(text, record, offset).map(({ start, end }) => text.slice(start, end));
}

suite('what holds a place of a record', () => {
  const identity = '{"type":"Root","accountId":"111122223333"}';

  test('a value, its member, the object and its member, the event', () => {
    assert.deepEqual(grown(EVENT.replace('Root', 'Ro│ot')), [
      'Root',
      '"Root"',
      '"type":"Root"',
      identity,
      `"userIdentity":${identity}`,
      EVENT,
    ]);
  });

  test('a key, and what it is the key of', () => {
    assert.deepEqual(grown(EVENT.replace('"type"', '"ty│pe"')).slice(0, 3), ['type', '"type"', '"type":"Root"']);
  });

  test('in a damaged record, as it was mended', () => {
    const damaged = EVENT.replace('"Root",', '"Root"');
    assert.deepEqual(grown(damaged.replace('1111', '11│11')), [
      '111122223333',
      '"111122223333"',
      '"accountId":"111122223333"',
      '{"type":"Root""accountId":"111122223333"}',
      '"userIdentity":{"type":"Root""accountId":"111122223333"}',
      damaged,
    ]);
  });

  test('in a record that stands in a text, with its escapes', () => {
    const escaped = JSON.stringify(EVENT).slice(1, -1);
    const log = `{"events":[{"timestamp":1,"message":"${escaped.replace('Root', 'Ro│ot')}"}]}`;
    assert.deepEqual(grown(log).slice(0, 3), ['Root', '\\"Root\\"', '\\"type\\":\\"Root\\"']);
    assert.equal(grown(log).at(-1), escaped);
  });
});

test('picked parts stand where the log has them', () => {
  const text = `[ ${EVENT} ]`;
  const [record] = readLog(text).records;
  assert.ok(record !== undefined);
  const keys = partsOfRecord(text, record, ({ kind, depth, start, end }, source) =>
    kind === 'key' && depth === 2 ? source.slice(start, end) : undefined,
  );
  const found = Array.from(keys, ({ start, end, picked }) => [text.slice(start, end), picked]);
  assert.deepEqual(found, [
    ['"type"', '"type"'],
    ['"accountId"', '"accountId"'],
  ]);
});
