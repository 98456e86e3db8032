import { stateSchema } from '../../../generated/state';
import { knownAction } from '../../explain/words';
import type { JsonObject, JsonValue } from '../../record';
import { isMailCall } from '../../record';
import type { Act } from '../act';
import type { Evidence } from '../evidence';
import { type Entry, type Keys, sayTheSame, type Values } from './course';
import { History } from './history';
import { type EntryPlace, type Happening, Ledger } from './ledger';
import { isLeftOut, scopeAt } from './readValue';
import { placeKey, SameSecond } from './sameSecond';
import type { ActionEffects, StateSchema, Table } from './stateSchema';
import { type Lack, planOf, type Step } from './steps';
import type { Organization, Unknown, Why } from './unknown';

/**
 * Follows all calls of WorkMail that succeeded, and those of other services that `schemas/state.json` knows, in the order they happened: what each made of the tables of `schemas/state.json`, and
 * what could not be followed.
 */
export function replay({ acts, reach }: Pick<Evidence, 'acts' | 'reach'>): History {
  const schema = stateSchema();
  const following = new Following(schema);
  const followed = acts.filter((act) => act.facts.service !== 'other' || effectsOf(act, schema) !== undefined);
  for (const [at, act] of followed.entries()) following.follow(act, at);
  return following.history(reach.to);
}

/** What `schemas/state.json` says of a call; undefined where it knows nothing of it. */
function effectsOf({ facts, call }: Act, { actions, others }: StateSchema): ActionEffects | undefined {
  if (facts.service === 'workmail') return actions.get(facts.eventName);
  return facts.service === 'other' ? others.get(call.ofService)?.get(call.action) : undefined;
}

class Following {
  readonly #schema: StateSchema;
  readonly #ledger = new Ledger();
  readonly #organizations = new Map<string, Organization & { readonly listed: Map<Table, number> }>();
  readonly #unknown: Unknown[] = [];
  readonly #second = new SameSecond();

  constructor(schema: StateSchema) {
    this.#schema = schema;
  }

