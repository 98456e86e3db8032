import type { TextEdit } from '../../record';
import { QUOTE } from '../characters';
import { stringEnd } from '../grammar';
import { type Damage, type Proposal, replace, shown } from './proposal';
import { isInvisible } from './words';

/**
 * Repairs where something that shows nothing stands between tokens: the no-break spaces of a web page, the NULs of a
 * disk block. All of them in the record are one root cause.
 */
export function otherSpaces(damage: Damage): readonly Proposal[] {
  const { text, stop, limit } = damage;
  const end = runEnd(text, stop.at, limit);
  if (end === stop.at) return [];
  const span = { start: stop.at, end };
  const base = { kind: 'wrong-space', span, detail: { text: shown(text, stop.at, end) }, safe: true } as const;
  const own = replace(stop.at, end, ' ');
  return [
    { ...base, edits: [own, ...later(text, end, limit)] },
    { ...base, edits: [own] },
  ];
}

/** Behind the run of invisible characters at `at`; `at` itself when there is none. */
function runEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && !/[ \t\r\n]/.test(text[end] ?? ' ') && isInvisible(text[end] ?? '')) end++;
  return end;
}

/** The same for every further run outside strings. */
function later(text: string, from: number, limit: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = from;
  while (at < limit) {
    if (text.charCodeAt(at) === QUOTE) {
      const end = stringEnd(text, at, limit);
      at = end < 0 ? at + 1 : end;
      continue;
    }
    const end = text.charCodeAt(at) > 0x7f || text.charCodeAt(at) < 0x20 ? runEnd(text, at, limit) : at;
    if (end > at) edits.push(replace(at, end, ' '));
    at = Math.max(end, at + 1);
  }
  return edits;
}
