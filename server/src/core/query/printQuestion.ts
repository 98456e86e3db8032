import { type FieldName, fields } from './fields';
import type { Pattern, PatternPart, Question, Value } from './question';
import { readValue } from './readValue';
import { tokensOf } from './tokens';

/**
 * The one text for a question: `parseQuestion` gives the same question for it. Where the question has a form that is never
 * parsed (an empty choice, a text of no characters), it gives one that has the same answers.
 */
export function printQuestion(question: Question): string {
  return question.kind === 'all' && question.of.length === 0 ? '' : printed(question);
}

function printed(question: Question): string {
  switch (question.kind) {
    case 'all':
      return question.of.length === 0 ? ANYTHING : question.of.map((part) => bracketed(part, ['any'])).join(' ');
    case 'any':
      return question.of.length === 0 ? `-${ANYTHING}` : question.of.map((part) => bracketed(part, [])).join(' OR ');
    case 'not':
      return `-${bracketed(question.of, ['any', 'all'])}`;
    case 'field':
      return `${question.field}:${question.values.map((value) => printValue(question.field, value)).join(',')}`;
    case 'found':
      return question.texts.map(printFound).join(',');
  }
}

/** Every event has it. */
const ANYTHING = '*';

function bracketed(question: Question, kinds: readonly Question['kind'][]): string {
  const text = printed(question);
  const isOne = (question.kind === 'all' || question.kind === 'any') && question.of.length === 0;
  return kinds.includes(question.kind) && !isOne ? `(${text})` : text;
}

/** A value as it is written behind a field, in quotes where it would say something else without them. */
export function printValue(field: FieldName, value: Value): string {
  switch (value.kind) {
    case 'word':
      return value.word;
    case 'weight':
      return value.relation === '=' ? value.weight : `${value.relation}${value.weight}`;
    case 'time':
      return value.from === value.to ? (value.from ?? '..') : `${value.from ?? ''}..${value.to ?? ''}`;
    case 'pattern': {
      if (value.parts.length === 0 && fields[field].kind === 'record') return ANYTHING;
      const [term, ...others] = tokensOf(`${field}:${bare(value)}`);
      if (term?.kind !== 'term' || term.values.length !== 1 || others.length > 0) return quoted(value);
      const [written] = term.values;
      const read = written === undefined || written.parts.length === 0 ? undefined : readValue(field, written);
      return read !== undefined && 'value' in read && isSame(read.value, value) ? bare(value) : quoted(value);
    }
  }
}

function printFound(pattern: Pattern): string {
  if (pattern.parts.length === 0) return ANYTHING;
  const [term, ...others] = tokensOf(bare(pattern));
  const isOne = term?.kind === 'term' && term.field === undefined && term.values.length === 1 && others.length === 0;
  const [written] = isOne ? term.values : [];
  const reads = written !== undefined && isSame({ kind: 'pattern', parts: written.parts }, pattern);
  return reads ? bare(pattern) : quoted(pattern);
}

function bare({ parts }: Pattern): string {
  return parts.map((part) => ('literal' in part ? part.literal : part.wildcard)).join('');
}

function quoted({ parts }: Pattern): string {
  const text = parts.map((part) => ('literal' in part ? quotedLiteral(part.literal) : part.wildcard)).join('');
  return text === '' ? '""' : text;
}

function quotedLiteral(literal: string): string {
  return `"${literal.replace(/["\\]/g, '\\$&')}"`;
}

function isSame(one: Value, other: Pattern): boolean {
  return (
    one.kind === 'pattern' &&
    one.parts.length === other.parts.length &&
    one.parts.every((part, at) => isSamePart(part, other.parts[at]))
  );
}

function isSamePart(one: PatternPart, other: PatternPart | undefined): boolean {
  if (other === undefined) return false;
  return 'literal' in one
    ? 'literal' in other && one.literal === other.literal
    : 'wildcard' in other && one.wildcard === other.wildcard;
}
