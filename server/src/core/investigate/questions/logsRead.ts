import { ownLogs } from '../../read/own/ownLogs';
import { spansOf } from '../deliveries/ownLog';
import type { LogEnds } from '../own/ownEvidence';
import { recordsTold } from '../own/recordsTold';
import { secondText } from '../utcText';
import type { Finding } from './answer';
import type { Grounds } from './grounds';
import { logTypeOf } from './logTypes';
import { counted } from './told';

/** Of a log nobody misses less. Milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

/** How far each of WorkMail's own logs reaches, held against the times in which it was delivered. */
export function logsRead(grounds: Grounds): readonly Finding[] {
  const own = grounds.evidence.own();
  return ownLogs().flatMap(({ id, words }) => {
    const count = own.counts.get(id) ?? 0;
    const ends = count === 0 ? undefined : own.ends(id);
    if (ends === undefined) return [];
    const gaps = Number.isNaN(ends.from) ? [] : [...missingAround(grounds, id, ends), ...offBetween(grounds, id, ends)];
    return recordsTold(ends.records, {
      kind: 'own-log-read',
      weight: gaps.length > 0 ? 'low' : 'info',
      what: `The ${words} holds ${counted(count, 'record')}, copies counted once`,
      more: gaps,
      entities: [],
    });
  });
}

function missingAround(
  { ownLogs: delivered, evidence }: Grounds,
  id: string,
  { from, to }: { readonly from: number; readonly to: number },
): readonly string[] {
  const of = delivered().filter(({ logType }) => logType === logTypeOf(id));
  // With several organizations nobody knows which one a record would have been of.
  if (of.length !== 1) return [];
  const { reach } = evidence;
  return of.flatMap(spansOf).flatMap((span) => {
    const [begin, end] = [span.from ?? reach.from ?? from, span.to ?? reach.to ?? to];
    const told: string[] = [];
    const before = Math.min(end, from);
    if (before - begin > DAY)
      told.push(
        `it was delivered from ${secondText(begin)} UTC, and nothing of it is here before ${secondText(before)} UTC`,
      );
    const after = Math.max(begin, to);
    if (end - after > DAY)
      told.push(
        `it was delivered until ${secondText(end)} UTC, and nothing of it is here after ${secondText(after)} UTC`,
      );
    return told;
  });
}

/** More times nobody reads in a sentence. */
const MOST_TIMES = 5;

/**
 * Times between records in which no delivery of the log ran that calls tell of, of each organization by itself: what was not delivered is not in it.
 * That nothing stands somewhere says nothing of the kind.
 */
function offBetween(
  { ownLogs: delivered }: Grounds,
  id: string,
  { from, to }: Pick<LogEnds, 'from' | 'to'>,
): readonly string[] {
  const all = delivered().filter(({ logType }) => logType === logTypeOf(id));
  const told = all.flatMap(({ changes, organizationId }) =>
    changes.flatMap((change, at): readonly string[] => {
      const next = changes[at + 1];
      const [off, on] = [change.act.row.time, next?.act.row.time ?? Number.NaN];
      const isOff = !change.isOn && next?.isOn === true && on > off;
      if (!isOff || on <= from || off >= to) return [];
      const whose = all.length > 1 ? ` for ${organizationId}` : '';
      return [
        `no delivery of it${whose} that calls here tell of ran from ${secondText(off)} to ${secondText(on)} UTC, so that what happened then may be missing between these records`,
      ];
    }),
  );
  const left = told.length - MOST_TIMES;
  return left > 0 ? [...told.slice(0, MOST_TIMES), `${left} more such times`] : told;
}
