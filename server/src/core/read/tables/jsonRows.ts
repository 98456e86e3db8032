import type { Container, JsonValue } from '../../record';
import { skipSpace } from '../characters';
import { applyEdits } from '../edits';
import { members } from '../members';
import { mend } from '../mend';
import { closingBracket } from '../valueEnd';
import { parseObject } from '../whole';
import { outerTextOf } from '../wrapped/outerText';
import type { Outside, PlaceInPart } from '../wrapped/placement';
import type { Embedded } from '../wrapped/readEvent';
import { innerName } from './columns';
import { type Cell, viewOfCells } from './rowView';

/** Rows of query results in JSON: an object of columns each (Athena), or a list of columns (CloudTrail Lake, Logs Insights). */

const LOOKED_THROUGH = 20_000;
const SMALL_NAMES = ['eventname', 'eventsource', 'useridentity', 'eventtime', 'eventversion', 'awsregion', 'eventid'];
const SMALL = SMALL_NAMES.map((name) => `"${name}"`);

/** Which query engine wrote these rows, told by the beginning of the text; undefined when none did. */
export function jsonTableOf(text: string): Container | undefined {
  const head = text.slice(0, LOOKED_THROUGH);
  // A record of CloudTrail's own, whatever stands in it: the column of a row stands alone.
  if (/\{\s*"eventVersion"\s*:\s*"[\d.]*"\s*,/.test(head)) return undefined;
  if (/"QueryResultRows"|"QueryStatistics"/.test(head) && /event(?:Name|Source|Time|ID)"/i.test(head)) return 'lake';
  if (/"field"\s*:\s*"event(?:Name|Source|Time)"/.test(head) && !head.includes('"@message"')) return 'logs-insights';
  return SMALL.filter((name) => isKeyIn(head, name)).length >= 3 ? 'athena' : undefined;
}

function isKeyIn(head: string, name: string): boolean {
  const at = head.indexOf(name);
  return at >= 0 && /^\s*:/.test(head.slice(at + name.length, at + name.length + 20));
}

const LIST_ROW = '\\[\\s*\\{\\s*"[\\w.@ ]{1,60}"\\s*:\\s*(?:"|null|true|false|\\d)';
const BEGINNINGS: Partial<Readonly<Record<Container, string>>> = {
  lake: LIST_ROW,
  'logs-insights': '\\[\\s*\\{\\s*"(?:field|value)"\\s*:\\s*"',
  athena: `\\{\\s*(?:${SMALL.join('|')}|"\\w{1,40}")\\s*:\\s*(?:"|null|\\{)`,
};

const NEAR = 64_000;
const LONG = 1_000_000;

/** The rows of a text, in its order. */
export function* jsonRows(text: string, container: Container): Generator<Embedded, Outside> {
  const rows = Array.from(readRows(text, beginningOf(container)));
  yield* rows;
  const places = rows.map(({ start, end }) => ({ start, end, fills: false }));
  const { gaps } = outerTextOf(text, places);
  return { gaps, placement: gaps.length === 0 ? { kind: 'rows' } : undefined };
}

/** A row once more, where all else is as it was; see `pieceAgain`. */
export function rowAgain(
  part: string,
  { start, end, changed }: PlaceInPart,
  container: Container,
): Embedded | undefined {
  const beginning = new RegExp(beginningOf(container), 'y');
  beginning.lastIndex = start;
  if (!beginning.test(part.slice(0, changed))) return undefined;
  const row = wholeRow(part, start);
  return row?.end === end ? row : undefined;
}

function beginningOf(container: Container): string {
  return BEGINNINGS[container] ?? LIST_ROW;
}

function* readRows(text: string, beginning: string): Generator<Embedded> {
  const pattern = new RegExp(beginning, 'g');
  let own: string | undefined;
  const next = (from: number): number => {
    pattern.lastIndex = from;
    for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
      const [begun] = found;
      if (begun === own || mayStandBefore(text, found.index)) {
        own ??= begun;
        return found.index;
      }
    }
    return text.length;
  };
  for (let start = next(0); start < text.length; ) {
    const read = wholeRow(text, start) ?? damagedRow(text, start, next(start + 1));
    yield read;
    start = next(Math.max(read.end, start + 1));
  }
}

function wholeRow(text: string, start: number): Embedded | undefined {
  const end = closingBracket(text, start, Math.min(text.length, start + NEAR));
  if (end < 0 || !isRowEnd(text, start, end) || !isJson(text.slice(start, end))) return undefined;
  return rowOf(text.slice(start, end), start);
}

function damagedRow(text: string, start: number, next: number): Embedded {
  const limit = Math.min(next, start + LONG);
  const source = text.slice(start, limit).trimEnd();
  const { end, damages, edits } = mend(source, {
    endsLog: limit === text.length,
    isBare: false,
    ending: (at) => (isRowEnd(text, start, start + at) ? 'sure' : 'perhaps'),
  });
  return { ...rowOf(applyEdits(source.slice(0, end), edits), start), end: start + end, damages, edits };
}

/** Behind a row the next one follows, or the end of their list or line. */
function isRowEnd(text: string, start: number, at: number): boolean {
  const open = text[start] ?? '';
  const next = skipSpace(text, at, text.length);
  const found = text[next] ?? '';
  if (found === '' || found === ']') return true;
  if (found === ',') return text[skipSpace(text, next + 1, text.length)] === open;
  return found === open && (next === at || /[\r\n]/.test(text.slice(at, next)));
}

/** Rows stand in a list, or on lines of their own, but for one spoilt character; the value of a key is none. */
function mayStandBefore(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 200), at).trimEnd();
  return text[at] === '{' ? !before.endsWith(':') || before.length < 3 : /(?:^|[[,\ufeff]).?$/.test(before);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function rowOf(source: string, start: number): Embedded {
  const view = viewOfCells(jsonCells(source));
  return {
    start,
    end: start + source.length,
    form: 'row',
    source: view.source,
    value: parseObject(view.source),
    damages: [],
    edits: [],
  };
}

/** The columns of a row that is whole JSON. */
export function jsonCells(source: string): readonly Cell[] {
  const root = { start: skipSpace(source, 0, source.length), end: source.length };
  const cells: Cell[] = [];
  for (const column of source[root.start] === '[' ? members(source, root) : [{ value: root }]) {
    const inside = Array.from(members(source, column.value));
    const field = inside.find(({ name }) => name === 'field');
    const value = inside.find(({ name }) => name === 'value');
    if (field !== undefined && value !== undefined && inside.length === 2) {
      const name = parsed(source.slice(field.value.start, field.value.end));
      if (typeof name === 'string') cells.push(cellOf(source, name, field.value, value.value));
      continue;
    }
    for (const { name, key, value } of inside) cells.push(cellOf(source, String(name), key, value));
  }
  return cells;
}

function cellOf(source: string, column: string, key: Cell['key'], value: Cell['value']): Cell {
  const json = source.slice(value.start, value.end);
  const says = parsed(json);
  if (typeof says === 'string') return { column, key, value, says: { text: says } };
  return { column, key, value, says: { json: renamed(json) } };
}

/** Fields inside structs under CloudTrail's names. */
function renamed(json: string): string {
  if (!/^\s*[{[]/.test(json)) return json;
  const names = /"([a-z]+)"(?=\s*:)/g;
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
