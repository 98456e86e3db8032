import type { TextEdit } from '../../record';
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  characterEnd,
  isSpace,
  QUOTE,
  SPACE,
  skipSpace,
  skipSpaceBack,
} from '../characters';
import { escapeLength } from '../grammar';
import { type Damage, insert, type Proposal, remove, replace, shown } from './proposal';

/** How many places for a lost quote are tried, and how many quotes a string may hide. */
const MAX_PLACES = 8;
const MAX_INNER_QUOTES = 64;

const QUOTE_LIKE = "'`´‘’‚‛“”„‟«»＂";

/** Repairs of the string that came just before the stop: its closing quote is lost, or one of its quotes is not its end. */
export function afterString(damage: Damage): readonly Proposal[] {
  const { last } = damage;
  if (last?.kind !== 'string') return [];
  const isKey = last.before.expect === 'key' || last.before.expect === 'first-key';
  return [
    ...closeEarlier(damage, last.start, last.end - 1),
    ...(isKey ? closeKey(damage, last.start, last.end - 1) : []),
  ];
}

/** Repairs of a string that never ends, or in which a bare control character or a bad escape stands. */
export function insideString(damage: Damage): readonly Proposal[] {
  const { text, stop, limit } = damage;
  const start = stop.tokenStart;
  if (stop.kind === 'open-string') {
    const isKey = stop.state.expect === 'key' || stop.state.expect === 'first-key';
    return [
      ...closeEarlier(damage, start, limit),
      ...(isKey ? closeKey(damage, start, limit) : []),
      {
        kind: 'stray-quote',
        span: { start, end: start + 1 },
        detail: {},
        edits: [remove(start, start + 1)],
        safe: false,
      },
    ];
  }
  if (stop.kind === 'control') {
    const isKey = stop.state.expect === 'key' || stop.state.expect === 'first-key';
    return [
      ...(isKey ? closeKey(damage, start, stop.at) : []),
      ...hiddenBackslash(damage),
      ...closeEarlier(damage, start, stop.at),
      escapeControls(damage, start),
    ];
  }
  return [
    ...hiddenBackslash(damage),
    ...badEscapes(damage, start),
    ...closeEarlier(damage, start, stop.at),
    {
      kind: 'wrong-quote',
      span: { start, end: stop.at + 1 },
      detail: { text: '\\' },
      edits: [replace(stop.at, stop.at + 1, '"')],
      safe: true,
    },
    {
      kind: 'bad-escape',
      span: escapeSpan(text, stop.at, limit),
      detail: {},
      edits: [remove(stop.at, stop.at + 1)],
      safe: false,
    },
  ];
}

/**
 * The closing quote is lost, so the string ran on over the commas and brackets behind it. Proposes to close it before
 * each character of the structure at its end; a look-alike standing there is replaced.
 */
function closeEarlier(damage: Damage, start: number, end: number): readonly Proposal[] {
  const { text } = damage;
  let from = end;
  while (from > start + 1 && isStructure(text.charCodeAt(from - 1))) from--;
  const proposals: Proposal[] = [];
  const propose = (kind: Proposal['kind'], at: number, edit: TextEdit) =>
    proposals.push({
      kind,
      span: { start, end: Math.max(at, start + 1) },
      detail: { text: shown(text, start + 1, at), where: 'end' },
      edits: [edit],
      safe: true,
    });
  const lookAlike = from - 1;
  if (lookAlike > start && QUOTE_LIKE.includes(text[lookAlike] ?? ' ')) {
    propose('wrong-quote', from, replace(lookAlike, from, '"'));
  }
  if (lookAlike - 1 > start && text[lookAlike] === '"' && text[lookAlike - 1] === '\\') {
    propose('bad-escape', from, remove(lookAlike - 1, lookAlike));
  }
  let places = 0;
  for (let at = from; at <= end && places < MAX_PLACES; at++) {
    if (at < end && isSpace(text.charCodeAt(at)) && at > from) continue;
    propose('missing-quote', at, insert(at, '"'));
    if (at === from && at < end) propose('wrong-quote', at + 1, replace(at, at + 1, '"'));
    places++;
  }
  return proposals;
}

/** A key whose closing quote is lost, or hidden by a backslash: it ends before its colon. */
function closeKey(damage: Damage, start: number, end: number): readonly Proposal[] {
  const { text } = damage;
  const proposals: Proposal[] = [];
  for (
    let colon = text.indexOf(':', start + 1);
    colon >= 0 && colon < end && proposals.length < MAX_PLACES;
    colon = text.indexOf(':', colon + 1)
  ) {
    const at = skipSpaceBack(text, colon, start + 1);
    const hidden = text.slice(at - 2, at) === '\\"';
    proposals.push({
      kind: hidden ? 'bad-escape' : 'missing-quote',
      span: { start, end: at },
      detail: { text: shown(text, start + 1, at), where: 'end' },
      edits: [hidden ? remove(at - 2, at - 1) : insert(at, '"')],
      safe: true,
    });
  }
  return proposals;
}

function isStructure(code: number): boolean {
  return (
    isSpace(code) ||
    code === COMMA ||
    code === COLON ||
    code === CLOSE_BRACE ||
    code === CLOSE_BRACKET ||
    code === 0x7b ||
    code === 0x5b ||
    code < SPACE
  );
}

