import type { Block } from '../blocks';

/** Ids of chapters by their headings, in their order: text of a log may make two headings alike. */
export function chapterIds(blocks: readonly Block[]): ReadonlyMap<Block, string> {
  const chapters = blocks.filter((block) => block.kind === 'heading' && block.level === 2);
  return new Map(chapters.map((block, at) => [block, `chapter-${at + 1}`]));
}
