import type { Span } from '../record';
import { characterStart, skipSpace, skipSpaceBack } from './characters';
import { applyEdits } from './edits';
import { mend } from './mend';
import { type DamageKind, insert, type Proposal, remove, replace, shown, tokenSpan } from './repairs/proposal';
import { isInvisible } from './repairs/words';
import { nextRecordStart, OUTSIDE } from './starts';
import { parseObject } from './whole';
import { isRecordsKey } from './wrapping';

/** Something wrong between records. Its span and edits are absolute. */
export interface Gap {
  readonly kind:
    | DamageKind
    | 'not-an-object'
    | 'records-not-a-list'
    | 'duplicate-records'
    | 'records-key'
    | 'text-around'
    | 'ambiguous-time'
    | 'unreadable';
  readonly span: Span;
  readonly detail: Readonly<Record<string, string>>;
  readonly edits: Proposal['edits'];
  readonly safe: boolean;
}

const NO_EDITS: Gap['edits'] = [];

const one = (at: number): Span => ({ start: at, end: at + 1 });

/** A comma is lost behind `end`, before what stands at `at`. */
export function missingComma(end: number, at: number, before: string): Gap {
  return { kind: 'missing-comma', span: one(at), detail: { before }, edits: [insert(end, ',')], safe: true };
}

/** A comma with nothing to separate; `before` is the bracket behind it, if that is why. */
export function extraComma(at: number, before: string): Gap {
  return { kind: 'extra-comma', span: one(at), detail: { before }, edits: [remove(at, at + 1)], safe: true };
}

/** A closing bracket that nothing has opened, at `at`; taking it away is safe. */
export function extraBracket(text: string, at: number): Gap {
  return {
    kind: 'extra-bracket',
    span: one(at),
    detail: { bracket: text.slice(at, at + 1) },
    edits: [remove(at, at + 1)],
    safe: true,
  };
}

/** A bracket is lost behind `end`, before what stands at `at`. */
export function missingBracket(text: string, end: number, at: number, bracket: string): Gap {
  const last = characterStart(text, Math.max(0, end - 1));
  const span = at < text.length ? tokenSpan(text, at, text.length) : { start: last, end };
  const before = at < text.length ? shown(text, span.start, span.end) : '';
  return { kind: 'missing-bracket', span, detail: { bracket, before }, edits: [insert(end, bracket)], safe: true };
}

/** Another character stands where a bracket belongs. */
export function wrongBracket(text: string, at: number, instead: string): Gap {
  const detail = { text: text.slice(at, at + 1), instead };
  return { kind: 'wrong-bracket', span: one(at), detail, edits: [replace(at, at + 1, instead)], safe: true };
}

/** Another character stands where the comma between two records belongs. */
export function wrongSeparator(text: string, at: number, end: number): Gap {
  const detail = { text: text.slice(at, end), instead: ',' };
  return { kind: 'wrong-separator', span: { start: at, end }, detail, edits: [replace(at, end, ',')], safe: true };
}

/** The log ends behind `end` while `closers` are still missing, possibly after a comma. */
export function cutOff(text: string, end: number, comma: number | undefined, closers: string): Gap {
  const last = comma === undefined ? end : comma + 1;
  const edits = [...(comma === undefined ? [] : [remove(comma, comma + 1)]), insert(last, closers)];
  return {
    kind: 'cut-off',
    span: { start: characterStart(text, Math.max(0, last - 1)), end: last },
    detail: { bracket: closers, inside: 'the list of records' },
    edits,
    safe: true,
  };
}

/**
 * What stands before the first record should be `{"Records":[`. A single damage in it is found like one in a record;
 * otherwise the whole of it is put right, which is a safe repair only where it looks nearly so.
 */
export function damagedHeader(text: string, span: Span): Gap {
  const damage = damageOfHeader(text.slice(span.start, span.end));
  if (damage !== undefined) return moved(damage, span.start);
  const header = text.slice(span.start, span.end).trimEnd();
  const end = span.start + header.length;
  const instead = '{"Records":[';
  const safe = /re?c?o?r?d?s?/i.test(header) && header.length < 2 * instead.length;
  const detail = { text: shown(text, span.start, end), instead };
  return {
    kind: 'unexpected-text',
    span: { start: span.start, end },
    detail,
    edits: [replace(span.start, end, instead)],
    safe,
  };
}

/** The one damage that explains a header, if mending it with an empty record behind finds one. */
export function damageOfHeader(header: string): Proposal | undefined {
  const text = `${header}{}]}`;
  const { damages } = mend(text, {
    endsLog: false,
    isBare: false,
    ending: (at) => (at === text.length ? 'sure' : 'no'),
  });
  const [only] = damages;
  if (only === undefined || damages.length > 1 || only.span.end > header.length + 1) return undefined;
  if (!only.edits.every((edit) => edit.end <= header.length)) return undefined;
  const mended = parseObject(applyEdits(text, only.edits));
  return mended !== undefined && Object.keys(mended).some(isRecordsKey) ? only : undefined;
}

/** A header stands there twice, or its beginning is followed by another one: the log begins with the latter, at `end`. */
export function headerTwice(text: string, at: number, end: number): Gap {
  const last = skipSpaceBack(text, end, at);
  const span = { start: at, end: last };
  return {
    kind: 'unexpected-text',
    span,
    detail: { text: shown(text, at, last) },
    edits: [remove(at, end)],
    safe: true,
  };
}

