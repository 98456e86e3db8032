import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everything } from '../../../server/src/core';
import { ownEvidenceOf } from '../../../server/src/core/store/own/ownEvidenceOf';
import { FlatReader } from '../../../server/src/extract/own/flatReader';
import type { FileStretch } from '../../../server/src/host/logFiles';
import { AnsweringRows } from '../../../server/src/node/cli/answeringRows';
import { scanFlat } from '../../../server/src/node/scan/flatScanned';
import { KeptRows } from '../../../server/src/node/scan/keptRows';
import { ReceivedRows, stretchesIn } from '../../../server/src/node/scan/receivedRows';
import { scanText } from '../../../server/src/places/scanText';
import { shippedModule } from '../../support/extractor';
import { SeededNumbers } from '../../support/seededNumbers';

const LOGS = 14;
const PER_LOG = 700;
const ASKED = { service: 'none' } as const;
const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';
const ACTS = ['read', 'read', 'read_summary', 'read_attachment', 'move', 'copy', 'delete', 'unheard_of'] as const;
const TYPES = ['Message', 'Folder', 'Attachment', null] as const;

function record(random: SeededNumbers): string {
  const some = <Value>(value: Value): Value | undefined => (random.between(0, 30) > 0 ? value : undefined);
  const user = `S-1-1-12-1-2-7-${random.between(1, 12)}`;
  const action = random.one(ACTS);
  return JSON.stringify({
    event_timestamp: some(1_772_350_000_000 + random.between(0, 9_999)),
    request_id: some(`6f0f2c7e-1f2e-4c9d-8a51-${String(random.between(0, 99_999)).padStart(12, '0')}`),
    organization_arn: some(ARN),
    user_id: some(user),
    owner_id: some(random.between(0, 3) > 0 ? user : `S-1-1-12-1-2-7-${random.between(1, 4)}`),
    impersonator_id: random.between(0, 9) > 0 ? undefined : `role-${random.between(1, 2)}`,
    protocol: some(random.one(['EWS', 'IMAP', 'WebMail'])),
    source_ip: some(`203.0.113.${random.between(1, 9)}`),
    user_agent: some(random.one(['Outlook/16.0', 'Thunderbird/128.0'])),
    action: some(action),
    object_type: random.one(TYPES),
    item_id: some(`item ${random.between(1, 90)}`),
    folder_path: some(`${random.one(['/', ''])}Folder ${random.between(1, 4)}`),
    folder_id: some(`f${random.between(1, 6)}`),
    attachment_path: action === 'read_attachment' ? some(`${random.between(1, 20)}.pdf`) : undefined,
    action_allowed: some(random.between(0, 9) > 0),
  });
}

/** Logs that tell much twice, in one log and in two; of some a line is cut off or is none. */
function randomLogs(random: SeededNumbers, areDamaged: boolean): readonly string[] {
  const met: string[] = [];
  return Array.from({ length: LOGS }, (_, log) => {
    const lines = Array.from({ length: PER_LOG }, () => {
      const line = met.length > 0 && random.between(0, 7) === 0 ? random.one(met) : record(random);
      met.push(line);
      return line;
    });
    if (areDamaged && log % 4 === 3) lines[5] = random.one([lines[5]?.slice(0, 60) ?? '', 'not a record']);
    return lines.join('\n');
  });
}

interface ScannedLog {
  readonly log: number;
  /** It was not read in TypeScript. */
  readonly isFlat: boolean;
  readonly stretches: readonly FileStretch[];
}

/** As some threads with one secret read logs: each every so many of them. @param count of threads; 0: one that reads all in TypeScript */
function scanned(logs: readonly string[], count: number): readonly ScannedLog[] {
  const markedBy = {};
  const threads = Array.from({ length: Math.max(count, 1) }, () => ({
    reader: count === 0 ? undefined : FlatReader.of(shippedModule(), { one: 5n, two: 6n }),
    kept: new KeptRows(undefined, true),
    received: new ReceivedRows(markedBy),
  }));
  return threads.flatMap(({ reader, kept, received }, thread) => {
    const read = logs.flatMap((text, log) => {
      if (log % threads.length !== thread) return [];
      const found = reader && scanFlat(Buffer.from(text), ASKED, reader, kept);
      if (found === undefined) scanText(text, ASKED, (each, isWanted) => kept.add(each, isWanted));
      return [{ log, isFlat: found !== undefined, told: kept.endFile() }];
    });
    const chunks = received.take(kept.take());
    return read.map(({ told, ...each }) => ({ ...each, stretches: stretchesIn(chunks, told) }));
  });
}

/** All that is told of reading and of moving, and how many records there are of each log. */
function told(read: readonly ScannedLog[]): readonly unknown[] {
  const rows = new AnsweringRows(everything);
  for (const { log, stretches } of read) rows.add({ rank: 0, position: log }, `${log}`, stretches);
  const own = ownEvidenceOf(rows.speaking(), 7, rows.repeating());
  const reads = own
    .reads(({ user, owner }) => (user === owner ? 'own' : 'permission'), [])
    .map((each) => {
      const { user, owner, role, door, items, folders, attachments, refused, previews, records, programs, cells } =
        each;
      const acts = [1, 9].map((most) => each.acts(most).map(({ row }) => `${row.file}:${row.index}`));
      const counts = { items, folders, attachments, refused, previews, records };
      return JSON.stringify([user, owner, role, door, counts, programs, cells.length, acts, Array.from(each.times())]);
    });
  const groupOf = ({ user, owner }: { readonly user: string; readonly owner: string }): string | undefined =>
    user === owner ? undefined : `${user} in ${owner}`;
  const done = own.done({ log: 'mailbox-access', acts: ['copy', 'move'], groupOf });
  const moved = Array.from(done, ([name, { records }]) => [
    name,
    ...records.map(({ time, what }) => `${what} ${time}`),
  ]);
  return [reads.sort(), moved, Array.from(own.counts)];
}

test('of many records, some of them told twice, all ways of reading tell the same', () => {
  const random = new SeededNumbers(23);
  for (const areDamaged of [false, true]) {
    const logs = randomLogs(random, areDamaged);
    const plain = told(scanned(logs, 0));
    for (const threads of [1, 3]) {
      const read = scanned(logs, threads);
      assert.equal(
        read.every(({ isFlat }) => isFlat),
        !areDamaged,
      );
      assert.deepEqual(told(read), plain);
    }
  }
});
