import type { LogEnds, OwnRecord } from '../../investigate/own/ownEvidence';
import { ownLogNamed } from '../../read/own/ownLogs';
import { LOG_MASK } from '../ownColumns';
import type { SpeakingRows } from '../speakingRows';
import { isSpeaking, numbered } from './readRows';
import { RecordsOnce } from './recordsOnce';
import { StoredRecord } from './storedRecord';

/** Records of a log, each once, the earliest first. @param log its id @param what those of one act alone */
export function ownRecords(rows: readonly SpeakingRows[], log: string, what?: string): readonly OwnRecord[] {
  const number = ownLogNamed(log)?.number ?? -1;
  const found = new RecordsOnce();
  for (const each of rows) {
    const { own } = each.chunk;
    if (own.count === 0) continue;
    const states = own.audit('state');
    const { chunk } = each;
    const isMeant = numbered((call) => (what === undefined || chunk.tables.callText(call, 'action') === what ? 1 : 0));
    const speaks = isSpeaking(each);
    for (let place = 0; place < own.count; place++) {
      const row = own.rows[place] ?? 0;
      if (((states[place] ?? 0) & LOG_MASK) !== number || !speaks(row) || isMeant(chunk.call(row)) === 0) continue;
      found.add(new StoredRecord(each, place));
    }
  }
  return found.sorted();
}

/** The record at a place; undefined where none of these logs is there. @param file as rows have it @param index among the records of the file */
export function ownRecordAt(rows: readonly SpeakingRows[], file: string, index: number): OwnRecord | undefined {
  for (const each of rows) {
    const { own } = each.chunk;
    if (own.count === 0) continue;
    const speaks = isSpeaking(each);
    for (let place = 0; place < own.count; place++) {
      const row = own.rows[place] ?? 0;
      if (!speaks(row)) continue;
      const at = each.placeOf(row);
      if (at.index === index && at.file === file) return new StoredRecord(each, place);
    }
  }
  return undefined;
}

/** The first and the last record of a log. @param log its id */
export function logEnds(rows: readonly SpeakingRows[], log: string): LogEnds {
  const number = ownLogNamed(log)?.number ?? -1;
  let first: Place | undefined;
  let last: Place | undefined;
  let [from, to] = [Number.NaN, Number.NaN];
  for (const each of rows) {
    const { chunk } = each;
    const { own } = chunk;
    if (own.count === 0) continue;
    const states = own.audit('state');
    const speaks = isSpeaking(each);
    let [earliest, latest] = [-1, -1];
    for (let place = 0; place < own.count; place++) {
      const row = own.rows[place] ?? 0;
      if (((states[place] ?? 0) & LOG_MASK) !== number || !speaks(row)) continue;
      first ??= { each, place };
      const time = chunk.time(row);
      if (!(from <= time) && !Number.isNaN(time)) [from, earliest] = [time, place];
      if (!(to >= time) && !Number.isNaN(time)) [to, latest] = [time, place];
    }
    if (earliest >= 0) first = { each, place: earliest };
    if (latest >= 0) last = { each, place: latest };
  }
  const ends = from === to ? [first] : [first, last];
  return {
    from,
    to,
    records: ends.flatMap((end) => (end === undefined ? [] : new StoredRecord(end.each, end.place))),
  };
}

interface Place {
  readonly each: SpeakingRows;
  readonly place: number;
}
