/** The syntax of snippets, in which editors take texts with places to fill in. */

/** A place to fill in. @param shown stands there until it is; a text of our own */
export function blank(place: number, shown = ''): string {
  return `\${${place}:${inBlank(shown)}}`;
}

/** A place for one of some texts. */
export function choiceOf(place: number, texts: readonly string[]): string {
  return `\${${place}|${texts.map((text) => text.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
}

function inBlank(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
