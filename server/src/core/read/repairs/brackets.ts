import { COMMA, characterEnd } from '../characters';
import type { Frame, Token } from '../grammar';
import { type Damage, insert, type Proposal, remove, replace, tokenSpan } from './proposal';

const CLOSER = { '{': '}', '[': ']' } as const;

/** Repairs of braces and brackets: one too few, one too many, one of the wrong kind. */
export function brackets(damage: Damage): readonly Proposal[] {
  // Behind a bracket that stands where the record's brace belongs, the list of records goes on.
  const isLast = damage.found === ']' && /^\s*,\s*$/.test(damage.text.slice(damage.stop.at + 1));
  const closers = isLast
    ? [...otherBracket(damage), ...missingCloser(damage)]
    : [...missingCloser(damage), ...otherBracket(damage)];
  return [...extraOpener(damage), ...missingOpener(damage), ...closers];
}

/** A bracket before the text of an envelope field, none of which but `resources` is a list: `"eventName": ["CreateUser", "awsRegion": …`. */
function extraOpener(damage: Damage): readonly Proposal[] {
  const { text, stop, found } = damage;
  const { frame, expect } = stop.state;
  if (frame === undefined) return [];
  const at = frame.at.at;
  // A brace with nothing in it that could be a key: `[1, {2]`.
  const isBare = expect === 'first-key' && frame.depth > 1 && /[-\w]/.test(found);
  if (!isBare && (frame.depth !== 2 || found !== ':')) return [];
  if (/"resources"\s*:\s*$/.test(text.slice(Math.max(0, at - 80), at))) return [];
  const detail = { bracket: text.slice(at, at + 1) };
  return [{ kind: 'extra-bracket', span: { start: at, end: at + 1 }, detail, edits: [remove(at, at + 1)], safe: true }];
}

/** An opening brace or bracket is lost before the latest value, before the latest token, or right here. */
function missingOpener(damage: Damage): readonly Proposal[] {
  const { text, stop, last, found, limit } = damage;
  const { expect, frame, value } = stop.state;
  const proposals: Proposal[] = [];
  const propose = (at: number, bracket: '{' | '[') => {
    const span = tokenSpan(text, at, limit);
    proposals.push({
      kind: 'missing-bracket',
      span,
      detail: { bracket, before: text.slice(span.start, span.end) },
      edits: [insert(at, bracket)],
      safe: true,
    });
  };
  // `"userIdentity": "type": "IAMUser"`: the value is a key, so its object's brace is lost.
  if (found === ':' && expect === 'separator' && last?.kind === 'string') propose(last.start, '{');
  // `"resources": {…}, {…}]` and `"permissionValues": "A", "B"]`: the value was the first element of a list.
  if (frame?.open === '{' && value !== undefined) {
    const endsList = found === ']' || found === '{' || found === '[';
    if (expect === 'key' && endsList) propose(value.at, '[');
    if (expect === 'colon' && (found === ',' || found === ']')) propose(value.at, '[');
  }
  if (expect === 'value' && found === ']') propose(stop.at, '[');
  if (expect === 'value' && found === '}') propose(stop.at, '{');
  return proposals;
}

/** A closing brace or bracket is lost: right here, or before the comma behind which something else began. */
function missingCloser(damage: Damage): readonly Proposal[] {
  const { text, stop, limit } = damage;
  const { frame } = stop.state;
  const proposals: Proposal[] = [];
  const propose = (at: number, from: Frame, count: number, edits: Proposal['edits']) => {
    const span = tokenSpan(text, at, limit);
    const closers = closersOf(from, count);
    const detail = { bracket: closers, before: text.slice(span.start, span.end) };
    proposals.push({ kind: 'missing-bracket', span, detail, edits: [...edits, insert(at, closers)], safe: true });
  };
  if (frame !== undefined && stop.state.expect === 'separator') {
    for (let count = 1; count <= Math.min(3, frame.depth); count++) propose(stop.at, frame, count, []);
  }
  for (const token of lastCommas(damage)) {
    const open = token.before.frame;
    if (open === undefined || token.before.expect !== 'separator') continue;
    for (let count = 1; count <= Math.min(3, open.depth); count++) propose(token.start, open, count, []);
  }
  return proposals;
}

/** The one or two latest commas before the stop. */
function lastCommas(damage: Damage): readonly Token[] {
  const commas: Token[] = [];
  for (let index = damage.stop.tokens.length - 1; index >= 0 && commas.length < 2; index--) {
    const token = damage.stop.tokens[index];
    if (token !== undefined && token.kind === 'mark' && damage.text.charCodeAt(token.start) === COMMA)
      commas.push(token);
  }
  return commas;
}

/** The characters that close `count` frames from `frame` outwards. */
export function closersOf(frame: Frame | undefined, count: number): string {
  let closers = '';
  let open = frame;
  for (let index = 0; index < count && open !== undefined; index++) {
    closers += CLOSER[open.open];
    open = open.parent;
  }
  return closers;
}

/** The bracket here is one too many, or should be another. Other characters are tried as a garbled bracket too. */
function otherBracket(damage: Damage): readonly Proposal[] {
  const { text, stop, limit, found } = damage;
  if (found === '' || found === '"') return [];
  const { expect, frame } = stop.state;
  const span = tokenSpan(text, stop.at, limit);
  const one = { start: stop.at, end: characterEnd(text, stop.at) };
  const proposals: Proposal[] = [];
  const isBracket = '{}[]'.includes(found);
  if (isBracket) {
    proposals.push({
      kind: 'extra-bracket',
      span: one,
      detail: { bracket: found },
      edits: [remove(one.start, one.end)],
      safe: true,
    });
  }
  const wanted =
    expect === 'separator' || expect === 'first-key' || expect === 'first-element'
      ? [frame?.open === '[' ? ']' : '}']
      : [];
  const openers = expect === 'value' || expect === 'element' || expect === 'first-element' ? ['{', '[', '"'] : [];
  for (const instead of [...wanted, ...openers, ...(expect === 'first-key' || expect === 'key' ? ['"'] : [])]) {
    if (instead === found) continue;
    const kind = isBracket ? 'wrong-bracket' : 'unexpected-text';
    const detail = { text: text.slice(span.start, isBracket ? one.end : span.end), instead };
    proposals.push({ kind, span: one, detail, edits: [replace(one.start, one.end, instead)], safe: isBracket });
  }
  return proposals;
}

/** The root closed too early: the brace that closed it is one too many. */
export function closedTooEarly(damage: Damage): readonly Proposal[] {
  const { last } = damage;
  if (last === undefined) return [];
  const span = { start: last.start, end: last.end };
  return [{ kind: 'extra-bracket', span, detail: { bracket: '}' }, edits: [remove(last.start, last.end)], safe: true }];
}

/** The text begins with a key: the record's own brace is lost, or something else stands in its place. */
export function lostFirstBrace(damage: Damage): readonly Proposal[] {
  const { text, limit } = damage;
  const span = tokenSpan(text, 0, limit);
  const detail = { bracket: '{', before: text.slice(span.start, span.end), text: text.slice(0, 1), instead: '{' };
  const base = { span, detail, safe: true } as const;
  return [
    { ...base, kind: 'missing-bracket', edits: [insert(0, '{')] },
    { ...base, kind: 'wrong-bracket', span: { start: 0, end: 1 }, edits: [replace(0, 1, '{')] },
  ];
}
