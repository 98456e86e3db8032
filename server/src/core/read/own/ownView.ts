import type { Span } from '../../record';
import type { Piece, RowView } from '../tables/rowView';
import { mailCell, mailName } from './mailCell';

/** A value and the name of its column. */
export interface NamedCell extends Span {
  readonly name: string;
  readonly text: string;
  /** The value as JSON, if its span holds that as it is. */
  readonly json?: string;
}

/** Steps of a name that are told apart. */
const DEEPEST = 8;

interface Node {
  readonly members: Map<string, Node>;
  cell: NamedCell | undefined;
}

/**
 * Values as an object, with the place of each. Dots in names are objects, and numbers between them places in lists; what stands for nothing
 * is left out. Of two values for one place the first is taken.
 */
export function viewOfNamed(cells: readonly NamedCell[]): RowView {
  const root: Node = { members: new Map(), cell: undefined };
  for (const cell of cells) {
    if (cell.name === '' || isNothing(cell.text)) continue;
    let node: Node | undefined = root;
    for (const step of cell.name.split('.', DEEPEST).map(mailName)) node = node && memberOf(node, step);
    if (node !== undefined && node.members.size === 0 && node.cell === undefined) node.cell = cell;
  }
  const pieces: Piece[] = [];
  let source = '';
  write(root, 0);
  return { source, pieces };

  /** No deeper than a name has steps. */
  function write({ members, cell }: Node, depth: number, name = ''): void {
    if (cell !== undefined) {
      const made = depth === 1 && name === 'event' && cell.text.startsWith('{') ? mailCell(cell.text) : undefined;
      const json = made ?? cell.json ?? JSON.stringify(cell.text);
      pieces.push(pieceOf(cell, json, source.length));
      source += json;
      return;
    }
    const keys = Array.from(members.keys());
    const isList = keys.length > 0 && keys.every((key) => /^\d{1,6}$/.test(key));
    if (isList) keys.sort((a, b) => Number(a) - Number(b));
    source += isList ? '[' : '{';
    for (const [place, key] of keys.entries()) {
      if (place > 0) source += ',';
      if (!isList) source += `${JSON.stringify(key)}:`;
      const member = members.get(key);
      if (member !== undefined) write(member, depth + 1, key);
    }
    source += isList ? ']' : '}';
  }
}

/** A text that stands in its cell as it does in JSON is one character for character, without the quotes around it. */
function pieceOf(cell: NamedCell, json: string, start: number): Piece {
  const { length } = cell.text;
  const isInQuotes = json.length === length + 2 && cell.end - cell.start === length;
  const quote = isInQuotes ? 1 : 0;
  return {
    source: { start: start + quote, end: start + json.length - quote },
    row: cell,
    isVerbatim: isInQuotes || json === cell.json,
  };
}

function memberOf(node: Node, step: string): Node | undefined {
  if (node.cell !== undefined) return undefined;
  const found = node.members.get(step) ?? { members: new Map(), cell: undefined };
  node.members.set(step, found);
  return found;
}

/** Marks of what is not there. */
export function isNothing(text: string): boolean {
  return text === '' || text === '-' || text === 'null';
}
