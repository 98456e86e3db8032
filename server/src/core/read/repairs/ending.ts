import type { TextEdit } from '../../record';
import { COMMA, characterStart, OPEN_BRACE, OPEN_BRACKET, QUOTE, skipSpaceBack } from '../characters';
import { run, START, type Token } from '../grammar';
import { closersOf } from './brackets';
import { type Damage, insert, type Proposal, remove, shown, tokenSpan } from './proposal';

/** Repairs where the text of a record ends before the record does: a brace is lost inside it, or the log was cut off. */
export function ending(
  damage: Damage,
  around: { readonly endsLog: boolean; readonly isBare: boolean },
  envelopeFields: ReadonlySet<string>,
): readonly Proposal[] {
  const isWholeLog = around.endsLog;
  const { stop, text, limit, start } = damage;
  if (stop.kind !== 'limit' && stop.kind !== 'open-string' && !isWholeLog) return [];
  const proposals: Proposal[] = [];
  if (stop.kind === 'limit') {
    proposals.push(...lostBrace(damage, envelopeFields));
    if (!isWholeLog) proposals.push(closeBeforeSeparator(damage));
  }
  if (isWholeLog && reachesEnd(damage)) proposals.push(cutOff(text, start, limit, damage, around.isBare));
  return proposals;
}

/**
 * Fields of the envelope inside userIdentity mean that its closing brace is lost before them. Grammar alone would close
 * it at the end of the record, and then neither eventName nor eventTime would be found.
 */
export function lostBrace(damage: Damage, envelopeFields: ReadonlySet<string>): readonly Proposal[] {
  const { text, start, limit } = damage;
  let comma: Token | undefined;
  for (const token of run(text, start, limit, START, [], Number.MAX_SAFE_INTEGER).tokens) {
    if (token.kind === 'mark' && text.charCodeAt(token.start) === COMMA) comma = token;
    const { frame, expect } = token.before;
    if (token.kind !== 'string' || expect !== 'key' || frame === undefined || frame.depth < 2) continue;
    if (comma === undefined || !envelopeFields.has(text.slice(token.start + 1, token.end - 1))) continue;
    const closers = closersOf(frame, frame.depth - 1);
    const span = { start: token.start, end: token.end };
    const detail = { bracket: closers, before: text.slice(span.start, span.end) };
    return [{ kind: 'missing-bracket', span, detail, edits: [insert(comma.start, closers)], safe: true }];
  }
  return [];
}

/** The record stays open up to the next one: its brackets close before the comma that parts the two. */
function closeBeforeSeparator(damage: Damage): Proposal {
  const { text, stop, limit, start, last } = damage;
  const isComma = last !== undefined && last.kind === 'mark' && text.charCodeAt(last.start) === COMMA;
  const at = isComma ? last.start : skipSpaceBack(text, limit, start);
  const frame = isComma ? last.before.frame : stop.state.frame;
  const closers = closersOf(frame, frame?.depth ?? 0);
  const span = tokenSpan(text, at, Math.max(limit, at));
  const shownSpan = at < limit ? span : { start: characterStart(text, Math.max(start, at - 1)), end: at };
  const detail = { bracket: closers, before: isComma ? ',' : '' };
  return { kind: 'missing-bracket', span: shownSpan, detail, edits: [insert(at, closers)], safe: true };
}

/** The stop is at the end of the text, or in a token that the end of the text cut short. */
function reachesEnd(damage: Damage): boolean {
  const { text, stop, limit } = damage;
  if (stop.kind === 'limit' || stop.kind === 'open-string') return true;
  const rest = text.slice(stop.tokenStart, Math.min(limit, stop.tokenStart + 64));
  return (
    stop.tokenStart + rest.length >= limit &&
    /^(?:t|tr|tru|f|fa|fal|fals|n|nu|nul|-|-?\d+(?:\.\d*)?(?:[eE][-+]?)?)\s*$/.test(rest)
  );
}

/**
 * The log was cut off inside this record. The part that was cut through is left out of what is read, since a value
 * that stops in the middle is not the value; brackets alone are a safe repair.
 */
function cutOff(text: string, start: number, limit: number, damage: Damage, isBare: boolean): Proposal {
  const { stop } = damage;
  const tokens = [...stop.tokens];
  const end = skipSpaceBack(text, limit, start);
  const whole = stop.kind === 'limit';
  const edits: TextEdit[] = [];
  let { frame, expect } = stop.state;
  let from = limit;
  if (!whole) from = stop.tokenStart;
  // Walk back over what can't stand at the end of an object: half a token, a key without its value, a comma.
  while (expect !== 'separator' && expect !== 'first-key' && expect !== 'first-element') {
    const token = tokens.pop();
    if (token === undefined) break;
    from = token.start;
    frame = token.before.frame;
    expect = token.before.expect;
    const code = text.charCodeAt(token.start);
    if (token.kind === 'mark' && (code === OPEN_BRACE || code === OPEN_BRACKET)) break;
  }
  if (from < limit) edits.push(remove(from, limit));
  const closers = closersOf(frame, frame?.depth ?? 0);
  edits.push(insert(limit, closers));
  const lastStart = whole ? (stop.tokens.at(-1)?.start ?? start) : stop.tokenStart;
  const isComplete = whole && stop.state.expect === 'separator';
  const kind = isBare && isComplete && (stop.state.frame?.depth ?? 0) === 1 ? 'missing-bracket' : 'cut-off';
  const span = { start: characterStart(text, Math.min(lastStart, end - 1)), end };
  const detail = {
    bracket: closersOf(stop.state.frame, stop.state.frame?.depth ?? 0),
    before: '',
    inside: cutInside(text, damage),
  };
  return { kind, span, detail, edits: isComplete ? [insert(end, closers)] : edits, safe: isComplete };
}

/** What the cut goes through, for the message. */
function cutInside(text: string, damage: Damage): string {
  const { stop } = damage;
  if (stop.kind === 'open-string' || text.charCodeAt(stop.tokenStart) === QUOTE) return 'a text';
  return stop.kind === 'limit' ? '' : 'a value';
}

/** No repair helps: what was read up to here is kept, the rest of the record is given up, and that is said. */
export function abandon(damage: Damage): Proposal {
  const { text, stop, limit, start } = damage;
  const rest = cutOff(text, start, limit, damage, false);
  const span = {
    start: characterStart(text, Math.min(stop.at, Math.max(start, limit - 1))),
    end: Math.max(skipSpaceBack(text, limit, start), stop.at),
  };
  const words = stop.kind === 'deep' ? DEEP : shown(text, span.start, span.end);
  return { ...rest, kind: 'unexpected-text', span, detail: { text: words }, safe: false };
}

const DEEP = 'more levels of nesting than can be mended';
