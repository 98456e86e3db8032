import type { QuestionRow } from './questionRow';

/** What is told of every field. */
interface FieldBase {
  /** Other names of the field, among them the one that CloudTrail gives it; in questions the case does not matter. */
  readonly aliases: readonly string[];
  /** One sentence for users. */
  readonly description: string;
  /** A term that asks for the field. */
  readonly example: string;
  /** The words with a meaning of their own, possibly none. */
  readonly words: readonly FieldWord[];
}

/** A word that may stand as a value, and the rows for which it holds. */
export interface FieldWord {
  readonly word: string;
  /** Other words for it; questions are printed without them. */
  readonly synonyms: readonly string[];
  /** One sentence for users. */
  readonly description: string;
  readonly holds: (row: QuestionRow) => boolean;
}

/** What a row has in a field that holds texts: an absent one is empty, or no text at all. */
export type TextsOf = (row: QuestionRow) => string | readonly string[];

/**
 * A field that can be asked for. `text`: values with wildcards. `address`: the same, and addresses and ranges of them. `record`:
 * text anywhere in the record. `words`: only the words. `weight`: weights, also with a relation. `time`, `after` and `before`:
 * moments as `timeNamed` takes them, and for `time` ranges of them.
 */
export type Field = FieldBase &
  (
    | { readonly kind: 'text' | 'address'; readonly textsOf: TextsOf }
    | { readonly kind: 'record' | 'words' | 'weight' | 'time' | 'after' | 'before' }
  );

/** What is asked of fields that may be absent; also `""` says that. */
export const ABSENT = 'none';

/** The two words that ask whether a field is there. */
export function presence(isThere: (row: QuestionRow) => boolean): readonly FieldWord[] {
  return [
    {
      word: ABSENT,
      synonyms: [],
      description: 'The record does not have it.',
      holds: (row) => !isThere(row),
    },
    { word: 'any', synonyms: [], description: 'The record has it, whatever it says.', holds: isThere },
  ];
}

/** A field with texts that may be absent. */
export function textField(
  aliases: readonly string[],
  example: string,
  description: string,
  textsOf: TextsOf,
): Field & { readonly kind: 'text' } {
  const isThere = (row: QuestionRow): boolean => isSomething(textsOf(row));
  return { kind: 'text', aliases, example, description, textsOf, words: presence(isThere) };
}

function isSomething(texts: string | readonly string[]): boolean {
  return typeof texts === 'string' ? texts !== '' : texts.some((text) => text !== '');
}
