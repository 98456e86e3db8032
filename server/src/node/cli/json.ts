/**
 * JSON for a program or for the terminal of somebody who looks at it: what a terminal could obey or could not show
 * (control characters, marks that turn the direction of writing) is escaped, which means the same to a program.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped);
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, unit) => {
    return `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`;
  }).join('');
}
