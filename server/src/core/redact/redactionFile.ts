/**
 * What a field holds, as far as it matters to a redacted copy: a group of `schemas/redaction.json`, or `value`, which is a text
 * of which nothing is known: it is replaced unless it is harmless by its form.
 */
export type FieldKind =
  | 'keep'
  | 'account'
  | 'principal'
  | 'name'
  | 'address'
  | 'host'
  | 'id'
  | 'arn'
  | 'secret'
  | 'text'
  | 'agent'
  | 'words'
  | 'value';

/** `schemas/redaction.json`, without the words for its readers. */
export interface RedactionFile {
  readonly fields: { readonly [kind in Exclude<FieldKind, 'value'>]: readonly string[] };
  readonly arnWords: readonly string[];
  readonly harmless: readonly string[];
  readonly commonWords: readonly string[];
  readonly topLevelDomains: readonly string[];
}
