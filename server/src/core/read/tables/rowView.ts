import { objectPaths, truthPaths } from '../../../generated/forms';
import { once } from '../../once';
import type { Span } from '../../record';
import { applyEdits } from '../edits';
import { timeEdits } from '../reshaped';
import { isAbsent, isNeverSaid, isNoObject } from './absentCells';
import { innerName, isFreeForm, pathOf } from './columns';
import { jsonOfStruct } from './structText';
import { truthOf } from './truthOf';

/** A value in a row of a table, in offsets of the row's text. */
export interface Cell {
  readonly column: string;
  /** Absent where the column's name stands in the header only. */
  readonly key: Span | undefined;
  readonly value: Span;
  /** What the cell says: text, or JSON as it is written. */
  readonly says: { readonly text: string } | { readonly json: string };
}

/** A row as an event in JSON, with the place in the row of every key and value. */
export interface RowView {
  readonly source: string;
  readonly pieces: readonly Piece[];
}

/** A stretch of the JSON that is made of a row, and where it stands in the row. */
export interface Piece {
  readonly source: Span;
  readonly row: Span;
  /** Whether both are the same characters, so that what stands inside can be told too. */
  readonly isVerbatim: boolean;
}

interface Node {
  readonly members: Map<string, Node>;
  cell: Cell | undefined;
}

/** Makes an object of the cells: dots in the names of columns become nesting, empty cells are left out. */
export function viewOfCells(cells: readonly Cell[]): RowView {
  const root: Node = { members: new Map(), cell: undefined };
  for (const cell of cells) {
    const path = pathOf(cell.column);
    if (!isEmpty(cell, path)) place(root, path, cell);
  }
  const pieces: Piece[] = [];
  let source = '';
  write(root, '');
  return { source, pieces };

  /** No deeper than a column's name has steps. */
  function write(node: Node, path: string): void {
    source += '{';
    let isFirst = true;
    for (const [name, member] of node.members) {
      if (!isFirst) source += ',';
      isFirst = false;
      const { cell } = member;
      piece(JSON.stringify(name), cell?.key, false);
      source += ':';
      const inside = path === '' ? name : `${path}.${name}`;
      if (cell === undefined) write(member, inside);
      else {
        const json = jsonOf(cell, inside);
        piece(json, cell.value, 'json' in cell.says && cell.says.json === json);
      }
    }
    source += '}';
  }

  function piece(text: string, row: Span | undefined, isVerbatim: boolean): void {
    if (row !== undefined) {
      pieces.push({ source: { start: source.length, end: source.length + text.length }, row, isVerbatim });
    }
    source += text;
  }
}

/** An empty cell says nothing, but for that of the error: a call without one has succeeded. */
function isEmpty({ column, says }: Cell, path: readonly string[]): boolean {
  if (ERRORS.has(path[0] ?? '')) return false;
  if (column === '' || !('text' in says)) return column === '';
  return isNeverSaid(says.text) || (!objects().has(path.join('.')) && isAbsent(says.text, path));
}

/** Of two columns for one place the first is taken. */
function place(root: Node, path: readonly string[], cell: Cell): void {
  let node = root;
  for (const step of path) {
    const next: Node = node.members.get(step) ?? { members: new Map(), cell: undefined };
    if (next.cell !== undefined) return;
    node.members.set(step, next);
    node = next;
  }
  if (node.members.size === 0) node.cell = cell;
}

const ERRORS: ReadonlySet<string> = new Set(['errorCode', 'errorMessage']);
const truths = /* @__PURE__ */ once((): ReadonlySet<string> => new Set(truthPaths));
const objects = /* @__PURE__ */ once((): ReadonlySet<string> => new Set(objectPaths));

/** What a cell says, as the JSON that CloudTrail would have written. */
function jsonOf({ says }: Cell, path: string): string {
  if ('json' in says) return says.json;
  const { text } = says;
  const truth = truths().has(path) ? truthOf(text) : undefined;
  if (truth !== undefined) return String(truth);
  if (path === 'eventTime') return JSON.stringify(applyEdits(text, timeEdits(text, 0)));
  if (ERRORS.has(path) && isAbsent(text, [path])) return 'null';
  if (!objects().has(path)) return JSON.stringify(text);
  if (isNoObject(text)) return 'null';
  const named = isFreeForm(path) ? (name: string) => name : innerName;
  return isJson(text) ? text : (jsonOfStruct(text, named) ?? JSON.stringify(text));
}

function isJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
