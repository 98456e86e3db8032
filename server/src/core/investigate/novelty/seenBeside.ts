import type { Evidence } from '../evidence';
import type { Before, Seen, SeenSince } from './seen';

const NOTHING: Before = { calls: 0, days: 0, hours: 0 };

/** What is new of whoever touches mail, compared with other logs; as it happened. */
export function seenBeside({ mail, seenWith }: Evidence, baseline: Evidence): SeenSince {
  const touching = new Set(mail.filter((act) => !act.isByService).map(({ row }) => row.actorArn || row.actor));
  const before = new Map<string, Before>();
  const known = new Set<string>();
  for (const seen of baseline.seenWith(touching)) {
    before.set(seen.principal, seen.before);
    known.add(keyOf(seen));
  }
  const newcomers = new Set<string>();
  const seen = seenWith(touching).flatMap((each): Seen | readonly Seen[] => {
    const { principal } = each;
    const ofPrincipal = before.get(principal);
    if (ofPrincipal !== undefined) return known.has(keyOf(each)) ? [] : { ...each, before: ofPrincipal };
    if (newcomers.has(principal)) return [];
    newcomers.add(principal);
    return { ...each, kind: 'principal', value: principal, before: NOTHING };
  });
  return { seen, otherPrincipals: 0 };
}

function keyOf({ kind, principal, value }: Seen): string {
  return `${kind}\0${principal}\0${value}`;
}
