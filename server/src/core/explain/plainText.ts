/**
 * What the Markdown of this house says, as plain text: for clients that render none. Reads what `escape.ts` and its callers
 * write, and no other Markdown. Paragraphs stay apart, and behind the words of a link stands where it leads.
 *
 * A value of a log comes out as `escape.ts` made it visible, so nothing unseen comes back. Takes time in proportion to the length.
 */
export function plainText(markdown: string): string {
  return markdown.replace(
    SYNTAX,
    (_, escaped?: string, entity?: string, fence?: string, code?: string, address?: string) => {
      if (fence !== undefined) return unpadded(code ?? '');
      if (address !== undefined) return `: ${address}`;
      return escaped ?? ENTITIES.get(entity ?? '') ?? '';
    },
  );
}

/**
 * An escape, an entity, code up to the next fence of its length (the writer takes one that is longer than all inside), strong
 * text, a link.
 */
const SYNTAX = /\\([!-/:-@[-`{-~])|&(amp|lt|gt|#36|#32|nbsp);|(`+)(.*?)\3|\*\*|\]\(([^()\s]*)\)|\[/gs;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['#36', '$'],
  ['#32', ' '],
  ['nbsp', '\u00a0'],
]);

/** Without the space on either side that keeps backticks and spaces of the code apart from its fence. */
function unpadded(code: string): string {
  return code.length > 2 && code.startsWith(' ') && code.endsWith(' ') ? code.slice(1, -1) : code;
}
