import { isAscii, isUtf8 } from 'node:buffer';
import { mayLieIn, parseObject } from '../../core';
import { ownRecord } from '../../core/check/analyzeOwn';
import { ownKindOf } from '../../core/read/own/ownKind';
import { areOwnFlatLines, areOwnLines, HEAD_OF_LINES, mayBePartOfEvent } from '../../core/read/own/ownLines';
import { type OwnLog, ownLogNamed, ownLogs } from '../../core/read/own/ownLogs';
import { ENTRY, type FlatEntries } from '../../extract/own/flatLines';
import type { FlatReader } from '../../extract/own/flatReader';
import { WHY } from '../../extract/own/flatRows';
import type { Asked } from '../../places/asked';
import { Found, type ScannedText, seenOf } from '../../places/scanText';
import type { KeptRows } from './keptRows';

/**
 * The fast way through a log of WorkMail's own that is one flat object a line. Nearly no record of it becomes an object: what is not plain
 * is read as JSON, and a log with anything that is no record is read in full, in TypeScript.
 */

/** Of a log that says nothing else of its records. */
const LINES = 'json-lines';
const SINGLE = 'single';
/** Every log that could begin with a mark of byte order, or with something else than an object, is read in full. */
const OPEN_BRACE = 0x7b;

/** Whether it is worth a try. */
export function mayBeFlat(bytes: Uint8Array): boolean {
  return bytes[0] === OPEN_BRACE;
}

/** A first record that is longer is not surely looked at as a whole when it is asked what the text is. */
const LONGEST_FIRST = 100_000;

/**
 * @param bytes of the log's text
 * @param rows where the rows of records are kept
 * @returns undefined where the log has to be read in full
 */
export function scanFlat(
  bytes: Buffer,
  { service = 'workmail', window, answers }: Asked,
  reader: FlatReader,
  rows: KeptRows,
): ScannedText | undefined {
  // A question may ask for anything in a record; where events are wanted, places in the text are.
  if (!mayBeFlat(bytes) || answers !== undefined || service === 'all' || ownLogNamed(service) !== undefined)
    return undefined;
  if (!reader.isUsable || (!isAscii(bytes) && !isUtf8(bytes))) return undefined;
  const found = new Found(service);
  const kinds = new Set<OwnLog>();
  reader.rows.begin(window);
  let index = 0;
  let isPlain = true;
  const text = (from: number, length: number): string => bytes.toString('utf8', from, from + length);

  const addEntries = (entries: FlatEntries): boolean => {
    const { count, number } = entries;
    if (index === 0 && number(0, ENTRY.bytesLength) > LONGEST_FIRST) isPlain = false;
    for (let entry = 0; entry < count; entry++) {
      const next = rows.addFlat(reader, entries, entry, index);
      found.addOwn(next - entry);
      index += next - entry;
      entry = next;
      const { why } = reader.rows;
      if (why === WHY.end) break;
      if (why === WHY.strange) return false;
      if (why === WHY.outside) {
        found.outside++;
        index++;
        continue;
      }
      isPlain = false;
      const line = text(entries.from + number(entry, ENTRY.bytesStart), number(entry, ENTRY.bytesLength));
      const value = mayBePartOfEvent(line) ? undefined : parseObject(line);
      const log = ownKindOf(value);
      if (value === undefined || log === undefined) return false;
      reader.learn(value);
      kinds.add(log);
      const start = number(entry, ENTRY.start);
      const end = start + number(entry, ENTRY.length);
      const piece = { start, end, form: 'object', source: line, value, damages: [], edits: [], log } as const;
      const record = ownRecord(piece, index++);
      const seen = seenOf(record);
      if (window === undefined || mayLieIn(window, seen)) rows.add(record, found.add(seen));
      else found.outside++;
    }
    return true;
  };

  const reading = reader.lines.entriesIn(bytes);
  let next = reading.next();
  while (!next.done && addEntries(next.value)) next = reading.next();
  const isTaken = next.done === true && next.value && index > 0;
  if (!isTaken || !(isPlain ? areOwnFlatLines(headOf(bytes)) : areOwnLines(bytes.toString('utf8')))) {
    rows.endFile();
    return undefined;
  }
  const { logs, times } = reader.rows;
  for (const number of logs) {
    const log = ownLogs()[number];
    if (log !== undefined) kinds.add(log);
  }
  for (const time of times ?? []) found.widen(time);
  const [only] = kinds;
  const kind = kinds.size === 1 && only !== undefined ? only.words : "WorkMail's own logs";
  // No place is asked for: of these records none is wanted.
  const told = found.told(index > 1 ? () => ({ line: 0, character: 0 }) : undefined);
  return { ...told, container: index === 1 ? SINGLE : LINES, kind };
}

/** No character takes more bytes. */
const MOST_BYTES = 3;

function headOf(bytes: Buffer): string {
  return bytes.toString('utf8', 0, MOST_BYTES * HEAD_OF_LINES).slice(0, HEAD_OF_LINES);
}
