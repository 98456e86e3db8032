import { ABSENT } from './fieldKinds';
import { fieldNamed, fieldNames } from './fieldNamed';
import { type FieldName, fields } from './fields';
import { printValue } from './printQuestion';
import { exactly } from './question';
import { plainTime } from './timeNamed';
import { type QuestionSpan, tokensOf, type WrittenValue } from './tokens';
import { weights } from './weights';

/** Something that may be written. */
export interface QuestionCompletion {
  readonly kind: 'field' | 'word' | 'value';
  /** What is put in place of the span: `service:`, or a value in quotes where it needs them. It may hold text of a log, not escaped. */
  readonly text: string;
  /** What a field or word means, in our own words; empty for values of logs. */
  readonly description: string;
  /** How many events have the value, as far as the caller has said. */
  readonly count: number | undefined;
}

/** What may stand at a place of a question, the likeliest first, and the characters that it takes the place of. */
export interface QuestionCompletions extends QuestionSpan {
  readonly items: readonly QuestionCompletion[];
}

/** The values of a field and how many events have each. */
export type CountsOf = (field: FieldName) => Iterable<readonly [value: string, count: number]>;

/** Which fields are worth being offered. Others may be written all the same, and then their values are offered. */
export type IsOffered = (field: FieldName) => boolean;

/** More of them nobody looks through. */
const MOST_VALUES = 100;

/**
 * What may be written at an offset (UTF-16, zero based) of a question that may be half typed: fields, or behind `field:` its words and its
 * values. What stands before the offset in the same word or value has to occur in them, in any case of the letters; all of that word
 * or value is replaced.
 */
export function completionsAt(
  text: string,
  offset: number,
  countsOf: CountsOf,
  isOffered: IsOffered = () => true,
): QuestionCompletions {
  const fieldsFor = (start: string, span: QuestionSpan): QuestionCompletions => fieldsAt(start, span, isOffered);
  const there = tokensOf(text).filter(({ start, end }) => start <= offset && offset <= end);
  // Between a bracket or a minus and a term, the term is what is typed.
  const token =
    there.find(({ kind }) => kind === 'term') ??
    there.find((each) => each.kind !== 'term' && /^[a-z]/i.test(each.text));
  if (token === undefined) return fieldsFor('', { start: offset, end: offset });
  if (token.kind !== 'term') return fieldsFor(text.slice(token.start, offset), token);
  const { field, values, start } = token;
  if (field === undefined) {
    return fieldsFor(text.slice(start, offset), { start, end: token.end });
  }
  if (offset <= field.end) return fieldsFor(text.slice(start, offset), { start, end: field.end + 1 });
  const value = values.find((each) => offset <= each.end);
  const name = fieldNamed(field.name);
  if (value === undefined || name === undefined) return { start: offset, end: offset, items: [] };
  return { start: value.start, end: value.end, items: valuesFor(name, typed(text, value, offset), countsOf) };
}

/** What is typed of a value, without its quotes. */
function typed(text: string, { start }: WrittenValue, offset: number): string {
  return text.slice(start, offset).replace(/\\(["\\])|["\u201c-\u201e]/g, '$1');
}

function fieldsAt(start: string, { start: from, end }: QuestionSpan, isOffered: IsOffered): QuestionCompletions {
  const asked = start.toLowerCase();
  const offered = fieldNames.filter(isOffered);
  const named = offered.filter((name) => name.startsWith(asked));
  const called = offered.filter(
    (name) => !named.includes(name) && fields[name].aliases.some((alias) => alias.toLowerCase().startsWith(asked)),
  );
  const items = [...named, ...called].map((name) => ({
    kind: 'field' as const,
    text: `${name}:`,
    description: fields[name].description,
    count: undefined,
  }));
  return { start: from, end, items };
}

function valuesFor(field: FieldName, start: string, countsOf: CountsOf): readonly QuestionCompletion[] {
  const counts = new Map(countsOf(field));
  const { kind } = fields[field];
  if (kind === 'words') return wordsFor(field, start, counts);
  if (kind === 'weight') {
    const relation = /^(?:[<>]=?|=)?/.exec(start)?.[0] ?? '';
    const bounds = weightsFor(relation, start.slice(relation.length), counts);
    return relation === '' ? [...bounds, ...wordsFor(field, start, counts)] : bounds;
  }
  return [...loggedFor(field, start, counts), ...wordsFor(field, start, counts)];
}

function wordsFor(field: FieldName, start: string, counts: ReadonlyMap<string, number>): readonly QuestionCompletion[] {
  return fields[field].words
    .filter(({ word, synonyms }) => [word, ...synonyms].some((each) => each.startsWith(start.toLowerCase())))
    .map(({ word, description }) => {
      // What has no value is counted as the empty one; a value that reads like a word is another thing.
      const count = word === ABSENT ? counts.get('') : fields[field].kind === 'words' ? counts.get(word) : undefined;
      return { kind: 'word', text: word, description, count };
    });
}

function weightsFor(
  relation: string,
  start: string,
  counts: ReadonlyMap<string, number>,
): readonly QuestionCompletion[] {
  return [...weights]
    .reverse()
    .filter((weight) => weight.startsWith(start.toLowerCase()))
    .map((weight) => ({
      kind: 'word',
      text: relation + weight,
      description: '',
      count: relation === '' ? counts.get(weight) : undefined,
    }));
}

/** Those that begin with what is typed first, and of them those that most events have. */
function loggedFor(
  field: FieldName,
  start: string,
  counts: ReadonlyMap<string, number>,
): readonly QuestionCompletion[] {
  const asked = start.toLowerCase();
  const found: { readonly value: string; readonly count: number; readonly place: number }[] = [];
  for (const [value, count] of counts) {
    const place = value.toLowerCase().indexOf(asked);
    if (value !== '' && place !== -1) found.push({ value, count, place: Math.min(place, 1) });
  }
  return found
    .sort((a, b) => a.place - b.place || b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES)
    .map(({ value, count }) => ({ kind: 'value', text: writtenAs(field, value), description: '', count }));
}

/** Times need no quotes, in whatever way they are written. */
function writtenAs(field: FieldName, value: string): string {
  const { kind } = fields[field];
  const isTime = kind === 'time' || kind === 'after' || kind === 'before';
  return isTime ? plainTime(value) : printValue(field, exactly(value));
}
