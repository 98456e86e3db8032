/** Handles the project's own words, as `schemas/` has them. */

export { prose } from './escape';

/** The first sentence of the project's own words, as they are. */
export function firstSentence(words: string): string {
  const end = /[.!?](?= [A-Z`])/.exec(words);
  return end === null ? words : words.slice(0, end.index + 1);
}

/** `a`, `b` and `c`: each piece is Markdown already. */
export function listed(pieces: readonly string[], last = 'and'): string {
  if (pieces.length < 2) return pieces.join('');
  return `${pieces.slice(0, -1).join(', ')} ${last} ${pieces.at(-1)}`;
}
