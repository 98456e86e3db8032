import type { JsonValue } from '../../record';

/** What the ids of a table stand for; `entity` may be any of the others. */
export type EntityWord = 'entity' | 'user' | 'group' | 'resource';

/** `schemas/state.json` as it is written; see `schemas/meta/state.json` for what its members mean. */
export interface StateFile {
  readonly tables: Readonly<Record<string, TableFile>>;
  readonly actions: Readonly<Record<string, ActionFile>>;
  readonly others: Readonly<Record<string, Readonly<Record<string, ActionFile>>>>;
  readonly changesNothing: readonly string[];
  readonly unwritten: readonly string[];
}

interface TableFile {
  readonly title: string;
  readonly heading: string;
  readonly line: string;
  readonly scope?: string;
  readonly keys: Readonly<Record<string, KeyKind>>;
  readonly values: Readonly<Record<string, ValueKind>>;
  readonly always?: readonly string[];
  readonly needs?: readonly string[];
  readonly goesWith?: readonly string[];
  readonly names?: TableNames;
  readonly outlives?: boolean;
  readonly besides?: readonly string[];
  readonly note?: string;
}

export type KeyKind = 'text' | 'address' | 'optional' | EntityWord;
export type ValueKind = 'any' | 'set' | 'entity' | 'user';

/** What entries say that entities are called. */
export interface TableNames {
  readonly of: string;
  readonly kind?: EntityWord;
  readonly by: readonly string[];
  readonly called: readonly string[];
}

interface ActionFile {
  readonly tells?: boolean;
  readonly begins?: boolean;
  readonly organization?: string;
  readonly effects: readonly EffectFile[];
}

type SourceFile =
  | string
  | readonly string[]
  | { readonly is: JsonValue }
  | { readonly path: string; readonly as: Readonly<Record<string, JsonValue>> }
  | { readonly held: string; readonly member: string; readonly unless: string }
  | { readonly rest: string };

interface EffectFile {
  readonly each?: string;
  readonly when?: { readonly path: string; readonly is?: JsonValue };
  readonly unless?: { readonly path: string; readonly is?: JsonValue };
  readonly set?: string;
  readonly change?: string;
  readonly changeKnown?: readonly string[];
  readonly remove?: string;
  readonly removeEverythingOf?: string;
  readonly removeEverything?: boolean;
  readonly kind?: EntityWord;
  readonly key?: string;
  readonly keys?: Readonly<Record<string, SourceFile>>;
  readonly sameNames?: Readonly<Record<string, readonly string[]>>;
  readonly values?: Readonly<Record<string, SourceFile>>;
  readonly holding?: Readonly<Record<string, SourceFile>>;
  readonly completeUnless?: readonly string[];
  readonly madeBefore?: boolean;
  readonly isQuiet?: boolean;
}

/** A table of things of one sort: what tells its entries apart, and what is known of each. */
export interface Table extends Omit<TableFile, 'keys' | 'values' | 'always' | 'needs' | 'goesWith'> {
  readonly name: string;
  /** Its place among the tables. */
  readonly rank: number;
  readonly keys: readonly (readonly [member: string, kind: KeyKind])[];
  readonly values: ReadonlyMap<string, ValueKind>;
  readonly always: ReadonlySet<string>;
  readonly needs: ReadonlySet<string>;
  readonly goesWith: readonly string[];
}

export type Path = readonly string[];

/** Where a key or a value comes from. */
export type Source =
  | { readonly kind: 'paths'; readonly paths: readonly Path[] }
  | { readonly kind: 'constant'; readonly value: JsonValue }
  | { readonly kind: 'word'; readonly path: Path; readonly as: ReadonlyMap<JsonValue, JsonValue> }
  | { readonly kind: 'held'; readonly table: Table; readonly member: string; readonly unless: Path }
  | { readonly kind: 'rest'; readonly path: Path };

export interface Condition {
  readonly path: Path;
  readonly is: JsonValue | undefined;
}

/** One thing that a call does, or that its answer tells. */
export interface Effect {
  readonly verb: 'set' | 'change' | 'changeKnown' | 'remove' | 'removeEverythingOf' | 'removeEverything';
  /** Several for `changeKnown`, and none where everything goes. */
  readonly tables: readonly Table[];
  /** Of `changeKnown` and `removeEverythingOf` the one key; else as the table has them. */
  readonly keys: readonly Source[];
  readonly kind: EntityWord;
  readonly values: ReadonlyMap<string, Source>;
  readonly holding: ReadonlyMap<string, Source>;
  readonly each: Path | undefined;
  readonly when: Condition | undefined;
  readonly unless: Condition | undefined;
  readonly completeUnless: readonly Path[] | undefined;
  readonly madeBefore: boolean;
  readonly isQuiet: boolean;
}

/** What a call does, by its name. */
export interface ActionEffects {
  readonly tells: boolean;
  readonly begins: boolean;
  readonly organization: Path | undefined;
  readonly effects: readonly Effect[];
}

