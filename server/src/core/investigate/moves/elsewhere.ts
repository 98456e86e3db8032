import { exactly, type Question } from '../../query/question';
import type { Act } from '../act';
import { asHappened } from '../asHappened';
import type { Evidence } from '../evidence';
import { whoOf } from './line';
import type { Stray } from './strays';

const DAY = 86_400_000;
/** Of one stray so many events are looked up. */
const MOST = 1000;

/**
 * All acts of a stray, with what the same hands did in other services about that time: evidence holds only those that bear on mail, and
 * a thief tries others first.
 */
export function actsOfStray({ lines, addresses }: Stray, { find }: Pick<Evidence, 'find'>): readonly Act[] {
  const acts = lines.map(({ act }) => act);
  if (addresses.length === 0) return acts;
  const asked: Question = { kind: 'field', field: 'address', values: addresses.map(exactly) };
  const whos = new Set(lines.map(({ who }) => who));
  const times = lines.flatMap(({ at }) => (at === 0 ? [] : [at]));
  const [from, to] = [(times[0] ?? 0) - DAY, (times.at(-1) ?? 0) + DAY];
  const known = new Set(acts.map(placeOf));
  const others = find(asked, MOST).filter(
    (act) =>
      act.facts.service === 'other' &&
      act.row.time >= from &&
      act.row.time <= to &&
      whos.has(whoOf(act)) &&
      !known.has(placeOf(act)),
  );
  return others.length === 0 ? acts : asHappened([...acts, ...others]);
}

function placeOf({ log, row }: Act): string {
  return row.eventID === '' ? `${log} ${row.index}` : row.eventID;
}
