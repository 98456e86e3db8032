import type { JsonValue } from '../../record';
import { skipSpace } from '../characters';
import { applyEdits } from '../edits';
import { closingQuote } from '../escapes';
import { mend } from '../mend';
import type { Ending } from '../recordEnd';
import { type Proposal, shown } from '../repairs/proposal';
import { closingBracket } from '../valueEnd';

/** What is wrong around events beyond this number of places is told, but not mended. */
const MOST_MENDED = 200;
/** Longer surroundings are not mended at once. */
const LONG = 20_000_000;

/** A JSON document of an outer text, and what is wrong in it, at offsets of that text. */
export interface Document {
  readonly value: JsonValue | undefined;
  readonly damages: readonly Proposal[];
}

const MEMBER = /^\s*"[^"\\\r\n]{1,200}"\s*:/;

/** The documents of a text one after the other, each mended where it is damaged. */
export function* documents(text: string): Generator<Document> {
  const whole = parsed(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  if (whole !== undefined) {
    yield { value: whole, damages: [] };
    return;
  }
  // A member that was copied without its object.
  const member = MEMBER.test(text) ? parsed(`{${text.trim().replace(/,$/, '')}}`) : undefined;
  if (member !== undefined) {
    yield { value: member, damages: [] };
    return;
  }
  let effort = 4 * text.length + LONG;
  let found = 0;
  const isConcatenated = text.split('}{', 4).length > 2;
  let at = startOfNext(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  while (at < text.length) {
    const reach = effort > 0 ? text.length : Math.min(text.length, at + 10_000);
    const end = endOfValue(text, at, reach);
    const value = end < 0 ? undefined : parsed(text.slice(at, end));
    if (value !== undefined) {
      yield { value, damages: [] };
      at = startOfNext(text, end);
      continue;
    }
    const limit = Math.min(nextDocument(text, at + 1, isConcatenated), at + LONG);
    effort -= (end < 0 ? reach : limit) - at;
    const mended =
      effort > 0 && found < MOST_MENDED && isOpening(text, at)
        ? mendedDocument(text.slice(at, limit), isConcatenated)
        : foreign(text, at, limit);
    found += mended.damages.length;
    yield { value: mended.value, damages: mended.damages.map((damage) => moved(damage, at)) };
    at = startOfNext(text, Math.max(at + 1, at + mended.end));
  }
}

function isOpening(text: string, at: number): boolean {
  return /[{["\d]/.test(text[at] ?? '');
}

/** Documents may be parted by space alone; a comma between them is left to be. */
function startOfNext(text: string, from: number): number {
  const at = skipSpace(text, from, text.length);
  return text[at] === ',' ? skipSpace(text, at + 1, text.length) : at;
}

/** The mark of an event is a number; other programs put numbers and words of JSON on lines of their own. */
const SCALAR = /^(?:\d+|(?:-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)(?=[ \t]*(?:[\r\n]|$)))/;
const LONGEST_SCALAR = 400;

function endOfValue(text: string, at: number, limit: number): number {
  const scalar = SCALAR.exec(text.slice(at, at + LONGEST_SCALAR))?.[0];
  if (scalar !== undefined) return at + scalar.length;
  if (text[at] !== '"') return closingBracket(text, at, limit);
  const quote = closingQuote(text, at + 1, limit);
  return quote < 0 ? -1 : quote + 1;
}

/** The next line that begins with a bracket or a quote; where documents stand in a row, also the next of those. */
function nextDocument(text: string, from: number, isConcatenated: boolean): number {
  const lines = text[skipSpace(text, 0, text.length)] === '"' ? '[\\r\\n](?=[{["])' : '[\\r\\n](?=[{[])';
  const next = new RegExp(isConcatenated ? `${lines}|\\}(?=\\{)` : lines, 'g');
  next.lastIndex = from;
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    if (found[0] === '}' || endsDocument(text, found.index)) return found.index + 1;
  }
  return text.length;
}

/** Whether the line that ends at an offset is a document, or the end of one: one of a pretty-printed document is indented. */
function endsDocument(text: string, at: number): boolean {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const first = text[start] ?? '';
  return '}]'.includes(first) || (at - start > 2 && !/\s/.test(first));
}

interface MendedDocument extends Document {
  readonly end: number;
}

function mendedDocument(text: string, isConcatenated: boolean): MendedDocument {
  const trimmed = text.trimEnd();
  const ending = (at: number): Ending => {
    const next = skipSpace(trimmed, at, trimmed.length);
    if (next === trimmed.length || (isConcatenated && trimmed[next] === '{')) return 'sure';
    return 'perhaps';
  };
  const { end, damages, edits } = mend(trimmed, { endsLog: true, isBare: true, ending });
  return { value: parsed(applyEdits(trimmed.slice(0, end), edits)), damages, end };
}

function foreign(text: string, from: number, limit: number): MendedDocument {
  const trimmed = text.slice(from, limit).trimEnd();
  const span = { start: 0, end: trimmed.length };
  const detail = { text: shown(trimmed, 0, trimmed.length) };
  const damage: Proposal = { kind: 'unexpected-text', span, detail, edits: [], safe: false };
  return { value: undefined, damages: trimmed === '' ? [] : [damage], end: limit - from };
}

function moved(damage: Proposal, by: number): Proposal {
  const move = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  return { ...damage, span: move(damage.span), edits: damage.edits.map(move) };
}

/** The value of a text that is JSON as it stands; undefined for any other text. */
export function parsed(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
