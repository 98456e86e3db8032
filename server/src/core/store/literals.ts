import type { FieldTerm } from '../query/question';
import { literalOf } from '../query/wildcards';

/** The values of a term in small letters, if all of them are texts without wildcards. */
export function literalsOf({ values }: FieldTerm): readonly string[] | undefined {
  const literals: string[] = [];
  for (const value of values) {
    const literal = value.kind === 'pattern' ? literalOf(value) : undefined;
    if (literal === undefined) return undefined;
    literals.push(literal.toLowerCase());
  }
  return literals;
}
