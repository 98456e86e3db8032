import MarkdownIt, { type Token } from 'markdown-it';

/** What a viewer makes of a file of Markdown that lets HTML through and makes links by itself. */
export interface MarkdownFile {
  /** Where links and pictures lead, in their order. */
  readonly links: readonly string[];
  /** Places with an id, in their order. */
  readonly anchors: readonly string[];
  /** Any other HTML, and code in blocks: there is none in ours. */
  readonly foreign: readonly string[];
  /** All text that is shown, block by block. */
  readonly shown: readonly string[];
  /** Cells of each row of each table. */
  readonly cells: readonly number[];
}

/** Reads Markdown as CommonMark with tables. */
export function markdownFile(text: string): MarkdownFile {
  const viewer = new MarkdownIt({ html: true, linkify: true });
  // As one would that refuses no address.
  viewer.validateLink = () => true;
  const tokens = viewer.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const html = tokens.filter(({ type }) => type.startsWith('html_')).map(({ content }) => content);
  const anchors = html.flatMap((tag) => /^<a id="([a-z0-9-]+)">$/.exec(tag)?.[1] ?? []);
  return {
    links: tokens.flatMap((token) => token.attrGet('href') ?? token.attrGet('src') ?? []),
    anchors,
    foreign: [
      ...html.filter((tag) => tag !== '</a>' && !/^<a id="[a-z0-9-]+">$/.test(tag)),
      ...tokens.filter(({ type }) => ['fence', 'code_block'].includes(type)).map(({ content }) => content),
    ],
    shown: tokens.filter(({ type }) => type === 'inline').map(shownBy),
    cells: rowsOf(tokens),
  };
}

function shownBy({ children }: Token): string {
  const texts = (children ?? []).filter(({ type }) => ['text', 'text_special', 'code_inline'].includes(type));
  return texts.map(({ content }) => content).join('');
}

function rowsOf(tokens: readonly Token[]): readonly number[] {
  const rows: number[] = [];
  for (const { type } of tokens) {
    if (type === 'tr_open') rows.push(0);
    if (type === 'td_open' || type === 'th_open') rows.push((rows.pop() ?? 0) + 1);
  }
  return rows;
}
