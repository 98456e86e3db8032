import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { analyze, type EventRow, eventRow } from '../../../server/src/core';
import { RowWriter } from '../../../server/src/core/store/rowWriter';
import { StoredRow } from '../../../server/src/core/store/storedRow';
import { fixtures } from '../../support/expectedFile';
import { anyLog } from './anyLog';

const told = (row: EventRow): Readonly<Record<keyof EventRow, unknown>> => ({
  index: row.index,
  start: row.start,
  end: row.end,
  file: row.file,
  time: row.time,
  eventTime: row.eventTime,
  source: row.source,
  service: row.service,
  action: row.action,
  outcome: row.outcome,
  errorCode: row.errorCode,
  region: row.region,
  account: row.account,
  readOnly: row.readOnly,
  category: row.category,
  type: row.type,
  actorKind: row.actorKind,
  actor: row.actor,
  actorArn: row.actorArn,
  actorId: row.actorId,
  accessKey: row.accessKey,
  sessionIssuer: row.sessionIssuer,
  sessionName: row.sessionName,
  sessionCreated: row.sessionCreated,
  mfa: row.mfa,
  invokedBy: row.invokedBy,
  address: row.address,
  userAgent: row.userAgent,
  eventID: row.eventID,
  requestID: row.requestID,
  sharedEventID: row.sharedEventID,
  targets: row.targets,
  malformed: row.malformed,
  weight: row.weight,
});

function assertKept(text: string): void {
  const records = [...analyze(text)];
  const writer = new RowWriter(records.length);
  for (const record of records) writer.add(record, 0);
  const chunk = writer.take();
  const kept = records.map(({ index }, row) => told(new StoredRow(chunk, row, { index, file: 'a.json', base: 0 })));
  assert.deepEqual(
    kept,
    records.map((record) => told(eventRow(record, 'a.json'))),
  );
}

suite('A row in columns says what the event says', () => {
  for (const { name, file } of fixtures()) test(name, () => assertKept(readFileSync(file, 'utf8')));

  test('whatever is in its fields', () => {
    fc.assert(fc.property(anyLog, assertKept), { numRuns: 300 });
  });
});
