import type { Weight } from '../../check/schemaTypes';
import type { Act } from '../act';
import type { Evidence } from '../evidence';
import { type Doing, doingOfAct, type NewKind, Programs, traits } from './doing';
import { firstActs } from './firstActs';
import { newBuckets } from './newBuckets';
import { newHours } from './newHours';
import type { NewThing } from './newThing';
import { type Compared, compared, type Quiet } from './quiet';

/** What whoever touches mail had not done, been or had before; none of it proves anything by itself. */
export function newThings(evidence: Evidence, quiet: Quiet): readonly NewThing[] {
  const all = compared(evidence, quiet);
  const touching = new Set(evidence.mail.filter((act) => !act.isByService).map((act) => doingOfAct(act).principal));
  const known = new Known(all.known, new Programs());
  const fresh = all.fresh.filter(({ principal }) => touching.has(principal));
  return [...ofPrincipals(fresh, known, all, evidence), ...newBuckets(all), ...newHours(all)].sort(
    (left, right) => left.acts[0].row.time - right.acts[0].row.time,
  );
}

/** What the quiet time had. */
class Known {
  readonly principals = new Set<string>();
  readonly programs: Programs;
  readonly #traits = new Set<string>();

  constructor(doings: readonly Doing[], programs: Programs) {
    this.programs = programs;
    for (const doing of doings) {
      this.principals.add(doing.principal);
      for (const { kind, of } of traits) this.#traits.add(keyOf(kind, doing.principal, of(doing, programs)));
    }
  }

  has(kind: NewKind, principal: string, value: string): boolean {
    return this.#traits.has(keyOf(kind, principal, value));
  }
}

function keyOf(kind: NewKind, principal: string, value: string): string {
  return `${kind}\0${principal}\0${value}`;
}

/** A new principal is one thing; of known ones each kind of new values is one. */
function ofPrincipals(
  fresh: readonly Doing[],
  known: Known,
  { freshActs }: Compared,
  evidence: Evidence,
): readonly NewThing[] {
  const found = new Map<
    string,
    { readonly kind: NewKind; readonly actor: string; readonly doings: Map<string, Doing> }
  >();
  const add = (kind: NewKind, doing: Doing, value: string): void => {
    const key = keyOf(kind, doing.principal, '');
    const entry = found.get(key) ?? { kind, actor: doing.actor, doings: new Map<string, Doing>() };
    found.set(key, entry);
    if (!entry.doings.has(value)) entry.doings.set(value, doing);
  };
  for (const doing of fresh) {
    if (!known.principals.has(doing.principal)) {
      add('principal', doing, doing.principal);
      continue;
    }
    for (const { kind, of } of traits) {
      const value = of(doing, known.programs);
      if (value !== '' && !known.has(kind, doing.principal, value)) add(kind, doing, value);
    }
  }
  const actsOf = byPrincipal(freshActs);
  return Array.from(found.values()).flatMap(({ kind, actor, doings }) => {
    const [doing] = doings.values();
    const own = doing === undefined ? [] : (actsOf.get(doing.principal) ?? []);
    const met = firstActs(kind, doings, own, known.programs, evidence);
    const [first, ...others] = met.map(({ act }) => act);
    if (first === undefined) return [];
    const weighty = kind === 'address' && doing !== undefined ? weightyFrom(doings, doing.principal, own) : [];
    return [
      {
        kind,
        weight: weightOf(kind, weighty),
        actor,
        values: met.map(({ value }) => value),
        acts: [first, ...others] as const,
        weighty,
      },
    ];
  });
}

/** There may be as many principals as acts: acts are gone through once for all of them. */
function byPrincipal(acts: readonly Act[]): ReadonlyMap<string, readonly Act[]> {
  const found = new Map<string, Act[]>();
  for (const act of acts) {
    const { principal } = doingOfAct(act);
    const known = found.get(principal);
    if (known === undefined) found.set(principal, [act]);
    else known.push(act);
  }
  return found;
}

/** Acts of some weight with a key that stays, from one of the new addresses. */
function weightyFrom(addresses: ReadonlyMap<string, Doing>, principal: string, acts: readonly Act[]): readonly Act[] {
  return acts.filter(
    ({ row }) =>
      (row.weight === 'critical' || row.weight === 'high') &&
      row.outcome === 'succeeded' &&
      (row.actorArn || row.actor) === principal &&
      /^AKIA/.test(row.accessKey) &&
      addresses.has(row.address),
  );
}

function weightOf(kind: NewKind, weighty: readonly Act[]): Weight {
  if (weighty.length > 0) return 'high';
  return kind === 'principal' || kind === 'key' || kind === 'account' ? 'medium' : 'low';
}
