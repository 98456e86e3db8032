import { closingQuote, unescaped, unescapeEdits } from '../escapes';
import { formUnder } from '../forms/nameForm';
import type { Gap } from '../gaps';
import { outerTextOf } from '../wrapped/outerText';
import type { FieldOrder } from './fieldOrder';
import { DELIMITERS } from './namelessLines';
import type { OwnPiece } from './ownPiece';
import { cellsOfLine } from './ownRow';
import { ownTableOf, piecesInTable } from './ownTable';
import { LONGEST_RECORD } from './recordAround';
import { timeAround } from './timeAround';
import { UntoldValues } from './untoldValues';
import { ORGANIZATION } from './valueForm';

/** A line of values that stands in a string of JSON: offsets of what is between its quotes. */
export interface HeldLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What CloudWatch calls an event, as it stands in a stream, and in results of Logs Insights. */
const MESSAGE = /"(?:@?message|value)"\s*:\s*"(?=[^{"])/g;
/** So many strings are asked whether they are lines of values. */
const ASKED = 40;

/** Whether a text is JSON in which CloudWatch hands out lines of values: all that are asked have to be some, since errors and settings name organizations, too. */
export function holdsLines(text: string): boolean {
  if (!/^[\s\ufeff]*[[{]/.test(text) || !ORGANIZATION.test(text)) return false;
  let asked = 0;
  for (const { text: line } of linesIn(text)) {
    if (line.startsWith('#')) continue;
    if (!isOfValues(line)) return false;
    if (++asked === ASKED) return true;
  }
  return asked > 0;
}

const LEAST_VALUES = 4;

/** Whether a line has an organization among its values, and a time, an address, or yes or no. */
function isOfValues(line: string): boolean {
  return DELIMITERS.some((delimiter) => {
    const cells = cellsOfLine(line, delimiter);
    return (
      cells.length >= LEAST_VALUES &&
      cells.some(({ text }) => ORGANIZATION_ALONE.test(text)) &&
      cells.some(({ text }) => (delimiter === ' ' ? TIME : TELLING).test(text))
    );
  });
}

const TELLING = /^(?:\d{10}|\d{13}|true|false|\d{1,3}(?:\.\d{1,3}){3})$/i;
/** Of words that spaces part, a sentence may have all others. */
const TIME = /^\d{13}$/;

/** Nothing behind it may be another value. */
const ORGANIZATION_ALONE = /^arn:aws[a-z-]*:workmail:[a-z0-9-]*:\d{12}:organization\/[\w-]*$/;

/** Lines in strings, whatever they are: those of values and their header. A message may end with a line feed. */
export function* linesIn(text: string): Generator<HeldLine> {
  for (const { 0: before, index } of text.matchAll(MESSAGE)) {
    const start = index + before.length;
    const end = closingQuote(text, start, Math.min(text.length, start + LONGEST_RECORD));
    if (end < 0) continue;
    const line = unescaped(text.slice(start, end)).trimEnd();
    if (!/[\r\n]/.test(line) && (ORGANIZATION.test(line) || line.startsWith('#'))) yield { start, end, text: line };
  }
}

/** What is known of such a text beside its records. */
export interface AroundLines {
  readonly form: string;
  readonly gaps: readonly Gap[];
  readonly lacksNames?: true;
}

/** All records of such lines, read as if they stood in a file: one order of fields for all, or as calls have told. */
export function* piecesInMessages(text: string, orders: readonly FieldOrder[]): Generator<OwnPiece, AroundLines> {
  const lines = Array.from(linesIn(text));
  const { gaps, around, way } = outerTextOf(
    text,
    lines.map(({ start, end }) => ({ start, end, fills: true })),
  );
  const file = lines.map((line) => line.text).join('\n');
  const byStart = new Map<number, number>();
  let behind = 0;
  for (const [at, line] of lines.entries()) {
    byStart.set(behind, at);
    behind += line.text.length + 1;
  }
  const { form } = formUnder(way);
  const table = ownTableOf(file, orders);
  if (table === undefined) {
    const untold = new UntoldValues();
    for (const { start, end } of lines) untold.take({ start, end }, undefined);
    return { form, gaps: [...untold.gaps(), ...gaps], lacksNames: true };
  }
  const pieces = piecesInTable(file, table);
  for (let next = pieces.next(); ; next = pieces.next()) {
    if (next.done) {
      const told = next.value.map((gap) => ({ ...gap, span: lines[byStart.get(gap.span.start) ?? 0] ?? gap.span }));
      return { form, gaps: [...told, ...gaps], ...(table.nameless && { lacksNames: true }) };
    }
    const at = byStart.get(next.value.start) ?? -1;
    const line = lines[at];
    if (line === undefined) continue;
    const { start, end } = line;
    const time = timeAround(around.get(at));
    const edits = unescapeEdits(text.slice(start, end));
    yield { ...next.value, start, end, edits, ...(time !== undefined && { around: time }) };
  }
}
