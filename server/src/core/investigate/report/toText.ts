import { terminal } from '../../explain/escape';
import { type Block, type Column, type Inline, type Line, LONGEST_VALUE } from './blocks';

/**
 * A report as plain text in aligned columns, for a terminal or a mail. The picture is left out, since the table beside it
 * says the same, and so is the list of chapters, which leads nowhere; places of single events are written behind their text. Ends with a line break.
 */
export function toText(blocks: readonly Block[]): string {
  const shown = blocks.filter(({ kind }) => kind !== 'picture' && kind !== 'contents');
  return `${shown.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const text = lineText(block.line);
      const mark = { 1: '=', 2: '-', 3: undefined }[block.level];
      return mark === undefined ? text : `${text}\n${mark.repeat(text.length)}`;
    }
    case 'paragraph':
      return wrapped(lineText(block.line), '');
    case 'list':
      return block.entries.flatMap(({ line, below }) => [entryText(line), ...below.map(textBelow)]).join('\n');
    case 'contents':
    case 'picture':
      return '';
    case 'table':
      return tableText(
        block.head,
        block.rows.map((row) => row.map(lineText)),
      );
  }
}

function tableText(head: readonly Column[], rows: readonly (readonly string[])[]): string {
  const titles = head.map(({ title }) => title.replaceAll('\u00a0', ' '));
  const widths = titles.map((title, column) =>
    rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), title.length),
  );
  // Where the last column is wider than the page, its rule need not be: it would take a line of its own.
  const room = WIDTH - widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 0);
  const rules = widths.map((width, column) =>
    '-'.repeat(column === widths.length - 1 ? Math.max(titles[column]?.length ?? 1, Math.min(width, room)) : width),
  );
  return [titles, rules, ...rows]
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return head[column]?.align === 'right' ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A value that stands alone, such as the name of a file, is copied as a whole. */
function entryText(line: Line): string {
  const [only] = line;
  const text = `* ${lineText(line)}`;
  return line.length === 1 && typeof only === 'object' && 'log' in only ? text : wrapped(text, '  ');
}

function textBelow(line: Line): string {
  return `  ${wrapped(`- ${lineText(line)}`, '    ')}`;
}

/** Characters of a line of words; rows of tables are as wide as they are. */
const WIDTH = 120;

/** Words in lines of a readable width. @param indent of all lines but the first */
function wrapped(text: string, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

function lineText(line: Line): string {
  return line.map(inlineText).join('');
}

function inlineText(inline: Inline): string {
  if (typeof inline === 'string') return inline.replaceAll('\u00a0', ' ');
  if ('log' in inline) return terminal(cut(inline.log, inline.most ?? LONGEST_VALUE));
  if ('words' in inline) return inline.words.replaceAll('`', '');
  return inline.isPlace && inline.href !== undefined ? `${inline.text} (${terminal(inline.href)})` : inline.text;
}

/** Never ends in half of a surrogate pair. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
