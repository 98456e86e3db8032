import { markdown } from '../../explain/escape';
import { prose } from '../../explain/prose';
import { pictureUri } from '../timelineSvg';
import { type Block, type Inline, type Line, LONGEST_VALUE } from './blocks';

/** Where links of a report that is kept as a file lead. */
export interface Leading {
  /** @returns undefined where a link leads to nothing */
  resolve(href: string): string | undefined;
  /** The anchors of chapters, without `#`: text of a log may make two headings alike. */
  readonly anchors: ReadonlyMap<Block, string>;
  /** Chapters behind those of the blocks. */
  readonly further: readonly { readonly id: string; readonly title: string }[];
}

/** A report as Markdown. Ends with a line break. @param leading absent: links are written as they are, and nothing has an anchor of its own */
export function toMarkdown(blocks: readonly Block[], leading?: Leading): string {
  const resolve = (href: string): string | undefined => (leading === undefined ? href : leading.resolve(href));
  return `${blocks.map((block) => blockText(block)).join('\n\n')}\n`;

  function blockText(block: Block): string {
    switch (block.kind) {
      case 'contents':
        return leading === undefined ? contentsText(blocks) : listedContents(leading);
      case 'heading': {
        const anchor = leading?.anchors.get(block);
        const title = `${'#'.repeat(block.level)} ${lineText(block.line)}`;
        return anchor === undefined ? title : `${anchorText(anchor)}\n\n${title}`;
      }
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
        return tableText(rows);
      }
    }
  }

  function lineBelow(line: Line): string {
    return `  - ${lineText(line)}`;
  }

  function lineText(line: Line): string {
    return line.map((inline) => inlineText(inline, resolve)).join('');
  }
}

/** A place that links lead to, as VS Code's preview and GitHub find it. @param id of letters, digits and hyphens */
export function anchorText(id: string): string {
  return `<a id="${id}"></a>`;
}

/** A table, its first two rows the titles and the alignment. */
export function tableText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** All chapters, one a line. */
function listedContents({ anchors, further }: Leading): string {
  const chapters = Array.from(anchors, ([block, id]) => {
    const line = block.kind === 'heading' ? block.line : [];
    return `- [${line.map((inline) => inlineText(inline, () => undefined)).join('')}](#${id})`;
  });
  return [...chapters, ...further.map(({ id, title }) => `- [${title}](#${id})`)].join('\n');
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

function inlineText(inline: Inline, resolve: Leading['resolve']): string {
  if (typeof inline === 'string') return withBlanks(inline);
  if ('log' in inline) {
    const text = markdown(inline.log, inline.most ?? LONGEST_VALUE);
    return linkText(text, inline.href, resolve);
  }
  if ('words' in inline) return prose(inline.words);
  return linkText(inline.text, inline.href, resolve);
}

function linkText(text: string, href: string | undefined, resolve: Leading['resolve']): string {
  const leads = href === undefined ? undefined : resolve(href);
  return leads === undefined ? text : `[${text}](${leads})`;
}

/** Written out, since nobody could see them in the source. */
function withBlanks(text: string): string {
  return text.replaceAll('\u00a0', '&nbsp;');
}
