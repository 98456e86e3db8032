import type { Pattern } from '../query/question';

/** A pattern in another notation for wildcards. @param literal escapes what stands for itself */
export function inNotation(
  { parts }: Pattern,
  literal: (text: string) => string,
  anyText: string,
  anyCharacter: string,
): string {
  return parts
    .map((part) => ('literal' in part ? literal(part.literal) : part.wildcard === '*' ? anyText : anyCharacter))
    .join('');
}
