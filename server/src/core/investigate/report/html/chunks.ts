/**
 * A part of a long chapter: a browser draws those in sight, and leaves the rest until somebody comes there.
 *
 * @param height about how high it is, in pixels
 */
export function chunkHtml(content: string, height: number): string {
  return `<div class="chunk" style="contain-intrinsic-size:auto ${Math.ceil(height)}px">${content}</div>`;
}

/** Of text in an appendix, in pixels; a line holds about so many UTF-16 units. */
const LINE_HEIGHT = 20;
const LINE_LENGTH = 140;
/** Between paragraphs. */
const GAP = 8;

/** One paragraph of an appendix. */
export interface Paragraph {
  readonly html: string;
  /** How long its text is, without markup, in UTF-16 units. */
  readonly length: number;
}

/** Paragraphs of one chunk. */
const PARAGRAPHS = 100;

/** Many paragraphs as chunks. */
export function paragraphChunks(paragraphs: readonly Paragraph[]): string {
  const chunks: string[] = [];
  for (let from = 0; from < paragraphs.length; from += PARAGRAPHS) {
    const some = paragraphs.slice(from, from + PARAGRAPHS);
    const height = some.reduce((sum, { length }) => sum + Math.ceil(length / LINE_LENGTH) * LINE_HEIGHT + GAP, 0);
    chunks.push(chunkHtml(some.map(({ html }) => html).join('\n'), height));
  }
  return chunks.join('\n');
}
