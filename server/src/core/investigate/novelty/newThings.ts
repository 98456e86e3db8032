import type { Weight } from '../../check/schemaTypes';
import { once } from '../../once';
import type { Act } from '../act';
import { byHappening, type Evidence } from '../evidence';
import { weightRank } from '../questions/grounds';
import { newBuckets } from './newBuckets';
import type { NewThing } from './newThing';
import type { Quiet } from './quiet';
import { principalOf, type SeenOfKind } from './seen';
import { seenBeside } from './seenBeside';
import { unusualHours } from './unusualHours';

/** So many things are told, the weightiest. */
const MOST = 1000;
/** Of one kind of one principal so many values are told. */
const MOST_VALUES = 50;

export interface NewThings {
  /** The weightiest first, of one weight as they happened. */
  readonly things: readonly NewThing[];
  /** So many are new beside those that are told. */
  readonly others: number;
}

/** What whoever touches mail had not done, been or had before; none of it proves anything by itself. */
export function newThings(evidence: Evidence, quiet: Quiet): NewThings {
  const seen = 'baseline' in quiet ? seenBeside(evidence, quiet.baseline) : evidence.seenSince(quiet.until);
  const unusual = seen.flatMap((each) => (each.kind === 'hour' ? (unusualHours(each) ?? []) : each));
  const weighty = once(() => weightyWithKeys(evidence));
  const weighed = [
    ...unusual.map((each): Weighed => weighedOf(each, weighty)),
    ...newBuckets(evidence, quiet).map((thing): Weighed => ({ ...thing, first: thing.acts[0], thing: () => thing })),
  ];
  weighed.sort(byWeight);
  const told = weighed.slice(0, MOST);
  return { things: told.map(({ thing }) => thing()), others: weighed.length - told.length };
}

/** A thing that is made when it is told. */
interface Weighed {
  readonly weight: Weight;
  readonly first: Act;
  readonly thing: () => NewThing;
}

/** Acts of some weight, by principal. */
type Weighty = ReadonlyMap<string, readonly Act[]>;

function weighedOf(group: SeenOfKind, weightyActs: () => Weighty): Weighed {
  const { kind, first } = group;
  const weighty = kind === 'address' ? weightyFrom(group, weightyActs()) : [];
  const weight = weightOf(kind, weighty);
  return {
    weight,
    first,
    thing: () => {
      const seen = group.seen(MOST_VALUES);
      const acts = seen.slice(1).map(({ act }) => act);
      const values = seen.map(({ value }) => value);
      return { kind, weight, actor: first.row.actor, values, acts: [first, ...acts], weighty };
    },
  };
}

/** Those with a key that stays. */
function weightyWithKeys({ mail }: Evidence): Weighty {
  const found = new Map<string, Act[]>();
  for (const act of mail) {
    const { row } = act;
    if (row.weight !== 'critical' && row.weight !== 'high') continue;
    if (row.outcome !== 'succeeded' || !row.accessKey.startsWith('AKIA')) continue;
    const principal = principalOf(act);
    const known = found.get(principal);
    if (known === undefined) found.set(principal, [act]);
    else known.push(act);
  }
  return found;
}

/** Those from one of the new addresses. */
function weightyFrom({ principal, first, seen }: SeenOfKind, weighty: Weighty): readonly Act[] {
  const own = weighty.get(principal)?.filter(({ time }) => time >= first.time) ?? [];
  if (own.length === 0) return [];
  const addresses = new Set(seen(Number.POSITIVE_INFINITY).map(({ value }) => value));
  return own.filter(({ row }) => addresses.has(row.address));
}

function weightOf(kind: SeenOfKind['kind'], weighty: readonly Act[]): Weight {
  if (weighty.length > 0) return 'high';
  return kind === 'principal' || kind === 'key' || kind === 'account' ? 'medium' : 'low';
}

function byWeight(left: Weighed, right: Weighed): number {
  return weightRank[left.weight] - weightRank[right.weight] || byHappening(left.first, right.first);
}
