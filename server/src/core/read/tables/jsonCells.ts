import type { JsonValue, Span } from '../../record';
import { skipSpace } from '../characters';
import { type Member, members } from '../members';
import { innerName, isFreeForm, isKnownColumn, pathOf } from './columns';
import type { Cell } from './rowView';

/** Objects in a row are looked into no deeper than this. */
const DEEPEST = 6;
/** A row with more columns than this is none of ours. */
const MOST = 5000;

interface Open {
  readonly prefix: string;
  readonly rest: Iterator<Member>;
}

/**
 * The columns of a row that is whole JSON. An object that is no field of a record itself is looked into: its members are columns
 * with its name and a dot before their own (`aws.cloudtrail.event_version`).
 */
export function jsonCells(source: string): readonly Cell[] {
  const root = { start: skipSpace(source, 0, source.length), end: source.length };
  if (source[root.start] !== '[') return cellsOfObject(source, root);
  const cells: Cell[] = [];
  for (const column of members(source, root)) {
    const pair = pairIn(source, column.value);
    if (pair !== undefined) cells.push(pair);
    else for (const cell of cellsOfObject(source, column.value)) cells.push(cell);
  }
  return cells;
}

function cellsOfObject(source: string, within: Span): readonly Cell[] {
  const cells: Cell[] = [];
  const open: Open[] = [{ prefix: '', rest: members(source, within) }];
  while (open.length > 0 && cells.length < MOST) {
    const level = open[open.length - 1];
    const next = level?.rest.next();
    if (level === undefined || next === undefined || next.done === true) {
      open.pop();
      continue;
    }
    const { name, key, value } = next.value;
    const column = `${level.prefix}${name}`;
    const isObject = source[value.start] === '{';
    if (isObject && open.length < DEEPEST && !isKnownColumn(column)) {
      open.push({ prefix: `${column}.`, rest: members(source, value) });
    } else cells.push(cellOf(source, column, key, value));
  }
  return ofSearch(cells);
}

/** A name and a value, the name first: `{"field": "eventName", "value": "CreateUser"}`. */
function pairIn(source: string, within: Span): Cell | undefined {
  const [first, second, more] = Array.from(members(source, within));
  if (first === undefined || second === undefined || more !== undefined) return undefined;
  const [name, value] = first.name === 'value' ? [second, first] : [first, second];
  if (value.name !== 'value') return undefined;
  const column = parsed(source.slice(name.value.start, name.value.end));
  return typeof column === 'string' ? cellOf(source, column, name.value, value.value) : undefined;
}

export function cellOf(source: string, column: string, key: Cell['key'], value: Cell['value']): Cell {
  const json = source.slice(value.start, value.end);
  const says = parsed(json);
  if (typeof says === 'string') return { column, key, value, says: { text: says } };
  return { column, key, value, says: { json: renamed(json, column) } };
}

/** What no event has two of, and no pattern for events asks for. */
const SINGLE: ReadonlySet<string> = new Set(['eventTime', 'eventID']);

/** A search can answer with a list of one value for each field: told by those that no rule or pattern lists values of. */
function ofSearch(cells: readonly Cell[]): readonly Cell[] {
  const isSearch = cells.some(({ column, says }) => {
    const [field = '', ...inside] = 'json' in says && says.json.startsWith('[') ? pathOf(column) : [];
    return inside.length === 0 && SINGLE.has(field);
  });
  return isSearch ? cells.map(withoutList) : cells;
}

/** CloudTrail's own lists stand in what callers wrote, or hold objects. */
function withoutList(cell: Cell): Cell {
  const list = 'json' in cell.says ? parsed(cell.says.json) : undefined;
  const [only] = Array.isArray(list) && list.length === 1 ? list : [];
  if (only === undefined || typeof only === 'object') return cell;
  const [field = '', ...inside] = pathOf(cell.column);
  if (isFreeForm(field) && inside.length > 0) return cell;
  return { ...cell, says: typeof only === 'string' ? { text: only } : { json: JSON.stringify(only) } };
}

/** Fields inside structs under CloudTrail's names. */
function renamed(json: string, column: string): string {
  if (!/^\s*[{[]/.test(json)) return json;
  const names = isFreeForm(pathOf(column)[0] ?? '') ? /"([a-z]+)"(?=\s*:)/g : /"([A-Za-z_]+)"(?=\s*:)/g;
  return json.replace(names, (whole, name: string) => {
    const inner = innerName(name);
    return inner === name ? whole : `"${inner}"`;
  });
}

function parsed(json: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(json);
    return value;
  } catch {
    return undefined;
  }
}
