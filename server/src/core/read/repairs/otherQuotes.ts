import type { TextEdit } from '../../record';
import { QUOTE } from '../characters';
import { isWord, stringEnd } from '../grammar';
import { type Damage, type Proposal, replace } from './proposal';
import { controlEscape } from './strings';

const CLOSERS = new Map([
  ["'", "'’‘"],
  ['`', "`'´"],
  ['´', "´'"],
  ['‘', "’‘'"],
  ['’', "’‘'"],
  ['‚', "‘’'"],
  ['‛', "’‘'"],
  ['“', '”“"'],
  ['”', '”“"'],
  ['„', '“”"'],
  ['‟', '”“"'],
  ['«', '»'],
  ['»', '«»'],
  ['＂', '＂'],
]);
const PYTHON = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
]);

/**
 * Repairs where a string opens with a quote that is not JSON's: a word processor's, or Python's single one. All such
 * strings of the record are one root cause (and so are Python's True, False and None beside them), tried together
 * first; then this string alone; then its opening quote alone.
 */
export function otherQuotes(damage: Damage): readonly Proposal[] {
  const { text, stop, limit, found } = damage;
  if (!CLOSERS.has(found)) return [];
  const span = { start: stop.at, end: stop.at + 1 };
  const base = { kind: 'wrong-quote', detail: { text: found }, safe: true } as const;
  const opening = replace(stop.at, stop.at + 1, '"');
  const proposals: Proposal[] = [];
  const own = requoted(text, stop.at, limit);
  if (own !== undefined) {
    const whole = { start: stop.at, end: own.end };
    proposals.push({ ...base, span: whole, edits: [...own.edits, ...laterStrings(text, own.end, limit, found)] });
    proposals.push({ ...base, span: whole, edits: own.edits });
  }
  proposals.push({ ...base, span, edits: [opening] });
  return proposals;
}

/** The edits that turn the string opening at `start` into JSON's form, and where it ends. */
function requoted(text: string, start: number, limit: number): { edits: TextEdit[]; end: number } | undefined {
  const closers = CLOSERS.get(text[start] ?? '');
  if (closers === undefined) return undefined;
  const edits: TextEdit[] = [replace(start, start + 1, '"')];
  for (let at = start + 1; at < limit; at++) {
    const character = text[at] ?? '';
    const code = text.charCodeAt(at);
    if (closers.includes(character) && endsString(text, at + 1, limit)) {
      edits.push(replace(at, at + 1, '"'));
      return { edits, end: at + 1 };
    }
    if (character === '"') edits.push(replace(at, at + 1, '\\"'));
    else if (code < 0x20) edits.push(replace(at, at + 1, controlEscape(code)));
    else if (character === '\\' && at + 1 < limit) {
      if (text[at + 1] === "'") edits.push(replace(at, at + 1, ''));
      else if (text[at + 1] === 'x') edits.push(replace(at, at + 2, '\\u00'));
      at++;
    }
  }
  return undefined;
}

function endsString(text: string, from: number, limit: number): boolean {
  const next = /\s*/y;
  next.lastIndex = from;
  next.test(text);
  return next.lastIndex >= limit || ',:}]'.includes(text[next.lastIndex] ?? '');
}

function laterStrings(text: string, from: number, limit: number, first: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = from;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = stringEnd(text, at, limit);
      at = end < 0 ? at + 1 : end;
      continue;
    }
    const string = CLOSERS.has(text[at] ?? '') ? requoted(text, at, limit) : undefined;
    if (string !== undefined) {
      for (const edit of string.edits) edits.push(edit);
      at = string.end;
    } else if (isWord(code)) {
      const word = /[\p{L}\p{N}_$+.-]+/uy;
      word.lastIndex = at;
      word.test(text);
      const end = Math.max(word.lastIndex, at + 1);
      const literal = first === "'" ? PYTHON.get(text.slice(at, end)) : undefined;
      if (literal !== undefined) edits.push(replace(at, end, literal));
      at = end;
    } else at++;
  }
  return edits;
}
