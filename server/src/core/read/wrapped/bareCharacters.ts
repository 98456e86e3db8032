import { escapeLength } from '../grammar';
import { type Proposal, replace } from '../repairs/proposal';

/** What a string's content is looked through for; made anew for each content, because it remembers its place. */
const SPECIAL_MARKS = '["\\\\\\u0000-\\u001f]';

/**
 * Characters that can't stand in a JSON string as they are, each with what makes it right there, in order.
 *
 * @param content of the string, up to where it should end
 * @param slashes how many backslashes a quote of the text in the string has there
 * @param most no more than these are looked for
 */
export function bareCharacters(content: string, slashes: string, most = Number.POSITIVE_INFINITY): readonly Proposal[] {
  const special = new RegExp(SPECIAL_MARKS, 'g');
  const found: Proposal[] = [];
  for (let match = special.exec(content); match !== null && found.length < most; match = special.exec(content)) {
    const at = match.index;
    const mark = content.charAt(at);
    const length = mark === '\\' ? escapeLength(content, at, content.length) : 0;
    if (length === 0) found.push(bare(mark, at, slashes));
    special.lastIndex = at + Math.max(length, 1);
  }
  return found;
}

function bare(mark: string, at: number, slashes: string): Proposal {
  const base = { span: { start: at, end: at + 1 }, safe: true } as const;
  if (mark === '\\') return { ...base, kind: 'bad-escape', detail: {}, edits: [replace(at, at + 1, '\\\\')] };
  if (mark === '"') return { ...base, kind: 'stray-quote', detail: {}, edits: [replace(at, at + 1, `${slashes}"`)] };
  const name = mark === '\n' || mark === '\r' ? 'line break' : mark === '\t' ? 'tab' : 'control character';
  const edits = [replace(at, at + 1, JSON.stringify(mark).slice(1, -1))];
  return { ...base, kind: 'control-character', detail: { name }, edits };
}
