import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownEvidenceOf } from '../../../server/src/core/store/own/ownEvidenceOf';
import type { RowChunk } from '../../../server/src/core/store/rowChunk';
import type { SpeakingRows } from '../../../server/src/core/store/speakingRows';
import type { Secret } from '../../../server/src/extract/byChance';
import { FlatReader } from '../../../server/src/extract/own/flatReader';
import { scanFlat } from '../../../server/src/node/scan/flatScanned';
import { KeptRows } from '../../../server/src/node/scan/keptRows';
import { ReceivedRows, stretchesIn } from '../../../server/src/node/scan/receivedRows';
import { shippedModule } from '../../support/extractor';
import { ownChunk } from '../../support/ownChunk';
import { SeededNumbers } from '../../support/seededNumbers';

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
const ACTS = [
  ['read', 'Message'],
  ['read_attachment', 'Attachment'],
  ['read_summary', 'Folder'],
] as const;

/** Two logs of few readers who read few things, many of them in both. */
function randomLogs(random: SeededNumbers): readonly [string, string] {
  const record = (): string => {
    const [action, type] = ACTS[random.between(0, ACTS.length - 1)] ?? ACTS[0];
    return JSON.stringify({
      event_timestamp: 1_772_350_000_000 + random.between(0, 99),
      organization_arn: ARN,
      user_id: `S-1-1-12-1-2-7-${random.between(1, 3)}`,
      owner_id: `S-1-1-12-1-2-7-${random.between(1, 2)}`,
      action,
      object_type: type,
      // Long ones, too: their marks are made piece by piece.
      ...(random.between(0, 40) > 0 && {
        item_id: `${'A'.repeat(random.between(0, 3) * 700)}${random.between(1, 30)}`,
      }),
      folder_path: `/Folder ${random.between(1, 4)}`,
      folder_id: `f${random.between(1, 6)}`,
      ...(type === 'Attachment' && { attachment_path: `${random.between(1, 20)}.pdf` }),
      action_allowed: random.between(0, 9) > 0,
    });
  };
  const log = (): string => Array.from({ length: 120 }, record).join('\n');
  return [log(), log()];
}

/** The rows of a log, as a thread of its own reads it. */
function received(log: string, secret: Secret, markedBy: object): RowChunk {
  const reader = FlatReader.of(shippedModule(), secret);
  const kept = new KeptRows(undefined, true);
  assert.ok(reader !== undefined && scanFlat(Buffer.from(log), { service: 'none' }, reader, kept) !== undefined);
  const told = kept.endFile();
  const [stretch] = stretchesIn(new ReceivedRows(markedBy).take(kept.take()), told);
  assert.ok(stretch !== undefined);
  return stretch.chunk;
}

function counted(chunks: readonly RowChunk[]): readonly unknown[] {
  const rows = chunks.map(
    (chunk, log): SpeakingRows => ({
      chunk,
      rows: Uint32Array.from({ length: chunk.count }, (_, row) => row),
      placeOf: (row) => ({ log, index: row, file: `${log}`, base: 0 }),
    }),
  );
  return ownEvidenceOf(rows, 7)
    .reads(() => 'own', [])
    .map(({ user, owner, items, folders, attachments, refused, records }) =>
      JSON.stringify({ user, owner, items, folders, attachments, refused, records }),
    )
    .sort();
}

test('what threads with one secret read is counted as what nobody has marked', () => {
  const random = new SeededNumbers(17);
  const [secret, markedBy] = [{ one: 5n, two: 6n }, {}];
  for (let time = 0; time < 20; time++) {
    const logs = randomLogs(random);
    const marked = counted(logs.map((log) => received(log, secret, markedBy)));
    const unmarked = counted(logs.map((log, each) => received(log, { one: BigInt(each), two: 9n }, {})));
    assert.deepEqual(marked, unmarked);
    assert.deepEqual(marked, counted(logs.map(ownChunk)));
  }
});
