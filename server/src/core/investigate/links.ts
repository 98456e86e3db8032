import type { EventFilter } from './filter';

/** Where the numbers and times of a report lead. Undefined: the host has no such place, and plain text is shown. */
export interface ReportLinks {
  /** One event, by the position of its log and its own position there. */
  readonly event: (log: number, index: number) => string | undefined;
  /** The events that answer a question; `name` is of our own words and tells a reader what they are. */
  readonly selection: (filter: EventFilter, name: string) => string | undefined;
}

export const noLinks: ReportLinks = { event: () => undefined, selection: () => undefined };

/** Characters of a record: line and character zero based, UTF-16, end exclusive. */
export interface LinkRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/**
 * Links for VS Code's Markdown preview, which follows paths below the report only:
 * `event/<log>/L<line>,<column>-L<line>,<column>.trail-event`, one based, and `selection/<filter>/<name>.json`.
 *
 * @param rangeOf where a record stands; undefined when nobody knows any more
 */
export function previewLinks(rangeOf: (log: number, index: number) => LinkRange | undefined): ReportLinks {
  return {
    event: (log, index) => {
      const range = rangeOf(log, index);
      return range && `event/${log}/${place(range.start)}-${place(range.end)}.trail-event`;
    },
    selection: (filter, name) => `selection/${encoded(filterSegment(filter))}/${encoded(fileName(name))}.json`,
  };
}

/** `action=CreateUser&outcome=failed`, each value encoded; `all` where nothing is asked. */
export function filterSegment(filter: EventFilter): string {
  const pairs = Object.entries(filter).filter(([, value]) => value !== undefined);
  return pairs.length === 0 ? 'all' : pairs.map(([key, value]) => `${key}=${encoded(String(value))}`).join('&');
}

function place({ line, character }: LinkRange['start']): string {
  return `L${line + 1},${character + 1}`;
}

/** Becomes the title of a tab, so it is cut to what fits there; a name from a log may have nothing left. */
function fileName(name: string): string {
  const readable = name
    .replace(/[^A-Za-z0-9 ._-]/g, '')
    .slice(0, 60)
    .trim();
  return readable === '' ? 'events' : readable;
}

/** Safe within a Markdown link as well: a bare parenthesis would end it, a lone surrogate can't be encoded at all. */
function encoded(text: string): string {
  return encodeURIComponent(
    text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'),
  ).replace(/[()'*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