/** A quote stands inside the string without a backslash: the string goes on to some later quote. */
export function strayQuotes(damage: Damage): readonly Proposal[] {
  const { text, limit, last } = damage;
  if (last?.kind !== 'string') return [];
  const proposals: Proposal[] = [];
  const quotes = [last.end - 1];
  const isKey = last.before.expect === 'key' || last.before.expect === 'first-key';
  const empty = last.end - last.start === 2;
  let at = last.end;
  while (at < limit && quotes.length <= MAX_INNER_QUOTES) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      if (endsHere(text, at, limit)) {
        const span = { start: quotes[0] ?? at, end: (quotes[0] ?? at) + 1 };
        const detail = { text: shown(text, last.start, at + 1) };
        const without = quotes.map((quote) => remove(quote, quote + 1));
        const escaped = quotes.map((quote) => insert(quote, '\\'));
        const edits = isKey || (empty && quotes.length === 1) ? without : escaped;
        proposals.push({ kind: 'stray-quote', span, detail, edits, safe: true });
      }
      quotes.push(at);
      at++;
    } else at += code === 0x5c ? Math.max(1, escapeLength(text, at, limit)) : 1;
  }
  return proposals;
}

/** True when what follows the quote at `at` is what follows a string. */
function endsHere(text: string, at: number, limit: number): boolean {
  const next = skipSpace(text, at + 1, limit);
  return next >= limit || ',:}]'.includes(text[next] ?? '');
}

/**
 * A quote that belongs to the string has lost its backslash, to a character that stands in its place or between the
 * two: `"{\\x"Effect…`. Texts that hold JSON are full of such quotes.
 */
function hiddenBackslash(damage: Damage): readonly Proposal[] {
  const { text, stop } = damage;
  const base = { kind: stop.kind === 'control' ? 'control-character' : 'bad-escape', safe: false } as const;
  if (stop.kind === 'control' && text[stop.at + 1] === '"' && !/[\r\n]/.test(text[stop.at] ?? '')) {
    const span = { start: stop.at, end: stop.at + 1 };
    const detail = { name: 'control character' };
    return [{ ...base, span, detail, edits: [replace(stop.at, stop.at + 1, '\\')] }];
  }
  const point = text.codePointAt(stop.at + 1) ?? 0;
  const end = stop.at + (point > 0xffff ? 3 : 2);
  if (text[stop.at] !== '\\' || text[end] !== '"') return [];
  const span = { start: stop.at, end };
  return [{ ...base, span, detail: { text: shown(text, span.start, span.end) }, edits: [remove(stop.at + 1, end)] }];
}

/** Every bare control character of the string written as an escape. One root cause, so one repair. */
function escapeControls(damage: Damage, start: number): Proposal {
  const { text, stop, limit } = damage;
  // No name of a field holds a line break: there it is taken out.
  const isKey = stop.state.expect === 'key' || stop.state.expect === 'first-key';
  const edits: TextEdit[] = [];
  let at = start + 1;
  while (at < limit && text.charCodeAt(at) !== QUOTE) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at += Math.max(1, escapeLength(text, at, limit));
    else {
      if (code < SPACE) edits.push(replace(at, at + 1, isKey ? '' : controlEscape(code)));
      at++;
    }
  }
  const code = text.charCodeAt(stop.at);
  const name =
    code === 0x0a || code === 0x0d
      ? 'line break'
      : code === 0x09
        ? 'tab'
        : code === 0
          ? 'NUL character'
          : 'control character';
  let end = stop.at + 1;
  if (code === 0x0d && text.charCodeAt(end) === 0x0a) end++;
  while (code === 0 && end < limit && text.charCodeAt(end) === 0) end++;
  return { kind: 'control-character', span: { start: stop.at, end }, detail: { name }, edits, safe: true };
}

/** A control character as JSON writes it: `\n`, `\u0000`. */
export function controlEscape(code: number): string {
  return JSON.stringify(String.fromCharCode(code)).slice(1, -1);
}

/** Every bad escape of the string gets its backslash doubled (a Windows path has many of them: one root cause). */
function badEscapes(damage: Damage, start: number): readonly Proposal[] {
  const { text, stop, limit } = damage;
  const edits: TextEdit[] = [];
  let at = start + 1;
  while (at < limit && text.charCodeAt(at) !== QUOTE) {
    if (text.charCodeAt(at) === 0x5c) {
      const length = escapeLength(text, at, limit);
      const next = text.charCodeAt(at + 1);
      if (length === 0) edits.push(next < SPACE ? replace(at, at + 2, `\\\\${controlEscape(next)}`) : insert(at, '\\'));
      at += Math.max(length, next < SPACE ? 2 : 1);
    } else at++;
  }
  const span = escapeSpan(text, stop.at, limit);
  return [{ kind: 'bad-escape', span, detail: { text: shown(text, span.start, span.end) }, edits, safe: true }];
}

function escapeSpan(text: string, at: number, limit: number): { start: number; end: number } {
  if (text[at + 1] !== 'u') return { start: at, end: Math.min(limit, characterEnd(text, at + 1)) };
  let end = at + 2;
  while (end < Math.min(limit, at + 6) && /[0-9a-fA-F]/.test(text[end] ?? '')) end++;
  return { start: at, end };
}
