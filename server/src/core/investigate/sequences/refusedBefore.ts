import { parseQuestion } from '../../query/parseQuestion';
import type { Act } from '../act';
import { byHappening, type Evidence } from '../evidence';

/** More refusals of one case nobody has to see. */
const MOST = 20_000;
const REFUSED = 'outcome:failed error:AccessDenied*,*UnauthorizedOperation*,NotAuthorized*';

/**
 * The acts of evidence, and beside them what services of all kinds refused to those who did something weighty: trying out what a key
 * may do is rarely about mail alone. As `byHappening` has them.
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
  return others.size === 0 ? acts : [...acts, ...others.values()].sort(byHappening);
}

function placeOf({ log, row }: Act): string {
  return `${log} ${row.index}`;
}
