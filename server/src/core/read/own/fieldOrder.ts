import type { JsonObject } from '../../record';
import { isObject } from '../whole';
import { ownLogs } from './ownLogs';

/** What a call has told of the lines that a log delivery writes. */
export interface FieldOrder {
  /** The fields of a line, in their order; absent where the call did not choose any: then a line has all. */
  readonly fields?: readonly string[];
  /** What stands between two values; absent where the call does not say so. */
  readonly delimiter?: string;
}

const SOURCE = 'logs.amazonaws.com';
const CALLS: ReadonlySet<unknown> = new Set(['CreateDelivery', 'UpdateDeliveryConfiguration']);

/** Whether a call may tell the order of fields. @param source in small letters */
export function mayTellOrder(source: string, action: string): boolean {
  return source === SOURCE && CALLS.has(action);
}

/** What an event of CloudTrail tells of the lines of a log delivery; undefined for all other events, and where it is another service's. */
export function fieldOrderOf(event: JsonObject | undefined): FieldOrder | undefined {
  if (event === undefined || !CALLS.has(event.eventName) || event.eventSource !== SOURCE) return undefined;
  const { requestParameters, errorCode } = event;
  if (!isObject(requestParameters) || typeof errorCode === 'string') return undefined;
  return fieldOrderIn(requestParameters);
}

/** The same, from what such a call was asked for. */
function fieldOrderIn({ recordFields, fieldDelimiter, deliverySourceName }: JsonObject): FieldOrder | undefined {
  const fields = Array.isArray(recordFields)
    ? recordFields.flatMap((name) => (typeof name === 'string' ? name : []))
    : [];
  if (fields.length > 0 && !areOfOneLog(fields)) return undefined;
  const delimiter = typeof fieldDelimiter === 'string' && fieldDelimiter !== '' ? fieldDelimiter : undefined;
  // A change that names no fields leaves those that there were.
  const saysFields = fields.length > 0 || deliverySourceName !== undefined;
  if (!saysFields && delimiter === undefined) return undefined;
  return { ...(fields.length > 0 && { fields }), ...(delimiter !== undefined && { delimiter }) };
}

/** Whether there is a log that has these fields, as far as any is known to have them. */
function areOfOneLog(fields: readonly string[]): boolean {
  const known = fields.filter((name) => ownLogs().some((log) => log.family === 'audit' && log.byName.has(name)));
  return (
    known.length >= 2 && ownLogs().some((log) => log.family === 'audit' && known.every((name) => log.byName.has(name)))
  );
}

/** Whether the same is told, in whatever order. */
export function sameOrders(left: readonly FieldOrder[], right: readonly FieldOrder[]): boolean {
  return distinctOrders([...left, ...right]).length === left.length && left.length === right.length;
}

/** The same orders, each once. */
export function distinctOrders(orders: Iterable<FieldOrder>): readonly FieldOrder[] {
  return [...new Map(Array.from(orders, (order) => [JSON.stringify([order.fields, order.delimiter]), order])).values()];
}
