import { closingBracket } from '../valueEnd';
import { readEmbedded } from '../wrapped/readEvent';
import type { FieldOrder } from './fieldOrder';
import { OwnFinder } from './ownFinder';
import { ownKindOf } from './ownKind';
import { mayHoldOwn, provingNames, tellingNames } from './ownLogs';
import { holdsLines } from './ownMessages';
import { ownPairsOf } from './ownPairs';
import type { OwnWay } from './ownPieces';
import { lineEnd, recordOfLine } from './ownRecordLines';
import { ownTableOf, piecesInTable } from './ownTable';
import { LONGEST_RECORD } from './recordAround';

/** How much of a text is looked through for names of such a log, and how much for a first record. */
const LOOKED_THROUGH = 400_000;
/** So many lines are asked whether they are records. */
const LINES_ASKED = 50;

/**
 * Whether a text holds records of WorkMail's own logs, in JSON of any kind; how they stand in it. Ordinary text costs a search for some names.
 *
 * @param orders of fields that calls have told, for lines of values without names
 */
export function ownJsonIn(text: string, orders: readonly FieldOrder[] = []): OwnWay | undefined {
  const head = text.length > LOOKED_THROUGH ? text.slice(0, LOOKED_THROUGH) : text;
  const isJson = beginsLikeJson(head);
  if (!isJson && holdsLines(head, orders)) return 'messages';
  if (holdsTable(head, orders)) return 'table';
  if (tellingNames().some((name) => head.includes(name)) || head.includes('eventName')) {
    // What strangers have written into a value of such a row may look like a record.
    if (ownPairsOf(head) !== undefined) return 'pairs';
    if (standInLines(head, head.length < text.length)) return 'lines';
    if (new OwnFinder(head).next(0) !== undefined) return 'inside';
  }
  if (isJson && holdsLines(head, orders)) return 'messages';
  return head.length === text.length ? undefined : furtherDown(text, head.length);
}

/** How far before a name that proves a record the record may begin, where lines are long. */
const BEFORE_NAME = 20_000;
/** So many places of such names are looked at. */
const NAMES_ASKED = 20;

/** The same for records that stand behind much other text: told by the first names there that hardly anybody else uses. */
function furtherDown(text: string, from: number): OwnWay | undefined {
  // One pass for all names takes a tenth of the time of one for each.
  const names = new RegExp(provingNames().join('|'), 'g');
  for (let at = from, asked = 0; asked < NAMES_ASKED; asked++) {
    names.lastIndex = at;
    const first = names.exec(text)?.index;
    if (first === undefined) return undefined;
    const line = text.lastIndexOf('\n', first) + 1;
    const end = lineEnd(text, first);
    if (end - line <= LONGEST_RECORD && ownKindOf(recordOfLine(text.slice(line, end))) !== undefined) return 'lines';
    const begin = Math.max(line, first - BEFORE_NAME);
    if (new OwnFinder(text.slice(begin, first + LOOKED_THROUGH)).next(0) !== undefined) return 'inside';
    at = first + LOOKED_THROUGH;
  }
  return undefined;
}

/**
 * How records stand in a text that holds events of CloudTrail, too: around the first of them, or in a table.
 *
 * @param from offset from which on a record may stand
 */
export function ownWayBeside(text: string, from: number): OwnWay {
  const head = text.slice(0, LOOKED_THROUGH);
  // Lines of values under another header, or under none, are found beside all others.
  if (ownTableOf(head)?.isQuoted === true && holdsTable(head)) return 'table';
  if (ownPairsOf(head) !== undefined) return 'pairs';
  let at = text.lastIndexOf('\n', from) + 1;
  for (let asked = 0; asked < LINES_ASKED && at < text.length; asked++) {
    const end = lineEnd(text, at);
    if (end - at <= LONGEST_RECORD && isRecord(text, at, end)) return 'lines';
    at = end + 1;
  }
  return 'inside';
}

/** Whether a line is a record, be it damaged. */
function isRecord(text: string, start: number, end: number): boolean {
  const line = text.slice(start, end);
  const whole = recordOfLine(line);
  if (whole !== undefined || !line.startsWith('{') || !mayHoldOwn(line)) return ownKindOf(whole) !== undefined;
  return ownKindOf(readEmbedded(text, start, start + line.trimEnd().length, 0).value) !== undefined;
}

/** Whether the first lines of values are records. */
function holdsTable(head: string, orders: readonly FieldOrder[] = []): boolean {
  if (beginsLikeJson(head)) return false;
  const table = ownTableOf(head, orders);
  return table !== undefined && piecesInTable(head, table).next().done !== true;
}

/** Whether the beginning of a text is that of JSON: a list before other values of a line is none. */
function beginsLikeJson(head: string): boolean {
  const at = head.search(/[^\s\ufeff]/);
  if (at < 0 || head[at] !== '[') return head[at] === '{';
  const end = lineEnd(head, at);
  const behind = closingBracket(head, at, end);
  return behind < 0 || /^\s*,?\s*(?:$|[[{])/.test(head.slice(behind, end));
}

/** Whether records stand in lines of their own. @param isCut the text goes on */
function standInLines(text: string, isCut: boolean): boolean {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let asked = 0; asked < LINES_ASKED && at < text.length; ) {
    const end = lineEnd(text, at);
    if (isCut && end === text.length) return false;
    const line = text.slice(at, end);
    at = end + 1;
    if (line.trim() === '') continue;
    asked++;
    if (ownKindOf(recordOfLine(line)) !== undefined) return true;
  }
  return false;
}
