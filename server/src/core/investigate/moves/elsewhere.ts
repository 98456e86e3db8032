import type { Act } from '../act';
import { asHappened } from '../asHappened';
import type { Elsewhere, Evidence } from '../evidence';
import type { Stray } from './strays';

const DAY = 86_400_000;
/** From the addresses of one stray so many events are looked at. */
const MOST = 1000;

/**
 * All acts of each stray, each once and as they happened, with what the same hands did in other services about that time: evidence holds only those that bear on mail, and
 * a thief tries others first.
 */
export function actsOfStrays(
  strays: readonly Stray[],
  { elsewhere }: Pick<Evidence, 'elsewhere'>,
): readonly (readonly Act[])[] {
  const asking = strays.filter(({ addresses }) => addresses.length > 0);
  const found = elsewhere(asking.map(elsewhereOf), MOST);
  const others = new Map(asking.map((stray, at) => [stray, found[at] ?? []]));
  return strays.map((stray) => withOthers(stray, others.get(stray) ?? []));
}

function elsewhereOf({ lines, addresses }: Stray): Elsewhere {
  const times = lines.flatMap(({ at }) => (at === 0 ? [] : [at]));
  return {
    addresses,
    whos: new Set(lines.map(({ who }) => who)),
    from: (times[0] ?? 0) - DAY,
    to: (times.at(-1) ?? 0) + DAY,
  };
}

function withOthers({ lines }: Stray, others: readonly Act[]): readonly Act[] {
  const acts = lines.map(({ act }) => act);
  if (others.length === 0) return acts;
  const known = new Set(acts.map(placeOf));
  const more = others.filter((act) => !known.has(placeOf(act)));
  return more.length === 0 ? acts : asHappened([...acts, ...more]);
}

function placeOf({ log, row }: Act): string {
  return row.eventID === '' ? `${log} ${row.index}` : row.eventID;
}
