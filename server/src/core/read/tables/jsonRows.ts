import { skipSpace } from '../characters';
import { applyEdits } from '../edits';
import { mend } from '../mend';
import { closingBracket } from '../valueEnd';
import { parseObject } from '../whole';
import type { Embedded } from '../wrapped/embedded';
import { outerTextOf } from '../wrapped/outerText';
import type { Outside, PlaceInPart, RowPlacement } from '../wrapped/placement';
import { isTellingColumn } from './columns';
import { jsonCells } from './jsonCells';
import type { JsonTable } from './jsonTable';
import { viewOfCells } from './rowView';
import { VALUES, valueCells } from './valueRow';

/** How a row begins: an object or a list of objects, with the name of its first column. */
const OBJECT = '\\{\\s*"[^"\\\\\\r\\n]{1,80}"\\s*:';
const LIST = '\\[\\s*\\{\\s*"[\\w.@ ]{1,60}"\\s*:\\s*(?:"|null|true|false|\\d)';

const BEGINNINGS = { objects: OBJECT, columns: LIST, pairs: LIST, values: VALUES, flat: OBJECT } as const;

const NEAR = 64_000;
const LONG = 1_000_000;

/** Makes a record of the text of a row that is whole, or mended. */
type MakeRow = (source: string, table: JsonTable) => Pick<Embedded, 'form' | 'source' | 'columns'>;

/**
 * The rows of a text, in its order.
 *
 * @param make what a row is; an event, unless told otherwise
 */
export function* jsonRows(text: string, table: JsonTable, make: MakeRow = eventOfRow): Generator<Embedded, Outside> {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const row of readRows(text, table, make)) {
    starts.push(row.start);
    ends.push(row.end);
    yield row;
  }
  const places = starts.map((start, index) => ({ start, end: ends[index] ?? start, fills: false }));
  const { gaps } = outerTextOf(text, places);
  return {
    form: table.form,
    under: undefined,
    gaps,
    placement: gaps.length === 0 ? { kind: 'rows', table } : undefined,
  };
}

/** A row once more, where all else is as it was; see `pieceAgain`. */
export function rowAgain(
  part: string,
  { start, end, changed }: PlaceInPart,
  { table }: RowPlacement,
): Embedded | undefined {
  const beginning = new RegExp(BEGINNINGS[table.as], 'y');
  beginning.lastIndex = start;
  if (!beginning.test(part.slice(0, changed))) return undefined;
  const row = wholeRow(part, start, table, eventOfRow);
  return row?.end === end ? row : undefined;
}

function* readRows(text: string, table: JsonTable, make: MakeRow): Generator<Embedded> {
  const { as, under, first } = table;
  const key = under === undefined ? '' : `"${under.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}"\\s*:\\s*`;
  // A list of values tells itself by how it begins, whatever is damaged before it.
  const pattern = new RegExp(`${as === 'values' ? '' : key}(${BEGINNINGS[table.as]})`, 'g');
  const before = new RegExp(`${key}$`);
  let own: string | undefined;
  const next = (from: number): number => {
    pattern.lastIndex = from;
    for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
      const begun = found[1] ?? '';
      const at = found.index + found[0].length - begun.length;
      if (begun === own) return at;
      const isKeyed = under !== undefined && (as !== 'values' || before.test(text.slice(Math.max(0, at - 200), at)));
      if (isKeyed || (under === undefined && mayStandBefore(text, at))) return at;
    }
    return text.length;
  };
  own = new RegExp(BEGINNINGS[table.as], 'y').exec(text.slice(first, first + 300))?.[0];
  for (let start = first; start < text.length; ) {
    const whole = wholeRow(text, start, table, make);
    const isOurs = own === undefined || text.startsWith(own, start);
    const read =
      whole ??
      (isOurs && !isOtherList(text, start, table) ? damagedRow(text, start, next(start + 1), table, make) : undefined);
    if (read !== undefined) yield read;
    start = next(Math.max(read?.end ?? 0, start + 1));
  }
}

function wholeRow(text: string, start: number, table: JsonTable, make: MakeRow): Embedded | undefined {
  const { as, under } = table;
  const end = closingBracket(text, start, Math.min(text.length, start + NEAR));
  if (end < 0 || (under === undefined && !isRowEnd(text, start, end)) || !isJson(text.slice(start, end)))
    return undefined;
  const row = rowOf(text.slice(start, end), start, table, make);
  return (as === 'objects' && !isRow(row)) || isOtherList(text, start, table) ? undefined : row;
}

/** A list in order that has not as many values as there are columns is no row. */
function isOtherList(text: string, start: number, { columns }: JsonTable): boolean {
  if (columns === undefined) return false;
  const end = closingBracket(text, start, Math.min(text.length, start + NEAR));
  const source = end < 0 ? '' : text.slice(start, end);
  return isJson(source) && valueCells(source, columns).length !== columns.length;
}

/** An object of some columns that tell of an event, and not what holds rows. */
function isRow({ value }: Embedded): boolean {
  return value !== undefined && Object.keys(value).filter(isTellingColumn).length >= 2;
}

function damagedRow(text: string, start: number, next: number, table: JsonTable, make: MakeRow): Embedded {
  const limit = Math.min(next, start + LONG);
  const source = text.slice(start, limit).trimEnd();
  const { end, damages, edits } = mend(source, {
    endsLog: limit === text.length,
    isBare: false,
    ending: (at) => (isRowEnd(text, start, start + at) ? 'sure' : 'perhaps'),
  });
  return { ...rowOf(applyEdits(source.slice(0, end), edits), start, table, make), end: start + end, damages, edits };
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

function rowOf(source: string, start: number, table: JsonTable, make: MakeRow): Embedded {
  const row = make(source, table);
  return { start, end: start + source.length, value: parseObject(row.source), damages: [], edits: [], ...row };
}

function eventOfRow(source: string, { columns }: JsonTable): ReturnType<MakeRow> {
  const view = viewOfCells(columns === undefined ? jsonCells(source) : valueCells(source, columns));
  return { form: 'row', source: view.source, ...(columns && { columns }) };
}
