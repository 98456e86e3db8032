import { parseQuestion } from '../../query/parseQuestion';
import type { Act } from '../act';
import { byHappening, type Evidence } from '../evidence';

/** More refusals of one case nobody has to see. */
const MOST = 20_000;
const REFUSED = 'outcome:failed error:AccessDenied*,*UnauthorizedOperation*,NotAuthorized*';

/**
 * The acts of evidence, and beside them what services of all kinds refused to those who did something weighty: trying out what a key
 * may do is rarely about mail alone. In the order of the evidence.
 */
export function actsWithRefusals({ acts, mail, find }: Evidence): readonly Act[] {
  const [keys, arns] = [new Set<string>(), new Set<string>()];
  for (const { row } of mail) {
    if (row.readOnly !== false || row.outcome !== 'succeeded') continue;
    if (row.weight !== 'critical' && row.weight !== 'high') continue;
    if (row.accessKey !== '') keys.add(row.accessKey);
    else if (row.actorArn !== '') arns.add(row.actorArn);
  }
  if (keys.size + arns.size === 0) return acts;
  const isTheirs = ({ row }: Act): boolean => keys.has(row.accessKey) || (arns.size > 0 && arns.has(row.actorArn));
  const refused = find(parseQuestion(REFUSED).question, MOST, isTheirs);
  const others = new Map(refused.map((act) => [placeOf(act), act]));
  if (others.size > 0) for (const act of acts) if (act.row.outcome === 'failed') others.delete(placeOf(act));
  return others.size === 0 ? acts : merged(acts, Array.from(others.values()));
}

/** Both are in order, and most of the one stay side by side. */
function merged(acts: readonly Act[], others: readonly Act[]): readonly Act[] {
  const all: Act[] = [];
  let next = 0;
  for (const act of acts) {
    for (let other = others[next]; other !== undefined && isBefore(other, act); other = others[next]) {
      all.push(other);
      next++;
    }
    all.push(act);
  }
  return [...all, ...others.slice(next)];
}

/** Nearly all are told apart by their times. */
function isBefore(one: Act, other: Act): boolean {
  return one.time === other.time ? byHappening(one, other) < 0 : one.time < other.time;
}

function placeOf({ log, row }: Act): string {
  return `${log} ${row.index}`;
}
