import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import readWorkbook, { readSheet } from 'read-excel-file/node';
import { type ExportedEvent, type ExportedEvents, eventRow, parseObject, wholeRecord } from '../../../server/src/core';
import { LONGEST_CELL, xlsxBytes } from '../../../server/src/export/xlsx';
import { recordOf } from '../investigate/given';
import { exported } from './exported';
import { heads, hostileEvents, hostileLog } from './hostile';

const column = (name: string): number => heads.indexOf(name);

/** Some events, made as they are asked for. */
async function* made(count: number): ExportedEvents & AsyncGenerator<readonly ExportedEvent[]> {
  for (let at = 0; at < count; at++) {
    const json = JSON.stringify(recordOf('ListUsers', { eventID: `e-${at}` }));
    const record = wholeRecord(json, { start: 0, end: json.length }, at, true);
    if (record !== undefined) yield [{ row: eventRow(record, 'log.json'), json }];
  }
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

suite('a workbook, read by another reader', () => {
  test('holds every event whole, ids and times as texts, and no formula', async () => {
    const { bytes } = await exported('xlsx', { 'log.json': hostileLog });
    const [head, ...rows] = await readSheet(bytes, { trim: false });
    assert.deepEqual(head, heads);
    assert.deepEqual(
      rows.map((row) => [
        parseObject(String(row[column('event')])),
        row[column('recipientAccountId')],
        row[column('eventTime')],
        row[column('readOnly')],
        row[column('index')],
      ]),
      hostileEvents.map((event, at) => [JSON.parse(JSON.stringify(event)), '012345678901', event.eventTime, false, at]),
    );
  });

  test('goes on in another sheet where one is full, with the heads again', async () => {
    const bytes = await bytesOf(xlsxBytes(made(5), () => undefined, { rows: 3, bytes: 1e9 }));
    const sheets = await readWorkbook(bytes);
    assert.deepEqual(
      sheets.map(({ sheet, data }) => [sheet, data.map((row) => row[column('eventID')])]),
      [
        ['Events', ['eventID', 'e-0', 'e-1']],
        ['Events_2', ['eventID', 'e-2', 'e-3']],
        ['Events_3', ['eventID', 'e-4']],
      ],
    );
  });

  test('loses no event, and doubles none, wherever a sheet is full by rows or by bytes', async () => {
    const ids = Array.from({ length: 9 }, (_, at) => `e-${at}`);
    const read: unknown[] = [];
    const limits = [2, 3, 5].flatMap((rows) => [1, 7_000, 12_000, 30_000].map((bytes) => ({ rows, bytes })));
    for (const limit of limits) {
      const sheets = await readWorkbook(await bytesOf(xlsxBytes(made(9), () => undefined, limit)));
      read.push([
        sheets.flatMap(({ data: [, ...rows] }) => rows.map((row) => row[column('eventID')])),
        sheets.every(({ data }) => data.length <= (limit.bytes === 1 ? 2 : limit.rows)),
      ]);
    }
    assert.deepEqual(
      read,
      limits.map(() => [ids, true]),
    );
  });

  test('tells which cells are too long, and ends them with an ellipsis', async () => {
    const long = JSON.stringify({ Records: [recordOf('UpdateUser', { userAgent: '_x0041_'.repeat(LONGEST_CELL) })] });
    const { bytes, stderr, code } = await exported('xlsx', { 'log.json': long });
    const [, row = []] = await readSheet(bytes, { trim: false });
    const agent = String(row[column('userAgent')]).replaceAll('_x005F_', '_');
    assert.deepEqual([agent.length, agent.at(-1), code], [LONGEST_CELL, '…', 0]);
    assert.deepEqual(stderr.match(/of the column \w+/g), ['of the column userAgent', 'of the column event']);
  });
});
