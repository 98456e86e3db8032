import type { OwnActCount } from '../../investigate/own/ownEvidence';
import { ownLogs } from '../../read/own/ownLogs';
import { columns } from '../columns';
import { ALLOWED_SHIFT, LOG_MASK, REFUSED } from '../ownColumns';
import type { SpeakingRows } from '../speakingRows';
import { isSpeaking } from './readRows';

/** What was done in rows of WorkMail's own logs: the logs in their order, of each the most frequent first. */
export function actCounts(rows: readonly SpeakingRows[]): readonly OwnActCount[] {
  const logs = ownLogs();
  const found = logs.map(() => new Map<string, { records: number; refused: number }>());
  for (const each of rows) {
    const { chunk } = each;
    const { own, tables } = chunk;
    if (own.count === 0) continue;
    const states = own.audit('state');
    const calls = chunk.column(columns.call);
    const speaks = isSpeaking(each);
    // Few calls, and a text is looked at once for each of them in a chunk.
    const counts = new Map<number, { records: number; refused: number }>();
    for (let place = 0; place < own.count; place++) {
      const row = own.rows[place] ?? 0;
      if (!speaks(row)) continue;
      const state = states[place] ?? 0;
      const key = (calls[row] ?? 0) * logs.length + (state & LOG_MASK);
      const known = counts.get(key) ?? { records: 0, refused: 0 };
      known.records++;
      if (((state >> ALLOWED_SHIFT) & 3) === REFUSED) known.refused++;
      counts.set(key, known);
    }
    for (const [key, { records, refused }] of counts) {
      const what = tables.callText(Math.floor(key / logs.length), 'action');
      const ofLog = found[key % logs.length];
      const known = ofLog?.get(what) ?? { records: 0, refused: 0 };
      ofLog?.set(what, { records: known.records + records, refused: known.refused + refused });
    }
  }
  return logs.flatMap(({ id }, at) =>
    Array.from(found[at] ?? [], ([what, counts]) => ({ log: id, what, ...counts })).sort(
      (left, right) => right.records - left.records || (left.what < right.what ? -1 : 1),
    ),
  );
}
