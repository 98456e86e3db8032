import type { Weight } from '../check/schemaTypes';
import type { FieldName } from './fields';

/**
 * What events are asked, as plain data. `parseQuestion` gives it in one form only: no choice holds a choice and no `all`
 * an `all`, none of them has a single part, nothing is negated twice, and `all` of nothing, which every event answers, stands alone.
 */
export type Question =
  | { readonly kind: 'all'; readonly of: readonly Question[] }
  | { readonly kind: 'any'; readonly of: readonly Question[] }
  | { readonly kind: 'not'; readonly of: Question }
  | FieldTerm
  | FoundTerm;

/** `field:a,b`: the field has one of the values. */
export interface FieldTerm {
  readonly kind: 'field';
  readonly field: FieldName;
  readonly values: readonly Value[];
}

/** Words without a field: one of them stands in one of the texts that tell events apart. */
export interface FoundTerm {
  readonly kind: 'found';
  readonly texts: readonly Pattern[];
}

/** What a field is asked for. */
export type Value = Pattern | Word | TimeSpan | WeightBound;

/** A text with wildcards in it. Two literal parts never follow each other, nor do two `*`. */
export interface Pattern {
  readonly kind: 'pattern';
  readonly parts: readonly PatternPart[];
}

/** Text that stands for itself, or a wildcard: `*` is any text, also none, `?` one UTF-16 unit. */
export type PatternPart = { readonly literal: string } | { readonly wildcard: '*' | '?' };

/** A word that the field gives a meaning of its own, by the name it has in the table of fields: `none`, `private`, `failed`. */
export interface Word {
  readonly kind: 'word';
  readonly word: string;
}

/** From the beginning of what one text names to the end of what the other names, see `timeNamed`; an undefined side is open. */
export interface TimeSpan {
  readonly kind: 'time';
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Weights on one side of another. */
export interface WeightBound {
  readonly kind: 'weight';
  readonly relation: '=' | '>' | '>=' | '<' | '<=';
  readonly weight: Weight;
}

/** The question that every event answers. */
export const everything: Question = { kind: 'all', of: [] };

/** The pattern that one text fits and no other, whatever characters it has. */
export function exactly(text: string): Pattern {
  return { kind: 'pattern', parts: text === '' ? [] : [{ literal: text }] };
}

/** All of the questions. */
export function allOf(questions: readonly Question[]): Question {
  const parts = questions.flatMap((part) => (part.kind === 'all' ? part.of : [part]));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: 'all', of: parts };
}

/** At least one of the questions. */
export function anyOf(questions: readonly Question[]): Question {
  const parts = questions.flatMap((part) => (part.kind === 'any' ? part.of : [part]));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: 'any', of: parts };
}

/** What does not answer the question. */
export function notOf(question: Question): Question {
  return question.kind === 'not' ? question.of : { kind: 'not', of: question };
}
