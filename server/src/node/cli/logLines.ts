import type { TextPosition } from '../../host/logFiles';

/** `12:5`, one based, as compilers and editors write a place. */
export function placeText({ line, character }: TextPosition): string {
  return `${line + 1}:${character + 1}`;
}