/** `schemas/state.json`, ready to be followed. */
export interface StateSchema {
  /** In the order in which people are told of them. */
  readonly tables: ReadonlyMap<string, Table>;
  readonly actions: ReadonlyMap<string, ActionEffects>;
  /** Of other services than WorkMail: by service in small letters, then by name. */
  readonly others: ReadonlyMap<string, ReadonlyMap<string, ActionEffects>>;
  readonly changesNothing: ReadonlySet<string>;
  /** In lower case. */
  readonly unwritten: ReadonlySet<string>;
}

export function linkState(file: StateFile): StateSchema {
  const tables = new Map(
    Object.entries(file.tables).map(([name, table], rank) => [name, linkTable(name, rank, table)]),
  );
  const linked = (actions: Readonly<Record<string, ActionFile>>): ReadonlyMap<string, ActionEffects> =>
    new Map(Object.entries(actions).map(([name, action]) => [name, linkAction(action, tables)]));
  return {
    tables,
    actions: linked(file.actions),
    others: new Map(Object.entries(file.others).map(([service, actions]) => [service, linked(actions)])),
    changesNothing: new Set(file.changesNothing),
    unwritten: new Set(file.unwritten.map((name) => name.toLowerCase())),
  };
}

function linkAction(
  { tells = false, begins = false, organization, effects }: ActionFile,
  tables: ReadonlyMap<string, Table>,
): ActionEffects {
  return {
    tells,
    begins,
    organization: organization?.split('.'),
    effects: effects.map((effect) => linkEffect(effect, tables)),
  };
}

function linkTable(name: string, rank: number, table: TableFile): Table {
  const { keys, values, always = [], needs = [], goesWith = [] } = table;
  return {
    ...table,
    name,
    rank,
    keys: Object.entries(keys),
    values: new Map(Object.entries(values)),
    always: new Set(always),
    needs: new Set(needs),
    goesWith,
  };
}

function linkEffect(effect: EffectFile, tables: ReadonlyMap<string, Table>): Effect {
  const verb =
    VERBS.find((each) => effect[each] !== undefined) ??
    (effect.removeEverything === true ? 'removeEverything' : undefined);
  if (verb === undefined) throw new Error('schemas/state.json: an effect does nothing.');
  const named = effect.changeKnown ?? [effect.set ?? effect.change ?? effect.remove ?? []].flat();
  const key = effect.key ?? effect.removeEverythingOf;
  return {
    verb,
    tables: named.map((name) => tableNamed(tables, name)),
    keys: key === undefined ? Object.values(effect.keys ?? {}).map((each) => linkSource(each, tables)) : [paths([key])],
    kind: effect.kind ?? 'entity',
    values: new Map([...sameNames(effect), ...linkSources(effect.values, tables)]),
    holding: linkSources(effect.holding, tables),
    each: effect.each?.split('.'),
    when: linkCondition(effect.when),
    unless: linkCondition(effect.unless),
    completeUnless: effect.completeUnless?.map((path) => path.split('.')),
    madeBefore: effect.madeBefore ?? verb !== 'set',
    isQuiet: effect.isQuiet ?? false,
  };
}

const VERBS = ['set', 'change', 'changeKnown', 'remove', 'removeEverythingOf'] as const;

function tableNamed(tables: ReadonlyMap<string, Table>, name: string): Table {
  const table = tables.get(name);
  if (table === undefined) throw new Error(`schemas/state.json: there is no table ${name}.`);
  return table;
}

function linkSources(
  sources: Readonly<Record<string, SourceFile>> = {},
  tables: ReadonlyMap<string, Table>,
): ReadonlyMap<string, Source> {
  return new Map(Object.entries(sources).map(([member, source]) => [member, linkSource(source, tables)]));
}

/** Values that stand under their own names. */
function sameNames({ sameNames: sides = {} }: EffectFile): readonly (readonly [string, Source])[] {
  return Object.entries(sides).flatMap(([side, members]) =>
    members.map((member) => [member, paths([`${side}.${member}`])] as const),
  );
}

function linkSource(source: SourceFile, tables: ReadonlyMap<string, Table>): Source {
  if (typeof source === 'string') return paths([source]);
  if ('is' in source) return { kind: 'constant', value: source.is };
  if ('as' in source) return { kind: 'word', path: source.path.split('.'), as: new Map(Object.entries(source.as)) };
  if ('rest' in source) return { kind: 'rest', path: source.rest.split('.') };
  if ('held' in source) {
    const { held, member, unless } = source;
    return { kind: 'held', table: tableNamed(tables, held), member, unless: unless.split('.') };
  }
  return paths(source);
}

function paths(texts: readonly string[]): Source {
  return { kind: 'paths', paths: texts.map((text) => text.split('.')) };
}

function linkCondition(condition: EffectFile['when']): Condition | undefined {
  return condition && { path: condition.path.split('.'), is: condition.is };
}
