import { forms } from '../../generated/forms';
import { once } from '../once';
import { isObject } from '../read/whole';
import type { EventRecord, JsonObject, JsonPath, JsonValue, Problem } from '../record';
import { isMarker } from './markers';
import { problemAt } from './problem';

/** A field of what hands an event on, and the field of the event that it repeats. */
interface Repeated {
  readonly outer: string;
  readonly path: JsonPath;
  readonly isTime: boolean;
}

/** What repeats which fields of its event, as `schemas/forms` tells, with the keys by which it is known. */
const repetitions = once(() =>
  Object.values(forms).flatMap(({ repeats }) => {
    if (repeats === undefined) return [];
    const fields = Object.entries(repeats.fields).map(
      ([outer, path]): Repeated => ({ outer, path: path.split('.'), isTime: repeats.times?.includes(outer) === true }),
    );
    return [{ beside: repeats.beside, fields }];
  }),
);

/** Fields that say something else than the same fields of what the event came in: one of the two was changed. */
export function checkSurroundings(
  { event, malformed }: EventRecord,
  around: JsonObject | undefined,
): readonly Problem[] {
  if (event === undefined || around === undefined || malformed === 'syntax') return [];
  return repeatedIn(around).flatMap((field) => {
    const outer = Object.hasOwn(around, field.outer) ? around[field.outer] : undefined;
    const inner = valueAt(event, field.path);
    if (outer === undefined || inner === undefined || isSame(outer, inner, field)) return [];
    const detail = { field: field.outer, outer: String(outer), inner: String(inner) };
    return [problemAt('container-differs', field.path, 'value', detail)];
  });
}

/** Whether what an event came in repeats fields of it. */
export function repeatsFields(around: JsonObject | undefined): boolean {
  return around !== undefined && repeatedIn(around).length > 0;
}

function repeatedIn(around: JsonObject): readonly Repeated[] {
  return repetitions().find(({ beside }) => beside.every((key) => Object.hasOwn(around, key)))?.fields ?? [];
}

function valueAt(event: JsonObject, path: JsonPath): JsonValue | undefined {
  let value: JsonValue | undefined = event;
  for (const step of path) value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  return value;
}

/** Only plain values are compared, and a masked one with nothing. */
function isSame(outer: JsonValue, inner: JsonValue, { isTime }: Repeated): boolean {
  if (!isPlain(outer) || !isPlain(inner) || isMarker(outer) || isMarker(inner) || outer === '' || inner === '')
    return true;
  if (!isTime) return String(outer).toLowerCase() === String(inner).toLowerCase();
  const [a, b] = [secondsOf(outer), secondsOf(inner)];
  return a === undefined || b === undefined || a === b;
}

function isPlain(value: JsonValue): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

const TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)?\s?(Z|[+-]\d\d:?\d\d)$/;

/** A time as whole seconds since 1970: of a number of seconds, and of a text with its offset from UTC. */
function secondsOf(value: string | number | boolean): number | undefined {
  if (typeof value === 'number') return Math.floor(value);
  const [, day, clock, zone = ''] = TIME.exec(String(value)) ?? [];
  const ms = Date.parse(`${day}T${clock}${zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`);
  return Number.isNaN(ms) ? undefined : ms / 1000;
}
