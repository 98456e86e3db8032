import type { JsonObject, Span } from '../../record';
import { isCloudTrailRecord } from '../evidence';
import { tableForm } from '../forms/tableForm';
import { members } from '../members';
import { isOwnPairs } from '../own/ownPairsView';
import { closingBracket } from '../valueEnd';
import { parseObject } from '../whole';
import { OuterStructure } from '../wrapped/outerStructure';
import { isKnownColumn, isTellingColumn, tellEvents } from './columns';
import { jsonCells } from './jsonCells';
import { viewOfCells } from './rowView';
import { VALUES, valueCells } from './valueRow';

/**
 * How rows stand in JSON: as objects, as lists of objects with one column each, as lists of pairs of name and value, or as lists of
 * values, whose columns are named once before them; `flat`: objects of records of WorkMail's own logs.
 */
export interface JsonTable {
  /** The id of the form, a file of `schemas/forms`. */
  readonly form: string;
  readonly as: 'objects' | 'columns' | 'pairs' | 'values' | 'flat';
  /** Where the first row begins. */
  readonly first: number;
  /** The key that the objects stand under, if they do, as it is written. */
  readonly under: string | undefined;
  /** Where the rows don't name them themselves. */
  readonly columns?: readonly string[];
}

/** The table is told by the beginning of the text. */
const LOOKED_THROUGH = 60_000;
/** So many keys are looked at, and so many objects. */
const MOST_KEYS = 4000;
const MOST_OBJECTS = 50;

/** Rows of CloudTrail's fields in another spelling than its own; undefined where the text holds none. */
export function jsonTableOf(text: string): JsonTable | undefined {
  const head = text.slice(0, LOOKED_THROUGH);
  // No name that could be one of these columns: nearly every text ends here.
  if (!/event[\s_.]?(?:name|source|time|id|version|category|type|action)|aws_?region|user_?identity/i.test(head))
    return undefined;
  return ofLists(head) ?? ofValues(head) ?? ofObjects(head);
}

const COLUMN =
  '\\{\\s*"([^"\\\\\\r\\n]{1,80})"\\s*:\\s*(?:"(?:[^"\\\\\\r\\n]|\\\\.)*"|null|true|false|[-\\d.]+)\\s*\\}';
const PAIR = '\\{\\s*"(\\w{1,20})"\\s*:\\s*"([^"\\\\\\r\\n]{1,80})"\\s*,\\s*"value"\\s*:\\s*(?=(.))';
const LIST_OF = (cell: string): RegExp => new RegExp(`\\[\\s*${cell}`, 'g');

function ofLists(head: string): JsonTable | undefined {
  for (const as of ['columns', 'pairs'] as const) {
    const cell = as === 'columns' ? COLUMN : PAIR;
    const lists = LIST_OF(cell);
    for (let count = 0; count < MOST_OBJECTS; count++) {
      const list = lists.exec(head);
      if (list === null) break;
      const end = closingBracket(head, list.index, head.length);
      const row = head.slice(list.index, end < 0 ? head.length : end);
      const cells = Array.from(row.matchAll(new RegExp(cell, 'g')));
      const names = cells.map((found) => found[as === 'columns' ? 1 : 2] ?? '');
      // A list of objects with one and the same key is no row, and none of CloudTrail's telling fields is an object.
      const texts = names.filter((name, index) => isTellingColumn(name) && cells[index]?.[3] !== '{');
      if (new Set(texts).size >= 2 && !(as === 'pairs' && isOwnPairs(row))) {
        return { form: tableForm(as, names).form, as, first: list.index, under: undefined };
      }
    }
  }
  return undefined;
}

/** A list of names: texts, or objects with a name or nothing else. */
const NAMES = /\[\s*(?:"[^"\\\r\n]{1,80}"\s*,|\{\s*"\w{1,40}"\s*:\s*"[^"\\\r\n]{1,80}")/g;

function ofValues(head: string): JsonTable | undefined {
  let count = 0;
  for (const { index } of head.matchAll(NAMES)) {
    if (count++ === MOST_OBJECTS) return undefined;
    const end = closingBracket(head, index, head.length);
    const columns = end < 0 ? [] : namesIn(head.slice(index, end));
    if (!tellEvents(columns)) continue;
    const rows = new RegExp(`(?:"(\\w{1,40})"\\s*:\\s*)?(${VALUES})`, 'g');
    rows.lastIndex = end;
    const begunAt = new Map<string, number>();
    for (let row = rows.exec(head); row !== null && count++ < MOST_OBJECTS; row = rows.exec(head)) {
      const [whole, under, begun = ''] = row;
      const at = row.index + whole.length - begun.length;
      // The first rows can be damaged: they begin like the first whole one.
      const first = begunAt.get(begun) ?? at;
      begunAt.set(begun, first);
      const rowEnd = closingBracket(head, at, head.length);
      const cells = valueCells(head.slice(at, rowEnd), columns);
      if (rowEnd < 0 || cells.length !== columns.length) continue;
      if (!isCloudTrailRecord(parseObject(viewOfCells(cells).source))) continue;
      return { form: tableForm('values', columns).form, as: 'values', first, under, columns };
    }
  }
  return undefined;
}

function namesIn(list: string): readonly string[] {
  return Array.from(members(list, { start: 0, end: list.length }), ({ value }) => {
    const inside = list[value.start] === '{' ? Array.from(members(list, value)) : [];
    const named = inside.find(({ name }) => /^name$/i.test(String(name))) ?? inside[0];
    return textOf(list, named?.value ?? value);
  });
}

function textOf(json: string, { start, end }: Span): string {
  return json[start] === '"' ? json.slice(start + 1, end - 1) : '';
}

function ofObjects(head: string): JsonTable | undefined {
  const structure = new OuterStructure(head);
  const keys = /"([^"\\\r\n]{1,80})"\s*:/g;
  const seen = new Set<number>();
  let found = keys.exec(head);
  for (let count = 0; found !== null && count < MOST_KEYS && seen.size < MOST_OBJECTS; count++) {
    if (isKnownColumn(found[1] ?? '')) {
      structure.advance(found.index);
      for (const frame of structure.objects()) {
        if (seen.has(frame.at)) continue;
        seen.add(frame.at);
        const names = namesOfRow(head, frame.at);
        if (names === undefined) continue;
        return { form: tableForm('objects', names).form, as: 'objects', first: frame.at, under: frame.key };
      }
    }
    found = keys.exec(head);
  }
  return undefined;
}

/** The names of the columns of the object at an offset, if it says an event. */
function namesOfRow(head: string, at: number): readonly string[] | undefined {
  const end = closingBracket(head, at, head.length);
  const source = end < 0 ? '' : head.slice(at, end);
  const row = end < 0 ? undefined : parseObject(source);
  if (row === undefined || (isCloudTrailRecord(row) && !isFlat(row))) return undefined;
  const cells = jsonCells(source);
  const event = parseObject(viewOfCells(cells).source);
  if (!isCloudTrailRecord(event)) return undefined;
  const names = cells.map(({ column }) => column);
  return names.filter(isTellingColumn).length >= 2 ? names : undefined;
}

/** Fields of its objects are written as keys of the event itself. */
function isFlat(row: JsonObject): boolean {
  return Object.keys(row).some((name) => name.startsWith('userIdentity.'));
}
