import type { Evidence } from '../evidence';
import { type Before, principalOf, type Seen, type SeenOfKind } from './seen';

const NOTHING: Before = { calls: 0, days: 0, hours: 0 };
const ALL = Number.POSITIVE_INFINITY;

/** What is new of whoever touches mail, compared with other logs; in no order. */
export function seenBeside({ mail, seenWith }: Evidence, baseline: Evidence): readonly SeenOfKind[] {
  const touching = new Set(mail.filter((act) => !act.isByService).map(principalOf));
  const before = new Map<string, Before>();
  const known = new Map<string, ReadonlySet<string>>();
  for (const each of baseline.seenWith(touching)) {
    before.set(each.principal, each.before);
    known.set(keyOf(each), new Set(each.seen(ALL).map(({ value }) => value)));
  }
  const isNew = ({ principal }: SeenOfKind): boolean => !before.has(principal);
  const all = seenWith(touching);
  const others = all.flatMap((each): readonly SeenOfKind[] => {
    const seen = isNew(each) ? [] : each.seen(ALL).filter(({ value }) => known.get(keyOf(each))?.has(value) !== true);
    const [first] = seen;
    return first === undefined
      ? []
      : [{ ...withSeen(each, seen, first), before: before.get(each.principal) ?? NOTHING }];
  });
  // Every principal has the hours of his acts, the first of them among these.
  const newcomers = all.flatMap((each): readonly SeenOfKind[] => {
    if (each.kind !== 'hour' || !isNew(each)) return [];
    const first = { value: each.principal, act: each.first };
    return [{ ...withSeen(each, [first], first), kind: 'principal', before: NOTHING }];
  });
  return [...newcomers, ...others];
}

function withSeen({ kind, principal, before }: SeenOfKind, seen: readonly Seen[], { act }: Seen): SeenOfKind {
  return { kind, principal, before, first: act, seen: (most) => seen.slice(0, most) };
}

function keyOf({ kind, principal }: SeenOfKind): string {
  return `${kind} ${principal}`;
}
