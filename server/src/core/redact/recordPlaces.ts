import { actionSchemas } from '../../generated/schemas';
import type { SchemaNode } from '../check/schemaTypes';
import { knownAction } from '../explain/words';
import { CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, OPEN_BRACE, OPEN_BRACKET, QUOTE } from '../read/characters';
import { unescaped } from '../read/escapes';
import { valueEnd } from '../read/valueEnd';
import type { Action } from '../record';
import { kindOfNode, type NamedKinds } from './fieldKinds';
import type { FieldKind } from './redactionFile';

/** A text or number of a record, in offsets of its JSON; of a text without its quotes. */
export interface RecordPlace {
  readonly start: number;
  readonly end: number;
  /** `key`: it is the name of a member; one of a map, which anybody may have chosen, is of the kind `text`. */
  readonly part: 'key' | 'text' | 'number';
  readonly kind: FieldKind;
}

/** What is open around a place. */
interface Open {
  readonly isList: boolean;
  /** What the texts of a list hold. */
  readonly kind: FieldKind;
  readonly node: SchemaNode | undefined;
  isKeyNext: boolean;
  key: string;
}

const SIDES: ReadonlySet<string> = new Set(['requestParameters', 'responseElements']);
/** Objects inside of parameters may be maps, with keys that are names of somebody's. */
const MAP_DEPTH = 3;

/**
 * Walks over the JSON of a record and tells every key, text and number in it with what its field holds. Text that is no JSON ends
 * the walk.
 *
 * @param source the JSON of one record
 * @param action whose schemas say what parameters hold
 * @returns where the walk ended: the length of the source, where it is JSON
 */
export function walkRecord(
  source: string,
  action: Action | undefined,
  names: NamedKinds,
  tell: (place: RecordPlace) => void,
): number {
  const name = knownAction(action)?.name;
  const schema = name === undefined ? undefined : actionSchemas().get(name);
  const open: Open[] = [];
  const word = /[-+.\w]+/y;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    const around = open.at(-1);
    if (code === QUOTE) {
      const end = valueEnd(source, at);
      if (end < 0) return at;
      const start = at + 1;
      // No object is made of another one here: a log has millions of them.
      if (around?.isKeyNext === true) {
        around.key = unescaped(source.slice(start, end - 1));
        around.isKeyNext = false;
        const isFree =
          open.length >= MAP_DEPTH && open[0]?.key !== 'userIdentity' && names.of(around.key) === undefined;
        tell({ start, end: end - 1, part: 'key', kind: isFree ? 'text' : 'keep' });
      } else tell({ start, end: end - 1, part: 'text', kind: kindIn(around, names) });
      at = end - 1;
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      const side = open.length === 1 && around !== undefined && SIDES.has(around.key) ? around.key : undefined;
      const node =
        side === undefined ? nodeIn(around) : schema?.[side === 'requestParameters' ? side : 'responseElements'];
      const isList = code === OPEN_BRACKET;
      open.push({ isList, kind: isList ? kindIn(around, names) : 'value', node, isKeyNext: !isList, key: '' });
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) open.pop();
    else if (code === COMMA) {
      if (around !== undefined) around.isKeyNext = !around.isList;
    } else if (code !== COLON && code > 0x20) {
      word.lastIndex = at;
      if (!word.test(source)) return at;
      const end = word.lastIndex;
      if (code <= 0x39) tell({ start: at, end, part: 'number', kind: kindIn(around, names) });
      at = end - 1;
    }
  }
  return source.length;
}

/** The schema of the value that comes next. */
function nodeIn(around: Open | undefined): SchemaNode | undefined {
  const { node } = around ?? {};
  if (around === undefined || node === undefined) return undefined;
  if (around.isList) return node.items;
  const { additionalProperties: others } = node;
  return node.properties?.get(around.key) ?? (typeof others === 'object' ? others : undefined);
}

/** What the value holds that comes next: as its schema tells, else as its name does. */
function kindIn(around: Open | undefined, names: NamedKinds): FieldKind {
  if (around === undefined) return 'value';
  if (around.isList) return kindOfNode(around.node?.items) ?? around.kind;
  return kindOfNode(nodeIn(around)) ?? names.of(around.key) ?? 'value';
}
