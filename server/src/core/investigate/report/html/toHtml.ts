import { html } from '../../../explain/escape';
import { type Block, type Entry, type Inline, type Line, LONGEST_VALUE } from '../blocks';
import { chapterIds } from '../handed/chapters';
import { LONG_LIST, longList } from './longList';
import { LONG_TABLE, longTable } from './longTable';

/** Where a link leads in the page; undefined where to nothing. */
type Resolve = (href: string) => string | undefined;

/** A chapter behind those of the blocks. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
}

/**
 * Blocks of a report as HTML, without the page around them. Every heading of a chapter has an id of its own, so that contents lead there.
 *
 * @param further chapters that contents have to name as well
 */
export function toHtml(blocks: readonly Block[], resolve: Resolve, further: readonly Chapter[]): string {
  const ids = chapterIds(blocks);
  return blocks
    .map((block) => (block.kind === 'contents' ? contentsHtml(ids, further) : blockHtml(block, ids, resolve)))
    .join('\n');
}

function blockHtml(block: Block, ids: ReadonlyMap<Block, string>, resolve: Resolve): string {
  switch (block.kind) {
    case 'contents':
      return '';
    case 'heading': {
      const id = ids.get(block);
      return `<h${block.level}${id === undefined ? '' : ` id="${id}"`}>${lineHtml(block.line, resolve)}</h${block.level}>`;
    }
    case 'paragraph':
      return `<p>${lineHtml(block.line, resolve)}</p>`;
    case 'list': {
      const entries = block.entries.map((entry) => entryHtml(entry, resolve));
      return entries.length > LONG_LIST ? longList(entries) : `<ul>\n${entries.join('\n')}\n</ul>`;
    }
    case 'picture':
      return `<figure aria-label="${html(block.words)}">${block.svg}</figure>`;
    case 'table':
      return tableHtml(block, resolve);
  }
}

function entryHtml({ line, below }: Entry, resolve: Resolve): string {
  const more = below.map((each) => `<li>${lineHtml(each, resolve)}</li>`).join('');
  return `<li>${lineHtml(line, resolve)}${more === '' ? '' : `<ul>${more}</ul>`}</li>`;
}

function contentsHtml(ids: ReadonlyMap<Block, string>, further: readonly Chapter[]): string {
  const chapters = Array.from(ids, ([block, id]) =>
    block.kind === 'heading' ? `<li><a href="#${id}">${lineHtml(block.line, () => undefined)}</a></li>` : '',
  );
  for (const { id, title } of further) chapters.push(`<li><a href="#${id}">${html(title)}</a></li>`);
  return `<nav aria-label="Contents">\n<ol>\n${chapters.join('\n')}\n</ol>\n</nav>`;
}

function tableHtml({ head, rows }: Extract<Block, { readonly kind: 'table' }>, resolve: Resolve): string {
  const classes = head.map(({ align }) => (align === 'right' ? ' class="number"' : ''));
  const titles = head.map(({ title }, at) =>
    title === '' ? `<td${classes[at]}></td>` : `<th scope="col"${classes[at]}>${html(title)}</th>`,
  );
  const heads = `<thead><tr>${titles.join('')}</tr></thead>`;
  const cells = rows.map((row) => row.map((line) => lineHtml(line, resolve)));
  const rowHtml = (row: readonly string[]): string =>
    `<tr>${row.map((cell, at) => `<td${classes[at] ?? ''}>${cell}</td>`).join('')}</tr>`;
  return rows.length > LONG_TABLE
    ? longTable(heads, head.length, cells, rowHtml)
    : `<table>\n${heads}\n<tbody>\n${cells.map(rowHtml).join('\n')}\n</tbody>\n</table>`;
}

function lineHtml(line: Line, resolve: Resolve): string {
  return line.map((inline) => inlineHtml(inline, resolve)).join('');
}

function inlineHtml(inline: Inline, resolve: Resolve): string {
  if (typeof inline === 'string') return html(inline);
  if ('words' in inline) return proseHtml(inline.words);
  const text = 'log' in inline ? html(cut(inline.log, inline.most ?? LONGEST_VALUE)) : html(inline.text);
  const href = inline.href === undefined ? undefined : resolve(inline.href);
  return href === undefined ? text : `<a href="${html(href)}">${text}</a>`;
}

/** The project's own words: text between backticks is code. */
function proseHtml(words: string): string {
  return words
    .split('`')
    .map((part, at) => (at % 2 === 0 ? html(part) : `<code>${html(part)}</code>`))
    .join('');
}

/** The first UTF-16 units of a text; never half of a surrogate pair. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
