import type { TextEdit } from '../../record';
import { QUOTE } from '../characters';
import { isWord, stringEnd } from '../grammar';
import { type Damage, insert, type Proposal, remove, replace, shown, tokenSpan } from './proposal';

const LITERALS = new Map([
  ['True', 'true'],
  ['TRUE', 'true'],
  ['False', 'false'],
  ['FALSE', 'false'],
  ['None', 'null'],
  ['Null', 'null'],
  ['NULL', 'null'],
]);
const WORD_START = /[\p{L}_$]/u;
/** JavaScript's words for "no value": writing null for them is a guess about what was meant. */
const NOTHING = new Set(['undefined', 'NaN', 'Infinity', '-Infinity', 'nil']);

/** Repairs where a bare word or number stands: a literal of another language, a lost opening quote, no quotes at all. */
export function bareWord(damage: Damage): readonly Proposal[] {
  const { text, stop, limit, last } = damage;
  const proposals: Proposal[] = [];
  const { expect } = stop.state;
  const at = stop.at;
  const isKey = expect === 'key' || expect === 'first-key';
  const isValue = expect === 'value' || expect === 'element' || expect === 'first-element';

  if (isValue) {
    const span = tokenSpan(text, at, limit);
    const word = text.slice(span.start, span.end);
    const literal = LITERALS.get(word);
    const detail = { text: shown(text, span.start, span.end), instead: literal ?? 'null' };
    if (literal !== undefined) {
      proposals.push({
        kind: 'bad-literal',
        span,
        detail,
        edits: [replace(span.start, span.end, literal)],
        safe: true,
      });
    }
    if (NOTHING.has(word)) {
      proposals.push({
        kind: 'bad-literal',
        span,
        detail,
        edits: [replace(span.start, span.end, 'null')],
        safe: false,
      });
    }
  }
  if (isKey || isValue) proposals.push(...missingOpeningQuote(damage, at), ...unquoted(damage, at, isKey));
  // A scalar ended early: `1.08"` or `true"` was a string whose opening quote is lost.
  if (last?.kind === 'scalar' && expect === 'separator') {
    proposals.push(...missingOpeningQuote(damage, last.start), ...unquoted(damage, last.start, false));
  }
  return proposals;
}

/** true, false or null with one character lost, added or overwritten, here or at a bracket that took its place. */
export function garbledLiteral(damage: Damage): readonly Proposal[] {
  const { text, stop, last, limit } = damage;
  const starts = last?.kind === 'mark' && '{['.includes(text[last.start] ?? ' ') ? [stop.at, last.start] : [stop.at];
  if (last?.kind === 'string' && last.before.expect === 'value') starts.push(last.start);
  const proposals: Proposal[] = [];
  for (const at of starts) {
    for (const literal of ['true', 'false', 'null']) {
      if (LITERALS.has(tokenText(damage, at))) continue;
      for (const length of [literal.length, literal.length + 1, literal.length - 1]) {
        const end = at + length;
        if (end > limit || !differsByOne(text.slice(at, end), literal)) continue;
        const detail = { text: text.slice(at, end), instead: literal };
        proposals.push({
          kind: 'bad-literal',
          span: { start: at, end },
          detail,
          edits: [replace(at, end, literal)],
          safe: false,
        });
      }
    }
  }
  return proposals;
}

/** The whole word at an offset. */
function tokenText(damage: Damage, at: number): string {
  const span = tokenSpan(damage.text, at, damage.limit);
  return damage.text.slice(span.start, span.end);
}

function differsByOne(found: string, wanted: string): boolean {
  let same = 0;
  while (same < found.length && found[same] === wanted[same]) same++;
  const skipFound = found.length >= wanted.length ? same + 1 : same;
  const skipWanted = wanted.length >= found.length ? same + 1 : same;
  return found.slice(skipFound) === wanted.slice(skipWanted);
}

/** `eventName":` or `CreateUser",`: the word runs to a closing quote that has no opening one. */
function missingOpeningQuote(damage: Damage, at: number): readonly Proposal[] {
  const { text, limit } = damage;
  const close = stringEnd(text, at - 1, limit);
  if (close < 0) return [];
  const detail = { text: shown(text, at, close - 1), where: 'start' };
  const span = { start: at, end: close };
  const before: Proposal = { kind: 'missing-quote', span, detail, edits: [insert(at, '"')], safe: true };
  if (isWord(text.charCodeAt(at))) return [before];
  // A mark of punctuation more likely took the quote's place than began the word.
  const instead: Proposal = {
    kind: 'wrong-quote',
    span: { start: at, end: at + 1 },
    detail: { text: text.slice(at, at + 1) },
    edits: [replace(at, at + 1, '"')],
    safe: true,
  };
  return [instead, before];
}

