import type { JsonObject, JsonValue } from '../../record';
import type { Keys, Values } from './course';
import type { EntryPlace } from './ledger';
import { type Gap, holds, isMet, listAt, readKey, readKeys, readValues, type View } from './readValue';
import type { ActionEffects, Effect, Table } from './stateSchema';

/** One thing to be done to the tables. */
export type Step =
  | {
      readonly kind: 'put';
      readonly place: EntryPlace;
      readonly values: Values;
      /** Whether other values stay as they are. */
      readonly isChange: boolean;
      /** Whether it must have been there before. */
      readonly madeBefore: boolean;
    }
  | { readonly kind: 'remove'; readonly place: EntryPlace; readonly isQuiet: boolean; readonly holding: Values }
  | {
      readonly kind: 'putKnown';
      readonly tables: readonly Table[];
      readonly id: string;
      readonly values: ReadonlyMap<Table, Values>;
    }
  | { readonly kind: 'removeAll'; readonly id: string | undefined }
  /** Of the entries with these keys (undefined for any) there are no others. */
  | {
      readonly kind: 'only';
      readonly table: Table;
      readonly keys: readonly (string | null | undefined)[];
      readonly kept: readonly Keys[];
    };

/** What could not be read of a call. */
export interface Lack {
  readonly tables: readonly Table[];
  /** Whether only some values are unknown; else the effect as a whole. */
  readonly isPart: boolean;
  readonly gap: Gap;
}

export interface Plan {
  readonly steps: readonly Step[];
  readonly lacks: readonly Lack[];
}

/** Reads what a call does before any of it is done, so that names mean what they meant when it was made. */
export function planOf({ effects }: ActionEffects, view: View): Plan {
  const steps: Step[] = [];
  const lacks: Lack[] = [];
  for (const effect of effects) {
    if (effect.each === undefined) {
      const read = isWanted(effect, view) ? stepOf(effect, view) : undefined;
      if (read !== undefined) take(read, effect, steps, lacks);
    } else {
      readList(effect, effect.each, view, steps, lacks);
    }
  }
  return { steps, lacks };
}

type ReadStep = { readonly step: Step; readonly isHidden?: boolean } | Gap | undefined;

function take(read: NonNullable<ReadStep>, effect: Effect, steps: Step[], lacks: Lack[]): void {
  if (typeof read === 'string') {
    if (!effect.isQuiet) lacks.push({ tables: effect.tables, isPart: false, gap: read });
    return;
  }
  steps.push(read.step);
  if (read.isHidden === true) lacks.push({ tables: effect.tables, isPart: true, gap: 'hidden' });
}

function readList(effect: Effect, each: readonly string[], view: View, steps: Step[], lacks: Lack[]): void {
  const list = listAt(view.said, each);
  if (list === undefined) return;
  if (typeof list === 'string') {
    lacks.push({ tables: effect.tables, isPart: false, gap: list });
    return;
  }
  const kept: Keys[] = [];
  let isWhole = true;
  for (const item of list) {
    const here = { ...view, said: withItem(view.said, item) };
    if (!isWanted(effect, here)) continue;
    const read = stepOf(effect, here);
    if (read === undefined) continue;
    take(read, effect, steps, lacks);
    if (typeof read === 'string') isWhole = false;
    else if (read.step.kind === 'put') kept.push(read.step.place.keys);
  }
  const { completeUnless } = effect;
  const [table] = effect.tables;
  if (!isWhole || table === undefined || completeUnless === undefined) return;
  if (completeUnless.some((path) => holds(view.said, path))) return;
  const keys = givenKeys(effect, table, view);
  if (keys !== undefined) steps.push({ kind: 'only', table, keys, kept });
}

function withItem(said: JsonObject, item: JsonValue): JsonObject {
  return { ...said, item };
}

/** The keys that no item of a list gives; undefined where one of them can't be read. */
function givenKeys(effect: Effect, table: Table, view: View): readonly (string | null | undefined)[] | undefined {
  const keys: (string | null | undefined)[] = [];
  for (const [position, source] of effect.keys.entries()) {
    const isItems = source.kind === 'paths' && source.paths.some(([first]) => first === 'item');
    const kind = table.keys[position]?.[1] ?? 'text';
    const read = isItems ? { key: undefined } : readKey(source, kind, view);
    if (typeof read === 'string') return undefined;
    keys.push(read.key);
  }
  return keys;
}

function isWanted({ when, unless }: Effect, view: View): boolean {
  return (when === undefined || isMet(when, view)) && (unless === undefined || !isMet(unless, view));
}

function stepOf(effect: Effect, view: View): ReadStep {
  const { verb, keys: sources, kind } = effect;
  const { scope } = view;
  if (verb === 'removeEverything') return { step: { kind: 'removeAll', id: undefined } };
  if (verb === 'removeEverythingOf' || verb === 'changeKnown') {
    const [source] = sources;
    const read = source === undefined ? 'missing' : readKey(source, kind, view);
    if (typeof read === 'string') return read;
    const id = read.key ?? '';
    return verb === 'changeKnown' ? knownStep(effect, id, view) : { step: { kind: 'removeAll', id } };
  }
  const [table] = effect.tables;
  if (table === undefined) return undefined;
  const keys = readKeys(sources, table, view);
  if (typeof keys === 'string') return keys;
  const place = { table, scope, keys };
  if (verb === 'remove') return removal(effect, place, view);
  const read = readValues(effect.values, table, view, keys);
  if (typeof read === 'string') return read;
  if (verb === 'set' && isEmptySet(table, read.values))
    return { step: { kind: 'remove', place, isQuiet: true, holding: new Map() } };
  const { values, isHidden } = read;
  const { madeBefore } = effect;
  return { step: { kind: 'put', place, values, isChange: verb === 'change', madeBefore }, isHidden };
}

function removal(effect: Effect, place: EntryPlace, view: View): ReadStep {
  const holding = readValues(effect.holding, place.table, view, place.keys);
  if (typeof holding === 'string' && effect.holding.size > 0) return holding;
  const held: Values = typeof holding === 'string' ? new Map() : holding.values;
  return { step: { kind: 'remove', place, isQuiet: effect.isQuiet, holding: held } };
}

function knownStep({ tables, values: sources }: Effect, id: string, view: View): ReadStep {
  const values = new Map<Table, Values>();
  let isHidden = false;
  for (const table of tables) {
    const read = readValues(sources, table, view, [id]);
    if (typeof read === 'string') return read;
    values.set(table, read.values);
    isHidden ||= read.isHidden;
  }
  return { step: { kind: 'putKnown', tables, id, values }, isHidden };
}

/** Whether nothing is left of an entry that is a set. */
function isEmptySet(table: Table, values: Values): boolean {
  for (const [member, kind] of table.values) {
    const value = values.get(member);
    if (kind === 'set' && Array.isArray(value) && value.length === 0) return true;
  }
  return false;
}
