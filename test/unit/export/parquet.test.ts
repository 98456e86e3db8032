import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { recordOf } from '../investigate/given';
import { exported } from './exported';
import { heads, hostileEvents, hostileLog } from './hostile';

/** The bytes alone, as the reader wants them. */
function alone(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

suite('Parquet, read by another reader', () => {
  test('has a type for each column', async () => {
    const { bytes } = await exported('parquet', { 'log.json': hostileLog });
    const { schema, num_rows: rows } = parquetMetadata(alone(bytes));
    const types = Object.fromEntries(
      schema
        .slice(1)
        .map(({ name, type, converted_type: converted, logical_type: logical }) => [
          name,
          logical?.type ?? converted ?? type,
        ]),
    );
    const others = { eventTime: 'TIMESTAMP', readOnly: 'BOOLEAN', malformed: 'BOOLEAN', index: 'INT32' };
    const json = { requestParameters: 'JSON', responseElements: 'JSON', event: 'JSON' };
    const expected = { ...Object.fromEntries(heads.map((head) => [head, 'UTF8'])), ...others, ...json };
    assert.deepEqual([types, Number(rows)], [expected, hostileEvents.length]);
  });

  test('holds every event, with parameters that are JSON once and not twice', async () => {
    const { bytes } = await exported('parquet', { 'log.json': hostileLog });
    const rows = await parquetReadObjects({ file: alone(bytes) });
    assert.deepEqual(
      rows.map(({ event, requestParameters, userAgent, eventTime, recipientAccountId, readOnly, errorCode }) => ({
        ...{ event, requestParameters, userAgent, recipientAccountId, readOnly, errorCode },
        eventTime: new Date(eventTime).toISOString(),
      })),
      hostileEvents.map((event) => {
        const { userAgent, recipientAccountId, readOnly, errorCode = null } = event;
        // Half of a pair is no character, and no text of this format can hold it.
        const told: unknown = JSON.parse(JSON.stringify(event).replaceAll(/\\ud83d/g, '\ufffd'));
        return {
          ...{
            event: told,
            requestParameters: Reflect.get(Object(told), 'requestParameters'),
            recipientAccountId,
            readOnly,
          },
          userAgent: Buffer.from(String(userAgent)).toString('utf8'),
          errorCode,
          eventTime: '2026-03-01T08:00:00.000Z',
        };
      }),
    );
  });

  test('has truth values as every reader knows them, and times under both words for them', async () => {
    const calls = Array.from({ length: 40 }, (_, at) =>
      recordOf('ListUsers', { eventID: `e-${at}`, readOnly: at % 3 > 0 }),
    );
    const { bytes } = await exported('parquet', { 'log.json': JSON.stringify({ Records: calls }) });
    const { schema, row_groups: groups } = parquetMetadata(alone(bytes));
    const encodings = groups.flatMap(({ columns }) =>
      columns.flatMap(({ meta_data: of }) => (of?.type === 'BOOLEAN' ? of.encodings : [])),
    );
    const [time] = schema.filter(({ name }) => name === 'eventTime');
    const rows = await parquetReadObjects({ file: alone(bytes) });
    assert.deepEqual(
      [encodings, time?.converted_type, rows.map(({ readOnly }) => readOnly)],
      [['PLAIN', 'PLAIN'], 'TIMESTAMP_MILLIS', calls.map((_, at) => at % 3 > 0)],
    );
  });

  test('has nothing where a time can’t be read, and is whole without events', async () => {
    const timeless = JSON.stringify({ Records: [recordOf('ListUsers', { eventTime: 'yesterday' })] });
    const [{ bytes }, empty] = [
      await exported('parquet', { 'log.json': timeless }),
      await exported('parquet', { 'log.json': hostileLog }, '--where', 'action:Nothing'),
    ];
    const [row] = await parquetReadObjects({ file: alone(bytes) });
    assert.deepEqual([row?.eventTime ?? null, await parquetReadObjects({ file: alone(empty.bytes) })], [null, []]);
  });
});
