import { analyze } from '../../server/src/core/check/analyze';
import { eventRow } from '../../server/src/core/investigate/eventRow';
import type { FieldOrder } from '../../server/src/core/read/own/fieldOrder';
import { toldContent } from '../../server/src/core/store/own/contentKey';
import { type AuditColumn, auditColumns } from '../../server/src/core/store/ownColumns';
import { RowWriter } from '../../server/src/core/store/rowWriter';
import { StoredRow } from '../../server/src/core/store/storedRow';
import { deliveries } from './ownDeliveries';
import { chosenFields, type OwnRecord, ownRecordOf, shuffled } from './ownRecords';
import { SeededNumbers } from './seededNumbers';

/** No more are in one text. */
const MOST_RECORDS = 8;

/** What a row says, wherever its record stood. */
export function rowsOf(text: string, orders: readonly FieldOrder[] = []): readonly unknown[] {
  const writer = new RowWriter(MOST_RECORDS);
  const plain: unknown[] = [];
  for (const record of analyze(text, undefined, orders)) {
    writer.add(record);
    plain.push(said(eventRow(record, 'file')));
  }
  const chunk = writer.take();
  const columns = Object.keys(auditColumns).filter((name): name is AuditColumn => name !== 'state');
  return Array.from({ length: chunk.count }, (_, row) => ({
    row: said(new StoredRow(chunk, row, { index: row, file: 'file', base: 0 })),
    plain: plain[row],
    log: chunk.own.log(row)?.id,
    content: toldContent(chunk, row),
    allowed: chunk.own.allowed(row),
    ...Object.fromEntries(columns.map((name) => [name, chunk.own.text(row, name)])),
  }));
}

const TOLD = [
  'time',
  'source',
  'action',
  'outcome',
  'errorCode',
  'region',
  'account',
  'readOnly',
  'actorKind',
  'actor',
  'actorId',
  'address',
  'userAgent',
  'requestID',
  'organization',
  'targets',
  'named',
  'weight',
  'malformed',
] as const satisfies readonly (keyof StoredRow)[];

function said(row: Pick<StoredRow, (typeof TOLD)[number]>): Record<string, unknown> {
  return Object.fromEntries(
    TOLD.map((name) => [name, name === 'named' ? Array.from(new Set(row[name])).sort() : row[name]]),
  );
}

/** Reads some records in every way in which they are handed on; gives those that were read otherwise. */
export function runOwnRecords(seed: number, runs: number): readonly unknown[] {
  const random = new SeededNumbers(seed);
  const different: unknown[] = [];
  for (let run = 0; run < runs; run++) {
    const records: OwnRecord[] = Array.from({ length: 1 + random.between(0, 4 - 1) }, () => ownRecordOf(random));
    const chosen = chosenFields(records, random);
    const expected = rowsOf(chosen.map(({ event }) => JSON.stringify(event)).join('\n'));
    const mixed = chosen.map(({ event }) => shuffled(event, random));
    for (const [delivery, write] of Object.entries(deliveries)) {
      const text = write(mixed);
      const found = rowsOf(text);
      if (JSON.stringify(found) !== JSON.stringify(expected))
        different.push({ seed, run, delivery, text, expected, found });
    }
  }
  return different;
}
