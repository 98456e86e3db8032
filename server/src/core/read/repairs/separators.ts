import { COLON, COMMA, QUOTE } from '../characters';
import { isWord } from '../grammar';
import { type Damage, insert, type Proposal, remove, replace, shown, tokenSpan } from './proposal';

/** Repairs of commas and colons: missing, too many, or another character in their place. */
export function separators(damage: Damage): readonly Proposal[] {
  const { expect } = damage.stop.state;
  if (expect === 'separator') return [...missingComma(damage), ...otherSeparator(damage, ',')];
  if (expect === 'colon') return [...missingColon(damage), ...otherSeparator(damage, ':')];
  return [...extraSeparator(damage), ...missingValue(damage)];
}

function missingComma(damage: Damage): readonly Proposal[] {
  const { text, stop, limit, found, last } = damage;
  const opensValue = found === '"' || (stop.state.frame?.open === '[' && (found === '{' || found === '['));
  if (!opensValue && !isWord(text.charCodeAt(stop.at))) return [];
  const span = tokenSpan(text, stop.at, limit);
  const detail = { before: shown(text, span.start, span.end) };
  return [{ kind: 'missing-comma', span, detail, edits: [insert(last?.end ?? stop.at, ',')], safe: true }];
}

function missingColon(damage: Damage): readonly Proposal[] {
  const { text, stop, limit, found, last } = damage;
  if (last === undefined || found === ',' || found === '}' || found === ']') return [];
  const span = tokenSpan(text, stop.at, limit);
  const detail = { before: shown(text, span.start, span.end) };
  return [{ kind: 'missing-colon', span, detail, edits: [insert(stop.at, ':')], safe: true }];
}

/** `;`, `=` or `.` where a comma or colon belongs. */
function otherSeparator(damage: Damage, wanted: ',' | ':'): readonly Proposal[] {
  const { text, stop, limit, found } = damage;
  if (found === '' || found === '"' || found === '{' || found === '[') return [];
  const proposals: Proposal[] = [];
  const wide =
    ['=>', '::', ':='].includes(text.slice(stop.at, stop.at + 2)) || (text.codePointAt(stop.at) ?? 0) > 0xffff;
  for (const length of wide ? [2, 1] : [1]) {
    const end = Math.min(limit, stop.at + length);
    const span = { start: stop.at, end };
    const detail = { text: shown(text, stop.at, end), instead: wanted };
    proposals.push({ kind: 'wrong-separator', span, detail, edits: [replace(stop.at, end, wanted)], safe: true });
  }
  return proposals;
}

function extraSeparator(damage: Damage): readonly Proposal[] {
  const { text, stop, last, found } = damage;
  const proposals: Proposal[] = [];
  const lastIsComma = last !== undefined && text.charCodeAt(last.start) === COMMA && last.kind === 'mark';
  if (lastIsComma && (found === '}' || found === ']')) {
    const span = { start: last.start, end: last.end };
    proposals.push({
      kind: 'extra-comma',
      span,
      detail: { before: found },
      edits: [remove(last.start, last.end)],
      safe: true,
    });
  }
  if (found === ',') {
    const span = { start: stop.at, end: stop.at + 1 };
    proposals.push({ kind: 'extra-comma', span, detail: {}, edits: [remove(stop.at, stop.at + 1)], safe: true });
  }
  if (found === ':') {
    const span = { start: stop.at, end: stop.at + 1 };
    proposals.push({ kind: 'extra-colon', span, detail: {}, edits: [remove(stop.at, stop.at + 1)], safe: true });
  }
  return proposals;
}

/** A key without its value, or a value without its key. What was lost can't be known, so neither is a safe repair. */
function missingValue(damage: Damage): readonly Proposal[] {
  const { text, stop, found, last, beforeLast } = damage;
  const { expect, frame } = stop.state;
  const span = { start: stop.at, end: Math.max(stop.at + found.length, stop.at) };
  if (expect === 'value' && frame !== undefined && [',', '}', ']'].includes(found)) {
    const key = beforeLast?.kind === 'string' ? shown(text, beforeLast.start, beforeLast.end) : '';
    const at = beforeLast?.kind === 'string' ? { start: beforeLast.start, end: beforeLast.end } : span;
    return [{ kind: 'missing-value', span: at, detail: { key }, edits: [insert(stop.at, 'null')], safe: false }];
  }
  if ((expect === 'key' || expect === 'first-key') && found === ':' && last !== undefined) {
    return [{ kind: 'missing-key', span, detail: {}, edits: [insert(stop.at, '""')], safe: false }];
  }
  return [];
}

/** `"eventName": "eventTime": "…"`: what stands where a value belongs is the next key. */
export function valueIsNextKey(damage: Damage): readonly Proposal[] {
  const { text, stop, last, beforeLast, found } = damage;
  if (found !== ':' || stop.state.expect !== 'separator' || last?.kind !== 'string') return [];
  if (text.charCodeAt(beforeLast?.start ?? -1) !== COLON || text.charCodeAt(last.start) !== QUOTE) return [];
  const key = damage.stop.tokens.at(-3) ?? last;
  const span = { start: key.start, end: key.end };
  const detail = { key: shown(text, key.start, key.end) };
  return [{ kind: 'missing-value', span, detail, edits: [insert(last.start, 'null,')], safe: false }];
}
