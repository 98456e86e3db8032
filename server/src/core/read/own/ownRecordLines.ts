import type { JsonObject, Span } from '../../record';
import { formOfLines, LINES as TEXT_LINES } from '../forms/nameForm';
import type { Gap } from '../gaps';
import { ofRecord } from '../repairs/proposal';
import { closingBracket } from '../valueEnd';
import { parseObject } from '../whole';
import { readEmbedded } from '../wrapped/readEvent';
import { isLast } from './lastOfText';
import { BEGINNING, OwnFinder, piecesFrom } from './ownFinder';
import { piecesInside } from './ownInside';
import { ownKindOf } from './ownKind';
import { mayHoldOwn, signOf, tellingNames } from './ownLogs';
import { LINES, type OwnOutside, SINGLE } from './ownOutside';
import type { OwnPiece } from './ownPiece';
import { ownTime } from './ownReading';

/**
 * What an export of CloudWatch Logs and `aws logs tail` write before an event: its time, and perhaps its stream; or, as `awslogs get` does without
 * times, its group and its stream, or one of them.
 */
const TIME_BEFORE = /^(?:(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*)\s[^{]*|(?:[^\s"{}[\],]{1,512} ){1,2})(?=\{)/;

/** A line that is an object, as JSON, or ends with one behind a time. */
export function recordOfLine(line: string): JsonObject | undefined {
  const trimmed = line.trim().replace(TIME_BEFORE, '');
  return trimmed.startsWith('{') && trimmed.endsWith('}') ? parseObject(trimmed) : undefined;
}

export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** One record a line. What else stands on a line of its own is another log, or damage that is no record any more. */
export function* piecesInLines(text: string): Generator<OwnPiece, OwnOutside> {
  let count = 0;
  const gaps: Gap[] = [];
  const before: string[] = [];
  const firstKeys = new Set<string>();
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; ) {
    let end = lineEnd(text, at);
    const next = end + 1;
    while (end > at && isSpace(text.charCodeAt(end - 1))) end--;
    while (at < end && isSpace(text.charCodeAt(at))) at++;
    if (at < end) {
      const [prefix = '', time] = TIME_BEFORE.exec(text.slice(at, end)) ?? [];
      const begin = at + prefix.length;
      const several = objectsIn(text, begin, end);
      const around = ownTime(time);
      for (const { start, end: behind } of several ?? [{ start: begin, end }]) {
        const pieces = piecesOf(text, { start, end: behind }, gaps, firstKeys);
        for (const piece of pieces) {
          count++;
          if (prefix !== '') before.push(prefix);
          yield around === undefined ? piece : { ...piece, around };
        }
        if (pieces.length > 0) continue;
        for (const held of heldBy(text, start, behind)) {
          count++;
          yield held;
        }
      }
    }
    at = next;
  }
  if (before.length > 0) return { form: formOfLines(before) ?? TEXT_LINES, gaps };
  return { form: count === 1 ? SINGLE : LINES, gaps };
}

/**
 * Whole records in an object that is no record: with their time, as what CloudWatch Logs hands out holds one in its message, or as objects, as
 * what collects logs puts around them. Text alone may be what a stranger wrote.
 */
function* heldBy(text: string, start: number, end: number): Generator<OwnPiece> {
  const source = text.slice(start, end);
  if (!mayHoldOwn(source) || parseObject(source) === undefined) return;
  for (const piece of piecesInside(source)) {
    if ((piece.around === undefined && piece.form !== 'object') || piece.damages.length > 0) continue;
    yield { ...piece, start: start + piece.start, end: start + piece.end };
  }
}

/** Whole objects that share a line: where logs were put together whose last line does not end, or lists of them. Undefined where it is one, or anything else. */
function objectsIn(text: string, start: number, end: number): readonly Span[] | undefined {
  const found: Span[] = [];
  for (let at = start; at < end; ) {
    if (text[at] !== '{') {
      if (!/[\s,[\]]/.test(text[at] ?? '')) return undefined;
      at++;
      continue;
    }
    const behind = closingBracket(text, at, end);
    if (behind < 0 || (at === start && behind === end)) return undefined;
    found.push({ start: at, end: behind });
    at = behind;
  }
  return found.length > 0 && found.every((each) => parseObject(text.slice(each.start, each.end)) !== undefined)
    ? found
    : undefined;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0d || code === 0x09;
}

/** The records of a line: one, or where another one got into it, each that is whole. @param firstKeys what records began with so far */
function piecesOf(text: string, { start, end }: Span, gaps: Gap[], firstKeys: Set<string>): readonly OwnPiece[] {
  const source = text.slice(start, end);
  const isOther = ({ index, 1: key = '' }: RegExpExecArray): boolean =>
    index > 0 && (firstKeys.has(key) || signOf(key) !== undefined || tellingNames().includes(key));
  const other = parseObject(source) === undefined ? Array.from(source.matchAll(BEGINNING)).find(isOther) : undefined;
  if (other !== undefined) {
    const found = Array.from(piecesFrom(new OwnFinder(source, Array.from(firstKeys))), (piece) => ({
      ...piece,
      start: start + piece.start,
      end: start + piece.end,
      damages: isLast(text, end) ? piece.damages : piece.damages.map(ofRecord),
    }));
    const [first] = found;
    if (first !== undefined && found.some(({ damages }) => damages.length === 0)) {
      const rest = pieceOf(text, start, first.start, gaps);
      return rest === undefined ? found : [rest, ...found];
    }
  }
  const piece = pieceOf(text, start, end, gaps);
  const [key] = piece?.damages.length === 0 ? Object.keys(piece.value ?? {}) : [];
  if (key !== undefined) firstKeys.add(key);
  return piece === undefined ? [] : [piece];
}

/** A line that is a record, be it damaged. @param gaps what is wrong with a line of which too little is left for a record */
function pieceOf(text: string, start: number, end: number, gaps: Gap[]): OwnPiece | undefined {
  const source = text.slice(start, end);
  const value = parseObject(source);
  if (value !== undefined) {
    const log = ownKindOf(value);
    return log && { start, end, form: 'object', source, value, damages: [], edits: [], log };
  }
  if (!source.includes('"')) return undefined;
  const read = readEmbedded(text, start, end, 0);
  const log = ownKindOf(read.value);
  const damages = isLast(text, end) ? read.damages : read.damages.map(ofRecord);
  if (log === undefined && namesField(source)) gaps.push(...damages.map((damage) => inText(damage, start)));
  return log && { ...read, damages, log };
}

/** What is wrong with a lost record, at its place in the text. It is not mended: what is left is no record. */
function inText({ span, ...damage }: Gap, start: number): Gap {
  return { ...damage, span: { start: start + span.start, end: start + span.end }, edits: [], safe: false };
}

/** Whether what was to be an object has a field of such a log: the rest of a record, and no line of another log. */
function namesField(source: string): boolean {
  if (!source.startsWith('{')) return false;
  for (const [, name = ''] of source.matchAll(/"(\w+)"\s*:/g))
    if ((signOf(name) ?? 0) > 0 || tellingNames().includes(name)) return true;
  return false;
}
