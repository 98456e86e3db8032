import type { Span, TextEdit } from '../../record';
import { characterStart } from '../characters';
import type { Stop, Token } from '../grammar';

/** What a repair is proposed for: the place where the grammar machine stopped, and what lies around it. */
export interface Damage {
  readonly text: string;
  /** Where the damaged record begins, and where the next one or the text ends. */
  readonly start: number;
  readonly limit: number;
  readonly stop: Stop;
  /** The latest tokens, `last` being the one right before the stop. */
  readonly last: Token | undefined;
  readonly beforeLast: Token | undefined;
  /** The character at the stop, '' at the end. */
  readonly found: string;
}

/** The kinds of broken JSON. Rule codes and messages belong to these names in the rule table. */
export type DamageKind =
  | 'missing-comma'
  | 'extra-comma'
  | 'missing-colon'
  | 'extra-colon'
  | 'missing-quote'
  | 'stray-quote'
  | 'wrong-quote'
  | 'unquoted'
  | 'missing-bracket'
  | 'extra-bracket'
  | 'wrong-bracket'
  | 'wrong-separator'
  | 'control-character'
  | 'bad-escape'
  | 'bad-literal'
  | 'bad-number'
  | 'comment'
  | 'ellipsis'
  | 'wrong-space'
  | 'missing-key'
  | 'missing-value'
  | 'unexpected-text'
  | 'cut-off'
  | 'record-cut'
  | 'row-length'
  | 'cell-quote';

/**
 * One way to make the grammar machine go on. `span` is what a reader is shown; `edits` are what the machine needs.
 * `safe` says that the edits add no fact of their own, so they may be offered to the user.
 */
export interface Proposal {
  readonly kind: DamageKind;
  readonly span: Span;
  readonly detail: Readonly<Record<string, string>>;
  readonly edits: readonly TextEdit[];
  readonly safe: boolean;
}

/** The same of a record behind which its log goes on: the log is not cut off there. */
export function ofRecord(damage: Proposal): Proposal {
  return damage.kind === 'cut-off' ? { ...damage, kind: 'record-cut' } : damage;
}

/** An edit that puts text before the code unit at `at`. */
export const insert = (at: number, text: string): TextEdit => ({ start: at, end: at, text });
/** An edit that takes `start..end` away; `end` is exclusive. */
export const remove = (start: number, end: number): TextEdit => ({ start, end, text: '' });
/** An edit that puts text in the place of `start..end`; `end` is exclusive. */
export const replace = (start: number, end: number, text: string): TextEdit => ({ start, end, text });

/** Longest piece of the log that a message repeats. */
const SHOWN = 40;

/** A piece of the log for a message, shortened, in whole characters; control characters are left to the message's escaper. */
export function shown(text: string, start: number, end: number): string {
  const from = splitsPair(text, start) ? start - 1 : start;
  if (end - from <= SHOWN) return text.slice(from, splitsPair(text, end) ? end + 1 : end);
  const cut = from + SHOWN - 1;
  return `${text.slice(from, splitsPair(text, cut) ? cut - 1 : cut)}…`;
}

/** Whether an offset lies between the two halves of a character. */
function splitsPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1)) && at > 0;
}

/** The token or character at an offset: a whole string, a word, or one character. What a reader sees as "this". */
export function tokenSpan(text: string, at: number, limit: number): Span {
  if (at >= limit) return { start: characterStart(text, Math.max(0, limit - 1)), end: limit };
  const pattern = /"(?:[^"\\\r\n]|\\.)*"|[\p{L}\p{N}_$+.\-/]+/uy;
  pattern.lastIndex = at;
  if (pattern.test(text) && pattern.lastIndex <= limit) return { start: at, end: pattern.lastIndex };
  const point = text.codePointAt(at) ?? 0;
  return { start: at, end: Math.min(limit, at + (point > 0xffff ? 2 : 1)) };
}