/** `{ eventName: CreateUser }`: neither quote. Every name and word written so from here on is one root cause. */
function unquoted(damage: Damage, at: number, isKey: boolean): readonly Proposal[] {
  const { text, limit } = damage;
  const pattern = isKey ? /[^\s,:{}[\]"]+/y : /[^\r\n,{}[\]"]*[^\s,{}[\]"]/y;
  pattern.lastIndex = at;
  if (!pattern.test(text) || pattern.lastIndex > limit) return [];
  const end = pattern.lastIndex;
  const span = { start: at, end };
  const detail = { text: shown(text, at, end) };
  const both = [insert(at, '"'), insert(end, '"')];
  const isNumber = /^[-+.\d]/.test(text.slice(at, end));
  const one: Proposal = isNumber
    ? { kind: 'bad-number', span, detail, edits: both, safe: false }
    : { kind: 'unquoted', span, detail, edits: both, safe: isKey };
  if (!isKey) return [one];
  return [{ ...one, edits: [...both, ...laterKeys(text, end, limit)] }, one];
}

/** Who writes one key without quotes writes the next one so as well: so many strings and letters may stand before it. */
const MOST_BEFORE_KEY = 500;

/** Quotes for all further bare keys up to `limit`; strings are passed over. None where the first of them is far. */
function laterKeys(text: string, from: number, limit: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const key = /(?<=[{,]\s*)[\p{L}_$][\p{L}\p{N}_$]*(?=\s*:)/uy;
  let at = from;
  let passed = 0;
  while (at < limit && (edits.length > 0 || passed < MOST_BEFORE_KEY)) {
    if (text.charCodeAt(at) === QUOTE) {
      passed++;
      const end = stringEnd(text, at, limit);
      if (end < 0) break;
      at = end;
      continue;
    }
    // Looking back over white space is done once for each word, not once for each blank.
    key.lastIndex = at;
    const isWord = WORD_START.test(text[at] ?? '');
    if (isWord && key.test(text) && key.lastIndex <= limit) {
      edits.push(insert(at, '"'), insert(key.lastIndex, '"'));
      at = key.lastIndex;
    } else at++;
    if (isWord) passed++;
  }
  return edits;
}

/** Repairs for text that has no place in JSON at all. */
export function foreignText(damage: Damage): readonly Proposal[] {
  const { text, stop, limit } = damage;
  const at = stop.at;
  if (at >= limit) return [];
  return junk(text, at, limit);
}

/** What people put where something is left out or explained: comments, and the dots of documentation. */
export function leftOut(damage: Damage): readonly Proposal[] {
  return [...comment(damage), ...ellipsis(damage)];
}

function comment(damage: Damage): readonly Proposal[] {
  const { text, stop, limit } = damage;
  const pattern = /\/\*[\s\S]*?\*\/|\/\/[^\r\n]*|#[^\r\n]*/y;
  pattern.lastIndex = stop.at;
  if (!pattern.test(text)) return [];
  const end = Math.min(pattern.lastIndex, limit);
  const span = { start: stop.at, end };
  return [{ kind: 'comment', span, detail: {}, edits: [remove(stop.at, end)], safe: true }];
}

/** Documentation leaves things out with dots: as a member, an element or a value, with or without its comma. */
function ellipsis(damage: Damage): readonly Proposal[] {
  const { text, stop, limit, last } = damage;
  const pattern = /(?:\.{2,}|…)/y;
  pattern.lastIndex = stop.at;
  if (!pattern.test(text) || pattern.lastIndex > limit) return [];
  const end = pattern.lastIndex;
  const base = { kind: 'ellipsis', span: { start: stop.at, end }, detail: {} } as const;
  const { expect } = stop.state;
  if (expect === 'value') {
    return [
      { ...base, edits: [replace(stop.at, end, 'null')], safe: false },
      { ...base, edits: [remove(stop.at, end)], safe: true },
    ];
  }
  const comma = /\s*,/y;
  comma.lastIndex = end;
  const withNext = comma.test(text) && comma.lastIndex <= limit ? comma.lastIndex : end;
  const isComma = last !== undefined && text[last.start] === ',' && last.kind === 'mark';
  const proposals: Proposal[] = [];
  if (expect === 'separator') {
    proposals.push({ ...base, edits: [remove(stop.at, end)], safe: true });
    proposals.push({ ...base, edits: [replace(stop.at, end, ',')], safe: true });
    return proposals;
  }
  if (withNext > end) proposals.push({ ...base, edits: [remove(stop.at, withNext)], safe: true });
  if (isComma) proposals.push({ ...base, edits: [remove(last.start, end)], safe: true });
  proposals.push({ ...base, edits: [remove(stop.at, end)], safe: true });
  return proposals;
}

/** One character too many, or a run of text up to where JSON can go on. */
function junk(text: string, at: number, limit: number): readonly Proposal[] {
  const point = text.codePointAt(at) ?? 0;
  const one = Math.min(limit, at + (point > 0xffff ? 2 : 1));
  const run = /[^"{}[\],:\r\n]+/y;
  run.lastIndex = at;
  const far = run.test(text) ? Math.min(run.lastIndex, limit) : one;
  let end = far;
  while (end > one && /\s/.test(text[end - 1] ?? '')) end--;
  const ends = new Set([one, end]);
  const longest = text.slice(at, Math.min(limit, at + 4096)).search(/[,}\]]|"[^"\\]{0,100}"\s*:/);
  if (longest > 0) ends.add(at + longest);
  return [...ends].map((to) => ({
    kind: 'unexpected-text',
    span: { start: at, end: to },
    detail: { text: shown(text, at, to) },
    edits: [remove(at, to)],
    safe: false,
  }));
}

/** Characters that show nothing, such as the NULs of a disk block or a no-break space: taking them out loses nothing. */
export function isInvisible(text: string): boolean {
  return /^[\p{C}\p{Z}]+$/u.test(text);
}
