import type { FieldName } from '../../query/fields';
import { parseQuestion } from '../../query/parseQuestion';
import { allOf, anyOf, exactly, type Question } from '../../query/question';
import type { Act } from '../act';
import { isoSecond } from '../utcText';

/** Asks for texts as they stand, without wildcards. Nothing answers where none is given. */
export function has(field: FieldName, ...texts: readonly string[]): Question {
  const given = texts.filter((text) => text !== '');
  return given.length === 0 ? anyOf([]) : { kind: 'field', field, values: given.map(exactly) };
}

/** A question of our own, which has no value of a log in it. */
export function ours(text: string): Question {
  return parseQuestion(text).question;
}

/** The events of a question that lie between two times, in milliseconds since 1970; all of them where a time is unknown. */
export function between(question: Question, from: number, to: number): Question {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return question;
  return allOf([question, ours(`time:${isoSecond(from)}..${isoSecond(to)}`)]);
}

export function isSame(one: Act, other: Act): boolean {
  return one.log === other.log && one.row.index === other.row.index;
}
