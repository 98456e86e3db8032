import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { withoutGuard } from '../../../server/src/core/read/tables/guard';
import { eventsIn, exported } from './exported';
import { heads, hostileEvents, hostileLog, hostileTexts } from './hostile';

const separators = { csv: ',', tsv: '\t' } as const;

/** Events in an order that does not rest on their times, of which some have none. */
async function byKind(log: string | Uint8Array): Promise<readonly unknown[]> {
  return (await eventsIn(log)).map((event) => JSON.stringify(event)).sort();
}

for (const [format, delimiter] of Object.entries(separators)) {
  suite(`${format}, read by another reader`, async () => {
    const { bytes, code, stderr } = await exported(format, { 'log.json': hostileLog });
    const [head = [], ...rows]: string[][] = parse(bytes, { delimiter });
    const told = rows.map((row) => Object.fromEntries(row.map((cell, at) => [head[at] ?? '', cell])));

    test('has the columns that are told, and a row for each event', () => {
      assert.deepEqual(
        { head, rows: rows.length, code, stderr },
        { head: heads, rows: hostileEvents.length, code: 0, stderr: '' },
      );
    });

    test('holds every event whole', () => {
      assert.deepEqual(
        told.map(({ event }) => JSON.parse(event ?? '')),
        JSON.parse(JSON.stringify(hostileEvents)),
      );
    });

    test('has parameters as JSON, and ids and times as they stand in the log', () => {
      assert.deepEqual(
        told.map(({ requestParameters, recipientAccountId, eventTime }) => [
          JSON.parse(requestParameters ?? ''),
          recipientAccountId,
          eventTime,
        ]),
        hostileEvents.map((event) => [
          JSON.parse(JSON.stringify(event.requestParameters)),
          '012345678901',
          event.eventTime,
        ]),
      );
    });

    test('has no cell that a spreadsheet runs, and none with a line break', () => {
      const cells = rows.flat();
      assert.deepEqual(
        cells.filter((cell) => /^\s*[=+\-@\uff1d]/.test(cell) || /[\p{Cc}\p{Cf}]/u.test(cell)),
        [],
      );
    });

    test('has the guard of a text once, so that it can be taken away', () => {
      const seen = ['=cmd|"/c calc"!A1', '+1', '-2', '@SUM(A1)', "'=1", "''=1"];
      assert.deepEqual(
        told.slice(0, seen.length).map(({ userAgent }) => withoutGuard(userAgent ?? '')),
        hostileTexts.slice(0, seen.length),
      );
    });
  });

  test(`${format} is read by us as the log that it was made from`, async () => {
    const { bytes } = await exported(format, { 'log.json': hostileLog });
    assert.deepEqual(await eventsIn(bytes), await eventsIn(hostileLog));
    const again = await exported(format, { 'exported.csv': bytes });
    const without = (table: Uint8Array): unknown =>
      parse(table, { delimiter }).map((row: string[]) =>
        row.filter((_, at) => !['file', 'index'].includes(heads[at] ?? '')),
      );
    assert.deepEqual(without(again.bytes), without(bytes));
  });

  test(`${format} of logs that WorkMail itself writes is read by us as these logs, also beside CloudTrail`, async () => {
    const organization_arn = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
    const own = [
      { event_timestamp: 1_772_350_000_000, organization_arn, action: 'read', action_allowed: true },
      { traceId: 't', event: { eventName: 'OUTGOING_EMAIL_SENT', recipient: 'b@example.com' } },
    ];
    for (const events of [own, [...own, hostileEvents[0]]]) {
      const log = events.map((event) => JSON.stringify(event)).join('\n');
      const { bytes } = await exported(format, { 'log.json': log });
      assert.deepEqual(await byKind(bytes), await byKind(log));
    }
  });
}

test('a table whose last column is lost is read from the others, without the guards', async () => {
  const { bytes } = await exported('csv', { 'log.json': hostileLog }, '--where', 'error:none');
  const rows: string[][] = parse(bytes);
  const less = rows.map((row) =>
    row
      .slice(0, -1)
      .map((cell) => `"${cell.replaceAll('"', '""')}"`)
      .join(','),
  );
  const kept = hostileEvents.filter(({ errorCode }) => errorCode === undefined);
  // What nobody can see stays an escape in such a table.
  const told = (events: readonly unknown[]): unknown =>
    events.map((event) => {
      const { userAgent, account, time, action } = Object(event);
      return { userAgent: /\\|[\p{Cc}\p{Cf}\p{Cs}]/u.test(userAgent) ? '' : userAgent, account, time, action };
    });
  assert.deepEqual(told(await eventsIn(less.join('\n'))), told(await eventsIn(JSON.stringify({ Records: kept }))));
});

test('events of a folder come once, in the order of the files, whatever they are compressed with', async () => {
  const [first, second, third] = hostileEvents;
  const logs = {
    'a.json.gz': gzipSync(JSON.stringify({ Records: [first, second] })),
    'b.json': JSON.stringify({ Records: [second, third] }, null, 2),
  };
  const { bytes, stdout } = await exported('csv', logs);
  const rows: string[][] = parse(bytes);
  assert.deepEqual(
    rows.slice(1).map((row) => row[heads.indexOf('eventID')]),
    [first, second, third].map((event) => event?.eventID),
  );
  assert.match(stdout, /: 3 events\n$/);
});
