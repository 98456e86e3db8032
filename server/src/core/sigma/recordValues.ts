import { isObject } from '../read/whole';
import type { JsonObject, JsonValue } from '../record';
import type { FieldPath } from './fieldPath';
import type { Scalar } from './test';

/** A record as rules ask it: what several of them want is made once. */
export class AskedRecord {
  readonly #event: JsonObject;
  #all: readonly Scalar[] | undefined;

  constructor(event: JsonObject) {
    this.#event = event;
  }

  /** All values, wherever they stand: what keywords are looked for in. */
  get all(): readonly Scalar[] {
    this.#all ??= scalarsIn(this.#event);
    return this.#all;
  }

  /** The values of a field: those of all elements where lists stand on the way. Null is none, and an object is its JSON text. */
  at({ steps, column }: FieldPath): readonly Scalar[] {
    let found: readonly JsonValue[] = [this.#event];
    for (const step of steps) {
      const next: JsonValue[] = [];
      for (const value of elements(found)) {
        const member = isObject(value) ? memberOf(value, step, column === undefined) : undefined;
        if (member !== undefined) next.push(member);
      }
      if (next.length === 0) return NONE;
      found = next;
    }
    return elements(found).flatMap((value) => (value === null ? [] : isObject(value) ? jsonText(value) : [value]));
  }
}

const NONE: readonly never[] = [];

/** All values that are no lists, in their order, with those of lists in their place. */
function elements(values: readonly JsonValue[]): readonly Exclude<JsonValue, readonly JsonValue[]>[] {
  const found: Exclude<JsonValue, readonly JsonValue[]>[] = [];
  const waiting: JsonValue[] = [...values].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isListOfJson(next)) for (let at = next.length - 1; at >= 0; at--) waiting.push(next[at] ?? null);
    else found.push(next);
  }
  return found;
}

function isListOfJson(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** @param anyCase whether a key in other letters will do where there is none as it is asked for */
function memberOf(holder: JsonObject, name: string, anyCase: boolean): JsonValue | undefined {
  if (Object.hasOwn(holder, name)) return holder[name];
  if (!anyCase) return undefined;
  const lower = name.toLowerCase();
  const key = Object.keys(holder).find((each) => each.length === name.length && each.toLowerCase() === lower);
  return key === undefined ? undefined : holder[key];
}

function scalarsIn(event: JsonObject): readonly Scalar[] {
  const found: Scalar[] = [];
  const waiting: JsonValue[] = [event];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isListOfJson(next)) for (const each of next) waiting.push(each);
    else if (isObject(next)) for (const each of Object.values(next)) waiting.push(each);
    else if (next !== null) found.push(next);
  }
  return found;
}

/** An object as JSON without white space. Values may stand in each other as deep as a log writes them. */
function jsonText(object: JsonObject): string {
  let text = '';
  const waiting: ({ readonly value: JsonValue } | string)[] = [{ value: object }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') {
      text += next;
      continue;
    }
    const { value } = next;
    if (isListOfJson(value)) {
      waiting.push(']');
      for (let at = value.length - 1; at >= 0; at--) waiting.push({ value: value[at] ?? null }, at === 0 ? '[' : ',');
      if (value.length === 0) waiting.push('[');
    } else if (isObject(value)) {
      const entries = Object.entries(value);
      waiting.push('}');
      for (let at = entries.length - 1; at >= 0; at--) {
        const [key = '', member = null] = entries[at] ?? [];
        waiting.push({ value: member }, `${at === 0 ? '{' : ','}${JSON.stringify(key)}:`);
      }
      if (entries.length === 0) waiting.push('{');
    } else text += JSON.stringify(value);
  }
  return text;
}
