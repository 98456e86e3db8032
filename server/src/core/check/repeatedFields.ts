import { forms } from '../../generated/forms';
import { once } from '../once';
import { isObject } from '../read/whole';
import type { EventRecord, JsonObject, JsonPath, JsonValue, Problem } from '../record';
import { accountText, isAccountId, isRounded, restoredAccount } from './accountId';
import { sameId } from './eventId';
import { isMasked } from './markers';
import { parseTime } from './parseTime';
import { problemAt } from './problem';

/** A field of what hands an event on, and the field of the event that it repeats. */
interface Repeated {
  readonly outer: string;
  readonly path: JsonPath;
  readonly isTime: boolean;
  readonly isAccount: boolean;
}

/** What repeats which fields of its event, as `schemas/forms` tells, with the keys by which it is known. */
const repetitions = once(() =>
  Object.values(forms).flatMap(({ repeats }) => {
    if (repeats === undefined) return [];
    const fields = Object.entries(repeats.fields).map(
      ([outer, path]): Repeated => ({
        outer,
        path: path.split('.'),
        isTime: repeats.times?.includes(outer) === true,
        isAccount: /AccountId$/.test(path),
      }),
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
    if (isMasked(outer) || isMasked(inner)) return [];
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

/** Only plain values are compared. */
function isSame(outer: JsonValue, inner: JsonValue, { isTime, isAccount }: Repeated): boolean {
  if (!isPlain(outer) || !isPlain(inner) || outer === '' || inner === '') return true;
  if (isAccount) return isSameAccount(outer, inner);
  if (!isTime) return sameId(String(outer)) === sameId(String(inner));
  const [a, b] = [secondsOf(outer), secondsOf(inner)];
  return a === undefined || b === undefined || a === b;
}

/** An id that a spreadsheet has rounded is compared with nothing. */
function isSameAccount(outer: string | number | boolean, inner: string | number | boolean): boolean {
  const [a, b] = [accountText(outer) ?? '', accountText(inner) ?? ''];
  return (
    !isAccountId(a) ||
    !isAccountId(b) ||
    isRounded(outer) ||
    isRounded(inner) ||
    restoredAccount(a) === restoredAccount(b)
  );
}

function isPlain(value: JsonValue): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Whole seconds since 1970 of a time that says its zone; a number counts seconds. */
function secondsOf(value: string | number | boolean): number | undefined {
  if (typeof value === 'number') return Math.floor(value);
  const moment = typeof value === 'string' ? parseTime(value) : undefined;
  return moment === undefined || moment.assumed !== undefined ? undefined : Math.floor(moment.ms / 1000);
}
