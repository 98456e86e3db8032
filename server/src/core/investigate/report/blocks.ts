/**
 * What a report consists of, before it is written in Markdown or for a terminal. Text from a log is marked as such, so
 * that every surface escapes it in its own way and nothing can pass unescaped.
 */
export type Inline =
  /** Our own words. A no-break space keeps words together, and is a plain one where lines do not break. */
  | string
  /** Text from a log, cut to `most` UTF-16 units, or to `LONGEST_VALUE`; it may lead somewhere. */
  | { readonly log: string; readonly most?: number; readonly href?: string | undefined }
  /** Words of `schemas/`, in which backticks mean code. */
  | { readonly words: string }
  /** Our own words that lead somewhere; plain text where `href` is undefined. */
  | {
      readonly text: string;
      readonly href: string | undefined;
      /** Where nothing can be clicked, the place is worth to be written out. */
      readonly isPlace?: true;
    };

/** How much of a value from a log is shown, in UTF-16 units: a user agent can fill a page, and the log itself is at hand. */
export const LONGEST_VALUE = 200;

/** A line of text: our own words and values of the log, told apart so that each surface escapes the values. */
export type Line = readonly Inline[];

/** A line of a list, and a list below it; mostly that is empty. */
export interface Entry {
  readonly line: Line;
  readonly below: readonly Line[];
}

/** A part of a report that stands by itself, whatever the surface. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly line: Line }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'list'; readonly entries: readonly Entry[] }
  | { readonly kind: 'table'; readonly head: readonly Column[]; readonly rows: readonly (readonly Line[])[] }
  /** The chapters of the report, where somebody can go to one. */
  | { readonly kind: 'contents' }
  /** `svg` is of our own making; `words` says the same to those who can't see it. */
  | { readonly kind: 'picture'; readonly svg: string; readonly words: string };

/** The head of a column; its cells are aligned like it. */
export interface Column {
  /** A no-break space keeps words, and with them the width of the column, together. */
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** A heading of that level. */
export function heading(level: 1 | 2 | 3, ...line: Line): Block {
  return { kind: 'heading', level, line };
}

/** A paragraph of one line. */
export function paragraph(...line: Line): Block {
  return { kind: 'paragraph', line };
}

/** A list with an entry for each line. */
export function list(lines: readonly (Line | Entry)[]): Block {
  return { kind: 'list', entries: lines.map((line) => ('below' in line ? line : { line, below: [] })) };
}

/** @param titles of the columns; one that ends in `#` holds numbers and is set to the right */
export function table(titles: readonly string[], rows: readonly (readonly Line[])[]): Block {
  const head = titles.map(
    (title): Column => (title.endsWith('#') ? { title: title.slice(0, -1), align: 'right' } : { title, align: 'left' }),
  );
  return { kind: 'table', head, rows };
}
