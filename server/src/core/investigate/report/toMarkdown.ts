import { markdown } from '../../explain/escape';
import { prose } from '../../explain/prose';
import { pictureUri } from '../timelineSvg';
import { type Block, type Inline, type Line, LONGEST_VALUE } from './blocks';

/** A report as Markdown. Ends with a line break. */
export function toMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${lineText(block.line)}`;
    case 'paragraph':
      return lineText(block.line);
    case 'list':
      return block.lines.map((line) => `- ${lineText(line)}`).join('\n');
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
