import type { Pattern, PatternPart } from '../query/question';

/** Letters that one engine makes other small letters of than another: the Turkish dotted I, and the sigma at the end of a word. */
const DISPUTED = /\u0130|i\u0307|[\u03a3\u03c3\u03c2]/giu;

/** A pattern in which any text may stand for such letters; undefined for one that has none. */
export function withoutDisputed({ parts }: Pattern): Pattern | undefined {
  if (!parts.some((part) => 'literal' in part && part.literal.search(DISPUTED) >= 0)) return undefined;
  const open: PatternPart = { wildcard: '*' };
  const opened = parts.flatMap((part): readonly PatternPart[] => {
    if (!('literal' in part)) return [part];
    const [first = '', ...others] = part.literal.split(DISPUTED);
    return [{ literal: first }, ...others.flatMap((literal) => [open, { literal }])];
  });
  return { kind: 'pattern', parts: opened.filter((part) => !('literal' in part) || part.literal !== '') };
}