  history(end: number | undefined): History {
    this.#tellSecond(this.#second.ended());
    return new History(this.#ledger.courses(), this.#organizations, this.#unknown, end);
  }

  follow(act: Act, at: number): void {
    const { facts, row } = act;
    const effects = effectsOf(act, this.#schema);
    const said: JsonObject = { ...act.contents };
    const scope = effects?.organization === undefined ? facts.organizationId : scopeAt(said, effects.organization);
    const by = { act, time: row.time, at };
    if (!Number.isNaN(row.time)) {
      this.#tellSecond(this.#second.at(row.time));
      this.#meet(scope, by, effects);
    }
    if (facts.outcome === 'failed') return;
    if (effects === undefined) {
      if (this.#changesSomething(act)) this.#tell(act, scope, [], 'unknownAction');
      return;
    }
    const isChange = !effects.tells;
    if (facts.outcome === 'unknown') {
      if (isChange) this.#tell(act, scope, tablesOf(effects), 'damaged');
    } else if (Number.isNaN(row.time)) {
      if (isChange) this.#tell(act, scope, tablesOf(effects), 'timeless');
    } else {
      this.#carryOut(effects, said, scope, by);
    }
  }

  #meet(scope: string, { act, time }: Happening, effects: ActionEffects | undefined): void {
    if (scope === '' || this.#organizations.has(scope)) return;
    const begun = effects?.begins === true && act.facts.outcome === 'succeeded';
    this.#organizations.set(scope, { id: scope, first: time, begun, listed: new Map() });
  }

  /** Whether a call that `schemas/state.json` does not know may have changed something. */
  #changesSomething({ facts }: Act): boolean {
    const { service, eventName, readOnly, outcome, malformed } = facts;
    if (this.#schema.changesNothing.has(eventName)) return false;
    if (outcome === 'unknown' && eventName === '') return malformed !== null;
    const entry = !isMailCall(service) ? undefined : knownAction({ service, name: eventName })?.entry;
    return entry === undefined || entry.access === 'unknown' ? readOnly === false : entry.access === 'write';
  }

  #carryOut(effects: ActionEffects, said: JsonObject, organization: string, by: Happening): void {
    const { act } = by;
    const isOfAccount = effects.effects.every(({ tables }) => tables[0]?.scope === 'account');
    const scope = isOfAccount ? act.row.account : organization;
    const isChange = !effects.tells;
    if (scope === '') {
      if (isChange) this.#tell(act, scope, tablesOf(effects), whyOf(act, said, 'missing'));
      return;
    }
    const { unwritten } = this.#schema;
    const { steps, lacks } = planOf(effects, { said, scope, ledger: this.#ledger, unwritten });
    if (isChange) this.#tellLacks(lacks, said, scope, by);
    for (const step of steps) this.#do(step, scope, by, isChange);
  }

  #tellLacks(lacks: readonly Lack[], said: JsonObject, scope: string, { act }: Happening): void {
    const [first] = lacks;
    if (first === undefined) return;
    const whole = lacks.find(({ isPart }) => !isPart);
    const tables = Array.from(
      new Set((whole === undefined ? lacks : lacks.filter(({ isPart }) => !isPart)).flatMap((lack) => lack.tables)),
    );
    this.#tell(act, scope, tables, whole === undefined ? 'partHidden' : whyOf(act, said, whole.gap));
  }

  #tell(act: Act, scope: string, tables: readonly Table[], why: Why): void {
    this.#unknown.push({ kind: 'notFollowed', act, scope, tables, why });
  }

  /** What one call of a second removed or changed, another one of it may have made. */
  #tellSecond(unknown: readonly Unknown[]): void {
    if (unknown.length === 0) return;
    const time = unknown[0]?.act.row.time;
    const open = new Set(unknown.flatMap(keysOf));
    let from = this.#unknown.length;
    while (this.#unknown[from - 1]?.act.row.time === time) from--;
    const told = this.#unknown.splice(from);
    for (const each of told)
      if (each.kind !== 'older' || !keysOf(each).some((key) => open.has(key))) this.#unknown.push(each);
    for (const each of unknown) this.#unknown.push(each);
  }

  #do(step: Step, scope: string, by: Happening, isChange: boolean): void {
    if (step.kind === 'put') this.#put(step, by, isChange);
    else if (step.kind === 'putKnown') this.#putKnown(step, scope, by);
    else if (step.kind === 'remove') this.#remove(step, by);
    else if (step.kind === 'removeAll') this.#removeAll(scope, step.id, by);
    else this.#keepOnly(step, scope, by);
  }

  #put(
    { place, values, isChange: merges, madeBefore }: Step & { kind: 'put' },
    by: Happening,
    isChange: boolean,
  ): void {
    if (isChange && madeBefore && !this.#ledger.wasSeen(place)) this.#tellOlder([place.table], place, by, 'changed');
    const before = merges ? this.#ledger.entry(place) : undefined;
    // An answer that says nothing of it.
    if (merges && !isChange && before === undefined && values.size === 0) return;
    this.#second.touch(place, { act: by.act, values, isChange: merges });
    this.#ledger.put(place, before === undefined ? values : merged(before, values), by, !isChange);
  }

  #putKnown({ tables, id, values }: Step & { kind: 'putKnown' }, scope: string, by: Happening): void {
    const places = tables.map((table) => ({ table, scope, keys: [id] }));
    for (const place of places) {
      const before = this.#ledger.entry(place);
      if (before === undefined) continue;
      const changed = values.get(place.table) ?? new Map();
      this.#second.touch(place, { act: by.act, values: changed, isChange: true });
      this.#ledger.put(place, merged(before, changed), by, false);
    }
    const [first] = places;
    if (first !== undefined && !places.some((place) => this.#ledger.wasSeen(place)))
      this.#tellOlder(tables, first, by, 'changed');
  }

  #remove({ place, isQuiet, holding }: Step & { kind: 'remove' }, by: Happening): void {
    const entry = this.#ledger.entry(place);
    if (entry !== undefined && !holdsAll(entry, holding)) return;
    if (!isQuiet && !this.#ledger.wasSeen(place)) this.#tellOlder([place.table], place, by, 'removed');
    this.#takeAway(place, by);
  }

  #removeAll(scope: string, id: string | undefined, by: Happening): void {
    for (const table of this.#schema.tables.values()) {
      if (id === undefined && table.outlives === true) continue;
      const entries =
        id === undefined
          ? this.#ledger.entriesOf(table, scope)
          : table.goesWith.flatMap((member) => this.#ledger.going(table, scope, member, id));
      for (const entry of entries) this.#takeAway(entry, by);
    }
  }

  #takeAway(place: EntryPlace, by: Happening): void {
    this.#second.touch(place, { act: by.act, values: undefined, isChange: false });
    this.#ledger.remove(place, by);
  }

  #keepOnly({ table, keys, kept }: Step & { kind: 'only' }, scope: string, by: Happening): void {
    const [member, id] =
      table.goesWith
        .map((name) => [name, keys[positionOf(table, name)]] as const)
        .find(([, key]) => typeof key === 'string') ?? [];
    const entries =
      member === undefined || typeof id !== 'string'
        ? this.#ledger.entriesOf(table, scope)
        : this.#ledger.going(table, scope, member, id);
    const known = new Set(kept.map(keyText));
    for (const entry of entries) {
      const isMeant = entry.keys.every((key, position) => keys[position] === undefined || keys[position] === key);
      if (!isMeant || known.has(keyText(entry.keys))) continue;
      this.#takeAway(entry, by);
      this.#unknown.push({ kind: 'gone', act: by.act, scope, tables: [table], keys: entry.keys });
    }
    const listed = this.#organizations.get(scope)?.listed;
    if (keys.every((key) => key === undefined) && listed?.has(table) === false) listed.set(table, by.time);
  }

