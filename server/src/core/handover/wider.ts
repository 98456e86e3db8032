import type { Pattern } from '../query/question';
import { all, any, type Condition } from './condition';

/** What stands in JSON, in a URL and in a list as it is. */
const PLAIN = /[a-z0-9._-]{2,}/g;

/** What holds of every record in which one of the patterns fits a text, whatever its texts are written in: the plain words of one are in it. */
export function wordsFound(text: 'whole' | 'call', patterns: readonly Pattern[]): Condition {
  return any(patterns.map((pattern) => all(wordsOf(pattern).map((word) => found(text, word)))));
}

function wordsOf({ parts }: Pattern): readonly string[] {
  return parts.flatMap((part) => ('literal' in part ? (part.literal.toLowerCase().match(PLAIN) ?? []) : []));
}

function found(text: 'whole' | 'call', word: string): Condition {
  return { kind: 'like', looked: { text }, pattern: { kind: 'pattern', parts: [{ literal: word }] }, isPart: true };
}
