import type { Span } from '../../record';
import type { Gap } from '../gaps';
import { parseObject } from '../whole';
import type { FieldOrder } from './fieldOrder';
import type { HeaderFields } from './fittedColumns';
import type { HeldMessage } from './heldMessages';
import { mayHoldValues } from './lacksOrganization';
import { messagesInCells } from './messagesInCells';
import { messagesInJson } from './messagesInJson';
import { messageBehindTime, messagesOfDump } from './messagesOfDump';
import { NamelessLines } from './namelessLines';
import { areNames, columnsOfHeader } from './ownHeader';
import { isOfValues, piecesOfMessages } from './ownMessages';
import type { OwnPiece } from './ownPiece';
import { lineEnd } from './ownRecordLines';
import { headerOfLines, isOfHeader } from './ownTable';
import { ORGANIZATION } from './valueForm';

/** Lines of values of WorkMail's own logs in a text that holds events of CloudTrail, too. */
export interface ValuesBeside {
  readonly pieces: readonly OwnPiece[];
  /** All lines that are such lines or name their fields, read or not, in the order of the text. */
  readonly lines: readonly Span[];
  /** What can't be told of them. */
  readonly gaps: readonly Gap[];
  /** The names of fields stand nowhere in the text: calls may tell them. */
  readonly lacksNames: boolean;
}

/**
 * The lines of values among whatever else a text has: on lines of their own, behind a time and a stream, in strings of JSON or in cells of a table.
 *
 * @param orders of fields that calls have told
 */
export function valuesBeside(text: string, orders: readonly FieldOrder[]): ValuesBeside {
  const told = new NamelessLines([], orders);
  const found = messagesIn(text, told).filter(({ text: line, isValues }) => isValues || isLineOfValues(line, told));
  const messages = found.map(({ line: _line, ...message }) => message);
  const around = isJson(text) ? messagesInJson(text, told).outside(messages).around : undefined;
  const reading = piecesOfMessages(messages, { ...(around && { around }) }, orders);
  const pieces: OwnPiece[] = [];
  let next = reading.next();
  for (; !next.done; next = reading.next()) pieces.push(next.value);
  const { gaps, lacksNames } = next.value;
  return {
    pieces,
    lines: found.map(({ line, start, end }) => ({ start: line ?? start, end })),
    gaps,
    lacksNames: lacksNames === true && messages.length > 0,
  };
}

/** Whether what stands between two events may hold a line of values that does not name its organization: not where nothing but JSON stands there. */
export function mayLackOrganization(between: string): boolean {
  if (!mayHoldValues(between)) return false;
  const lines = between.split('\n').filter((line) => !/^\s*(?:[[\]{}",]|$)/.test(line));
  const messages = Array.from(messagesInJson(between, ANY).messages(), ({ text }) => text);
  return [...lines, ...messages].some((line) => !ORGANIZATION.test(line) && mayHoldValues(line));
}

const ANY = { isAsked: (): boolean => true };

function isJson(text: string): boolean {
  return /^[\s\ufeff]*[[{]/.test(text);
}

/** A message, and where its line begins if nothing but a time stands before it. */
type MessageOfLine = HeldMessage & { readonly line?: number };

/** What holds lines, and lines that nothing holds. A table has no others. */
function messagesIn(text: string, told: NamelessLines): readonly MessageOfLine[] {
  const holder = isJson(text) ? messagesInJson(text, told) : messagesOfDump(text);
  const table = holder === undefined ? messagesInCells(text) : undefined;
  if (table !== undefined) return Array.from(table.messages());
  const held = Array.from(holder?.messages() ?? []);
  const found: MessageOfLine[] = [];
  let next = 0;
  let header: HeaderFields | undefined;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; ) {
    const end = lineEnd(text, at);
    let isHolding = false;
    for (let message = held[next]; message !== undefined && message.start <= end; message = held[++next]) {
      found.push(message);
      isHolding = true;
    }
    const line = isHolding ? '' : text.slice(at, end).replace(/\r$/, '');
    if (line.startsWith('#')) header = headerOfLines(text, line, end) ?? header;
    // The first value of a line may be anything that a stranger wrote.
    if (OF_JSON.test(line)) {
      if (header !== undefined && isOfHeader(line, header) && parseObject(line) === undefined)
        found.push({ line: at, start: at, end: at + line.length, edits: [], text: line, isValues: true });
    } else if (line !== '') {
      // What was put before lines of JSON is taken off before these are read, and is left before others.
      const { start, ...said } = messageBehindTime(line) ?? { start: 0, text: line };
      found.push({ line: at, start: at + start, end: at + line.length, edits: [], ...said });
    }
    at = end + 1;
  }
  return found;
}

/** A line that opens or closes an object or a list, or names a member of one. */
const OF_JSON = /^\s*(?:[[{\]}]|"[^"]*"\s*:)/;

/** Whether a line is one of values, or of the names of their fields. */
function isLineOfValues(line: string, told: NamelessLines): boolean {
  if (line.startsWith('{')) return false;
  if (line.startsWith('#')) return true;
  if (ORGANIZATION.test(line)) return isOfValues(line) || told.columnsOf(line) !== undefined;
  return told.columnsOf(line) !== undefined || areNames(columnsOfHeader(line)?.slice(1) ?? []);
}