  #tellOlder(
    tables: readonly Table[],
    { scope, keys }: EntryPlace,
    { act }: Happening,
    what: 'changed' | 'removed',
  ): void {
    this.#unknown.push({ kind: 'older', act, scope, tables, keys, what });
  }
}

function keysOf(unknown: Unknown): readonly string[] {
  if (unknown.kind === 'notFollowed') return [];
  const { tables, scope, keys } = unknown;
  return tables.map((table) => placeKey({ table, scope, keys }));
}

function tablesOf({ effects }: ActionEffects): readonly Table[] {
  return Array.from(new Set(effects.flatMap(({ tables }) => tables)));
}

function whyOf({ facts, contents }: Act, said: JsonObject, gap: 'hidden' | 'missing'): Why {
  if (isLeftOut(said)) return 'leftOut';
  if (gap === 'hidden') return 'hidden';
  if (facts.malformed !== null) return 'damaged';
  return contents.requestParameters === null ? 'noParameters' : 'missing';
}

/** The values that a call gives, and of the others what they were, in the order of the table. */
function merged({ table, values: before }: Entry, values: Values): Values {
  const all = new Map<string, JsonValue>();
  for (const member of table.values.keys()) {
    const value = values.has(member) ? values.get(member) : before.get(member);
    if (value !== undefined) all.set(member, value);
  }
  return all;
}

function holdsAll({ values }: Entry, holding: Values): boolean {
  if (holding.size === 0) return true;
  return sayTheSame(new Map(Array.from(holding.keys(), (member) => [member, values.get(member) ?? null])), holding);
}

function positionOf({ keys }: Table, member: string): number {
  return keys.findIndex(([name]) => name === member);
}

function keyText(keys: Keys): string {
  return JSON.stringify(keys).toLowerCase();
}
