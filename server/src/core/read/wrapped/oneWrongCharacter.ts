import type { JsonObject, TextEdit } from '../../record';
import { applyEdits } from '../edits';
import { insert, type Proposal, remove, replace } from '../repairs/proposal';
import { parseObject } from '../whole';
import { bareCharacters } from './bareCharacters';
import { SLASHES } from './eventStarts';

/** The one character of a string's content that is wrong, if putting it right makes the content say an event. */
export interface WrongCharacter {
  readonly damage: Proposal;
  readonly source: string;
  readonly value: JsonObject;
}

/** More bare characters than one wrong character leaves behind. */
const MOST = 4;

/**
 * A backslash too few or too many, or another character in the place of one or of its quote, shows as a character that no
 * string can hold. Every single change near the first of those is tried.
 */
export function wrongCharacterIn(content: string, level: number): WrongCharacter | undefined {
  const bare = bareCharacters(content, SLASHES[level] ?? '', MOST + 1);
  const [first] = bare;
  if (first === undefined || bare.length > MOST) return undefined;
  for (const edits of changesNear(content, first, level)) {
    const source = saidBy(applyEdits(content, edits), level);
    const value = source === undefined ? undefined : parseObject(source);
    if (source !== undefined && value !== undefined) return { damage: { ...first, edits, safe: true }, source, value };
  }
  return undefined;
}

function changesNear(content: string, { span, edits }: Proposal, level: number): readonly (readonly TextEdit[])[] {
  const at = span.start;
  const slashes = SLASHES[level] ?? '';
  const others = [
    [insert(at, '\\')],
    [remove(at, at + 1)],
    [replace(at, at + 1, slashes)],
    [replace(at, at + 1, '"')],
    ...[at + 1, at + 2].flatMap((behind) => [
      [remove(behind, behind + 1)],
      [replace(behind, behind + 1, '"')],
      [insert(behind, '"')],
    ]),
    ...(at > 0 ? [[remove(at - 1, at)], [replace(at - 1, at, slashes)], [replace(at - 1, at, '\\')]] : []),
  ];
  return [edits, ...others].filter(([edit]) => edit !== undefined && edit.end <= content.length);
}

/** What the content of strings in strings says; undefined if it is not the content of any. */
export function saidBy(content: string, level: number): string | undefined {
  let text = content;
  for (let each = 0; each < level; each++) {
    try {
      text = String(JSON.parse(`"${text}"`));
    } catch {
      return undefined;
    }
  }
  return text;
}
