import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { openDuckDb } from '../../support/queryEngines';
import { withFiles } from '../cli/terminal';
import { recordOf } from '../investigate/given';
import { exported } from './exported';

/** More than two groups of rows, the last of them short. */
const EVENTS = 10_007;
const HALF = '\ud83d';

/** Texts that repeat, and texts that don't; nothing, truth values, and now and then half of a surrogate pair. */
const events = Array.from({ length: EVENTS }, (_, at) => ({
  eventID: `0f6ba5f2-5c1e-4a51-9b0e-${String(at).padStart(12, '0')}`,
  eventTime: new Date(Date.UTC(2026, 2, 1) + 1000 * at).toISOString().replace('.000', ''),
  userAgent: `agent ${at % 7}`,
  readOnly: at % 3 > 0,
  ...(at % 5 === 0 && { errorCode: at % 2 === 0 ? 'AccessDenied' : `Own${at}` }),
  requestParameters: at % 11 === 0 ? null : { userId: at % 1000 === 1 ? `${HALF}${at}` : `u-${at}`, n: at },
}));
const mended = events.filter(({ requestParameters }) => requestParameters?.userId.startsWith(HALF)).length;
const records = events.map((own) => recordOf(own.readOnly ? 'DescribeUser' : 'UpdateUser', own));

/** What all readers should tell. */
const expected = events.map(({ eventID, eventTime, userAgent, readOnly, errorCode, requestParameters }, index) => [
  ...[eventID, eventTime, userAgent, readOnly, errorCode ?? null],
  requestParameters?.userId.replace(HALF, '\ufffd') ?? null,
  ...[requestParameters?.n ?? null, index % 5000],
]);

/** What differs, and not thousands of rows that are the same. */
function differing(rows: readonly (readonly unknown[])[]): readonly unknown[] {
  const at = rows.findIndex((row, index) => JSON.stringify(row) !== JSON.stringify(expected[index]));
  return at < 0 && rows.length === expected.length ? [] : [rows.length, at, rows[at], expected[at]];
}

suite('Parquet of several groups of rows', () => {
  const [first, second, third] = [0, 5000, 10_000].map((from) =>
    JSON.stringify({ Records: records.slice(from, from + 5000) }),
  );
  const logs = { '1.json': first ?? '', '2.json.gz': gzipSync(second ?? ''), '3.json': third ?? '' };

  test('says the same to DuckDB and to hyparquet as the logs, with JSON that both can read', async () => {
    const { bytes, stderr } = await exported('parquet', logs);
    const file = new Uint8Array(bytes).buffer;
    const { row_groups: groups } = parquetMetadata(file);
    const rows = await parquetReadObjects({ file });
    const read = rows.map(({ eventTime, event, ...row }) => [
      ...[row.eventID, new Date(eventTime).toISOString().replace('.000', ''), row.userAgent, row.readOnly],
      ...[row.errorCode, row.requestParameters?.userId ?? null, event.requestParameters?.n ?? null, row.index],
    ]);
    const asked = await withFiles({}, async (pathOf) => {
      await writeFile(pathOf('events.parquet'), bytes);
      const duckDb = await openDuckDb();
      return duckDb.ask(`SELECT eventID, strftime(eventTime AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%SZ'), userAgent, readOnly, errorCode,
        requestParameters->>'$.userId', CAST(event->>'$.requestParameters.n' AS INTEGER), "index"
        FROM '${pathOf('events.parquet')}' WHERE json_valid(event) AND (event->>'$.eventID') = eventID ORDER BY eventID`);
    });
    assert.deepEqual(
      [groups.length > 2, Number(parquetMetadata(file).num_rows), differing(read), differing(asked)],
      [true, EVENTS, [], []],
    );
    assert.equal(
      stderr,
      `workmail-trail: export: of the events, ${mended} hold half of a surrogate pair, for which databases refuse JSON: U+FFFD stands in its place. CSV and JSON Lines have it as it is.\n`,
    );
  });
});
