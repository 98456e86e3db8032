import type { JsonObject, JsonValue } from '../../record';
import type { Step } from '../forms/nameForm';
import { isObject } from '../whole';
import { eventAt, eventIn, mayHoldMark } from './eventMarks';
import { parsed } from './outerDocuments';

/** The way from the root to an event. */
export interface Way {
  readonly steps: readonly Step[];
  /** The event stands in a text. */
  readonly isText: boolean;
}

/** A member of an object on the way to a value. */
interface Link {
  readonly key: string;
  readonly holder: JsonObject;
  readonly isText: boolean;
  readonly before: Link | undefined;
}

/**
 * Finds the marks in what could be read, also in JSON that stands in a string, and notes what holds them.
 *
 * @returns the way to the first of them
 */
export function lookAround(root: JsonValue, mark: string, around: Map<number, JsonObject>): Way | undefined {
  const open: { readonly value: JsonValue; readonly link: Link | undefined; readonly isText: boolean }[] = [
    { value: root, link: undefined, isText: false },
  ];
  const pairs = new Map<number, JsonObject>();
  let first: { readonly number: number; readonly link: Link | undefined; readonly isText: boolean } | undefined;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, link, isText } = next;
    const number = eventAt(value, mark);
    if (number !== undefined) {
      if (link !== undefined) around.set(number, link.holder);
      if (first === undefined || number < first.number)
        first = { number, link: asText(link, value), isText: isText || typeof value === 'string' };
    } else if (typeof value === 'string') {
      const inner = value.includes(mark) ? parsed(value) : undefined;
      if (inner !== undefined && typeof inner !== 'string')
        open.push({ value: inner, link: asText(link, value), isText: true });
      else {
        const within = eventIn(value, mark);
        if (within !== undefined && (first === undefined || within < first.number))
          first = { number: within, link: asText(link, value), isText: true };
      }
    } else if (Array.isArray(value)) {
      const row = rowOfPairs(value);
      for (const element of value) {
        const pair = row === undefined || !isObject(element) ? undefined : eventAt(element.value ?? null, mark);
        if (pair !== undefined && row !== undefined) pairs.set(pair, row);
        open.push({ value: element, link, isText });
      }
    } else if (isObject(value)) {
      for (const key of Object.keys(value)) {
        const member = value[key];
        if (member === undefined || !mayHoldMark(member, mark)) continue;
        open.push({ value: member, link: { key, holder: value, isText: false, before: link }, isText });
      }
    }
  }
  for (const [number, row] of pairs) around.set(number, row);
  return first && { steps: stepsTo(first.link), isText: first.isText };
}

/** A row of Logs Insights as an object: it is a list of fields with their values. Undefined for any other list. */
function rowOfPairs(list: readonly JsonValue[]): JsonObject | undefined {
  const row: [string, JsonValue][] = [];
  for (const pair of list) {
    if (!isObject(pair) || typeof pair.field !== 'string' || pair.value === undefined) return undefined;
    row.push([pair.field, pair.value]);
  }
  return row.length === 0 ? undefined : Object.fromEntries(row);
}

function asText(link: Link | undefined, value: JsonValue): Link | undefined {
  return link === undefined || typeof value !== 'string' ? link : { ...link, isText: true };
}

function stepsTo(last: Link | undefined): readonly Step[] {
  const steps: Step[] = [];
  for (let link = last; link !== undefined; link = link.before) {
    steps.push({ key: link.key, isText: link.isText, keys: Object.keys(link.holder) });
  }
  return steps.reverse();
}
