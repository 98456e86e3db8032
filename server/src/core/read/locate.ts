import type { EventRecord, JsonPath, JsonValue, Problem, Span, Text } from '../record';
import { skipSpace } from './characters';
import { type Member, members } from './members';
import { type View, viewOf } from './view';
import { isObject } from './whole';

/** A key or a value of a record, found by offset or by path. Spans are absolute offsets of the log. */
export interface Place {
  readonly path: JsonPath;
  readonly part: 'key' | 'value';
  /** Absent for array elements and for the record itself. */
  readonly key: Span | undefined;
  readonly value: Span;
}

/** The characters a problem is shown at. `record` is absent for problems between records, whose spans are absolute. */
export function locate(text: Text, record: EventRecord | undefined, problem: Problem): Span {
  return locator(text, record)(problem);
}

/** `locate` for many problems of one record: the record is walked once, however many there are. */
export function locator(text: Text, record: EventRecord | undefined): (problem: Problem) => Span {
  const base = record?.start ?? 0;
  let find: ReturnType<typeof finder> | undefined;
  return (problem) => {
    if (problem.span !== undefined) return { start: base + problem.span.start, end: base + problem.span.end };
    if (record === undefined) return { start: 0, end: 0 };
    if (problem.target === 'record') return recordHead(text, record);
    find ??= finder(text, record);
    return find(problem.path, problem.target === 'key' ? 'key' : 'value') ?? recordHead(text, record);
  };
}

/** For a problem of the record as a whole: its opening brace, so that a squiggle does not cover thousands of characters. */
function recordHead(text: Text, record: EventRecord): Span {
  const end =
    text.slice(record.start, record.start + 1) === '{' ? record.start + 1 : Math.min(record.end, record.start + 1);
  return { start: record.start, end };
}

/** Where the key or the value at a path stands; undefined when the record has none. Of a repeated key, the last. */
export function spanOf(text: Text, record: EventRecord, path: JsonPath, target: 'key' | 'value'): Span | undefined {
  return finder(text, record)(path, target);
}

/** Finds places by path; the members of an object are looked up once, however often it is passed. */
function finder(text: Text, record: EventRecord): (path: JsonPath, target: 'key' | 'value') => Span | undefined {
  const view = viewOf(text, record);
  const root = rootOf(view);
  const known = new Map<number, ReadonlyMap<string | number, Member>>();
  const membersOf = (within: Span): ReadonlyMap<string | number, Member> => {
    let found = known.get(within.start);
    if (found === undefined) {
      found = new Map(Array.from(members(view.source, within), (member) => [member.name, member]));
      known.set(within.start, found);
    }
    return found;
  };
  return (path, target) => {
    let value = root;
    let key: Span | undefined;
    for (const step of path) {
      const found = membersOf(value).get(step);
      if (found === undefined) return undefined;
      key = found.key;
      value = found.value;
    }
    return view.spanInLog(target === 'key' && key !== undefined ? key : value);
  };
}

/** What stands at an offset of the log: the innermost key or value that holds it. Undefined outside the record. */
export function placeAt(text: Text, record: EventRecord, offset: number): Place | undefined {
  if (offset < record.start || offset >= record.end) return undefined;
  const view = viewOf(text, record);
  const at = view.toSource(offset);
  const path: (string | number)[] = [];
  let value = rootOf(view);
  let key: Span | undefined;
  while (true) {
    const inside = memberAt(view.source, value, at);
    if (inside === undefined) break;
    path.push(inside.name);
    key = inside.key;
    value = inside.value;
    if (key !== undefined && at < value.start) break;
  }
  const part = key !== undefined && at < value.start ? 'key' : 'value';
  return { path, part, key: key && view.spanInLog(key), value: view.spanInLog(value) };
}

/** The value at a path of a record's event, own members only. */
export function valueAt(record: EventRecord, path: JsonPath): JsonValue | undefined {
  let value: JsonValue | undefined = record.event;
  for (const step of path) {
    if (Array.isArray(value) && typeof step === 'number') value = value[step];
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

function rootOf({ source }: View): Span {
  return { start: skipSpace(source, 0, source.length), end: source.length };
}

/** The member whose key, colon or value holds `at`. */
function memberAt(source: string, within: Span, at: number): Member | undefined {
  for (const member of members(source, within)) {
    const start = member.key?.start ?? member.value.start;
    if (start > at) return undefined;
    if (at < member.value.end) return member;
  }
  return undefined;
}
