import { markdown } from '../../explain/escape';
import { prose } from '../../explain/prose';
import { pictureUri } from '../timelineSvg';
import { type Block, type Inline, type Line, LONGEST_VALUE } from './blocks';

/** A report as Markdown. Ends with a line break. */
export function toMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map((block) => blockText(block, blocks)).join('\n\n')}\n`;
}

function blockText(block: Block, all: readonly Block[]): string {
  switch (block.kind) {
    case 'contents':
      return contentsText(all);
    case 'heading':
      return `${'#'.repeat(block.level)} ${lineText(block.line)}`;
    case 'paragraph':
      return lineText(block.line);
    case 'list':
      return block.entries.flatMap(({ line, below }) => [`- ${lineText(line)}`, ...below.map(lineBelow)]).join('\n');
    case 'picture':
      return `![${block.words}](${pictureUri(block.svg)})`;
    case 'table': {
      const rules = block.head.map(({ align }) => (align === 'right' ? '---:' : ':---'));
      const titles = block.head.map(({ title }) => withBlanks(title));
      const rows = [titles, rules, ...block.rows.map((row) => row.map(lineText))];
      return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
    }
  }
}

/** Chapters that are called by words of ours alone, since what a preview makes of others in a link is not known. */
function contentsText(blocks: readonly Block[]): string {
  const chapters = blocks.flatMap((block) => {
    if (block.kind !== 'heading' || block.level !== 2) return [];
    return block.line.every((inline) => typeof inline === 'string') ? [block.line.join('')] : [];
  });
  return chapters.map((title) => `[${title}](#${anchorOf(title)})`).join(' · ');
}

/** As VS Code and GitHub name a heading. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

function lineBelow(line: Line): string {
  return `  - ${lineText(line)}`;
}

function lineText(line: Line): string {
  return line.map(inlineText).join('');
}

function inlineText(inline: Inline): string {
  if (typeof inline === 'string') return withBlanks(inline);
  if ('log' in inline) {
    const text = markdown(inline.log, inline.most ?? LONGEST_VALUE);
    return inline.href === undefined ? text : `[${text}](${inline.href})`;
  }
  if ('words' in inline) return prose(inline.words);
  return inline.href === undefined ? inline.text : `[${inline.text}](${inline.href})`;
}

/** Written out, since nobody could see them in the source. */
function withBlanks(text: string): string {
  return text.replaceAll('\u00a0', '&nbsp;');
}
