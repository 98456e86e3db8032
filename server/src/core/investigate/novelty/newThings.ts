import type { Weight } from '../../check/schemaTypes';
import { once } from '../../once';
import type { Act } from '../act';
import { byHappening, type Evidence } from '../evidence';
import { newBuckets } from './newBuckets';
import type { NewKind, NewThing } from './newThing';
import type { Quiet } from './quiet';
import type { Seen } from './seen';
import { seenBeside } from './seenBeside';
import { isUnusualHour } from './unusualHour';

/** Of so many new principals it is told who they are. */
const MOST_PRINCIPALS = 1000;
/** Of one kind of one principal so many values are told. */
const MOST_VALUES = 50;

export interface NewThings {
  /** As they happened. */
  readonly things: readonly NewThing[];
  /** So many principals are new beside those that are told. */
  readonly otherPrincipals: number;
}

/** What whoever touches mail had not done, been or had before; none of it proves anything by itself. */
export function newThings(evidence: Evidence, quiet: Quiet): NewThings {
  const { seen, otherPrincipals } =
    'baseline' in quiet ? seenBeside(evidence, quiet.baseline) : evidence.seenSince(quiet.until, MOST_PRINCIPALS);
  const unusual = seen.filter((each) => each.kind !== 'hour' || isUnusualHour(each));
  const weighty = once(() => weightyWithKeys(evidence));
  const grouped = Array.from(byKindAndPrincipal(unusual), (group) => thingOf(group, weighty));
  const things = [...grouped, ...newBuckets(evidence, quiet)];
  return { things: things.sort((left, right) => byHappening(left.acts[0], right.acts[0])), otherPrincipals };
}

/** Of each kind all that one principal was seen with. */
function byKindAndPrincipal(seen: readonly Seen[]): Iterable<readonly [Seen, ...Seen[]]> {
  const found = new Map<string, [Seen, ...Seen[]]>();
  for (const each of seen) {
    const key = `${each.kind} ${each.principal}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, [each]);
    else if (known.length < MOST_VALUES) known.push(each);
  }
  return found.values();
}

/** Acts of some weight, by principal. */
type Weighty = ReadonlyMap<string, readonly Act[]>;

function thingOf(group: readonly [Seen, ...Seen[]], weightyActs: () => Weighty): NewThing {
  const [first, ...others] = group;
  const { kind, act } = first;
  const weighty = kind === 'address' ? weightyFrom(group, weightyActs()) : [];
  return {
    kind,
    weight: weightOf(kind, weighty),
    actor: act.row.actor,
    values: group.map(({ value }) => value),
    acts: [act, ...others.map((each) => each.act)],
    weighty,
  };
}

/** Those with a key that stays. */
function weightyWithKeys({ mail }: Evidence): Weighty {
  const found = new Map<string, Act[]>();
  for (const act of mail) {
    const { row } = act;
    if (row.weight !== 'critical' && row.weight !== 'high') continue;
    if (row.outcome !== 'succeeded' || !row.accessKey.startsWith('AKIA')) continue;
    const principal = row.actorArn || row.actor;
    const known = found.get(principal);
    if (known === undefined) found.set(principal, [act]);
    else known.push(act);
  }
  return found;
}

/** Those from one of the new addresses. */
function weightyFrom(group: readonly [Seen, ...Seen[]], weighty: Weighty): readonly Act[] {
  const [{ principal, act }] = group;
  const addresses = new Set(group.map(({ value }) => value));
  const own = weighty.get(principal) ?? [];
  return own.filter(({ row, time }) => time >= act.time && addresses.has(row.address));
}

function weightOf(kind: NewKind, weighty: readonly Act[]): Weight {
  if (weighty.length > 0) return 'high';
  return kind === 'principal' || kind === 'key' || kind === 'account' ? 'medium' : 'low';
}