function moved(gap: Proposal, distance: number): Gap {
  const move = <T extends Span>(span: T): T => ({ ...span, start: span.start + distance, end: span.end + distance });
  return { ...gap, span: move(gap.span), edits: gap.edits.map(move) };
}

/** The key of the list is not spelled `Records`, though it is meant. Nothing is repaired: tools differ in what they read. */
export function recordsKey(text: string, key: Span): Gap {
  return {
    kind: 'records-key',
    span: key,
    detail: { text: shown(text, key.start, key.end) },
    edits: NO_EDITS,
    safe: false,
  };
}

/** The value of `Records` is no list. */
export function recordsNotAList(span: Span): Gap {
  return { kind: 'records-not-a-list', span, detail: {}, edits: NO_EDITS, safe: false };
}

/** A second `Records` in one object. */
export function duplicateRecords(key: Span): Gap {
  return { kind: 'duplicate-records', span: key, detail: {}, edits: NO_EDITS, safe: false };
}

/** A value in the place of a record that can be none, such as a number. */
export function notAnObject(text: string, span: Span): Gap {
  return {
    kind: 'not-an-object',
    span,
    detail: { text: shown(text, span.start, span.end) },
    edits: NO_EDITS,
    safe: false,
  };
}

/** Whether two gaps are of one kind, and nothing but white space is between them: both are simply taken out. */
export function areOne(text: string, first: Gap, second: Gap): boolean {
  const [taken] = first.edits;
  const [next] = second.edits;
  if (first.kind !== second.kind || first.edits.length !== 1 || second.edits.length !== 1) return false;
  if (taken === undefined || next === undefined || taken.text !== '' || next.text !== '') return false;
  return next.start >= taken.end && skipSpace(text, taken.end, next.start) === next.start;
}

/** Gaps in a row, of which each is one with the next. */
export interface Run {
  readonly first: Gap;
  last: Gap;
  /** Whether all of them are. */
  safe: boolean;
}

/** All gaps of a run as one. */
export function joined(text: string, { first, last, safe }: Run): Gap {
  if (first === last) return first;
  const span = { start: first.span.start, end: last.span.end };
  const shownText = shown(text, span.start, span.end);
  const detail = { ...first.detail, text: shownText, bracket: shownText };
  const [from = span] = first.edits;
  const [to = span] = last.edits;
  return { ...first, span, detail, edits: [remove(from.start, to.end)], safe };
}

/**
 * How long the comment is that a text begins with; 0 if it does with none. On a line that holds events too, nothing but the
 * sign is sure to be one.
 *
 * @param meetsEvent the text ends where an event begins
 */
function commentAt(near: string, meetsEvent: boolean, inside: boolean): number {
  const whole = COMMENT.exec(near)?.[0];
  if (whole !== undefined && !(meetsEvent && whole.length === near.length)) return whole.length;
  const sign = SIGN.exec(near)?.[0];
  if (sign === undefined) return 0;
  const words = near.slice(sign.length).search(inside ? /["{}[\],]/ : /["{}[\]]/);
  const end = words < 0 ? near.length : sign.length + words;
  return near.slice(0, end).trimEnd().length;
}

const COMMENT = /^(?:\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|\/\/[^\r\n]*)/;
const SIGN = /^(?:\/\*|\*\/|\/\/|<!--|-->)/;

/** How far a comment or foreign text is followed at once. */
export const MAX_RUN = 64_000;

/**
 * Text that is nothing: a comment, the dots of documentation, or anything else up to where records can go on. Prose
 * between pasted records is one gap.
 *
 * @param inside whether a list or object stands open, so that a comma ends the text
 * @param fence where the next whole event begins, which is no part of any comment
 */
export function foreign(text: string, at: number, inside: boolean, fence = text.length): Gap {
  const near = text.slice(at, Math.min(at + MAX_RUN, Math.max(at + 1, fence)));
  const comment = commentAt(near, at + near.length === fence, inside);
  if (comment > 0) {
    const span = { start: at, end: at + comment };
    return { kind: 'comment', span, detail: {}, edits: [remove(span.start, span.end)], safe: true };
  }
  const dots = /^(?:\.{2,}|…)/.exec(near)?.[0];
  if (dots !== undefined) {
    const span = { start: at, end: at + dots.length };
    return { kind: 'ellipsis', span, detail: {}, edits: [remove(span.start, span.end)], safe: true };
  }
  const bracket = near.slice(1).search(inside ? /[{}[\],]/ : /[{}[\]]/);
  const reach = bracket < 0 ? at + near.length : at + 1 + bracket;
  let end = nextRecordStart(text, at + 1, reach, OUTSIDE);
  while (end > at + 1 && /\s/.test(text[end - 1] ?? '')) end--;
  return unexpected(text, { start: at, end });
}

/** Text that has no place here. */
export function unexpected(text: string, span: Span): Gap {
  const { start, end } = span;
  const safe = isInvisible(text.slice(start, end));
  return {
    kind: safe ? 'wrong-space' : 'unexpected-text',
    span,
    detail: { text: shown(text, start, end) },
    edits: [remove(start, end)],
    safe,
  };
}
