import { chunkHtml } from './chunks';

/** A list of more entries than this is written as several. */
export const LONG_LIST = 100;

/** In pixels; a line holds about so many UTF-16 units. */
const LINE_HEIGHT = 23;
const LINE_LENGTH = 125;
/** Between entries. */
const GAP = 3;

/** A long list as several, of which a browser draws those in sight. @param entries as HTML, with their tags */
export function longList(entries: readonly string[]): string {
  const lists: string[] = [];
  for (let from = 0; from < entries.length; from += LONG_LIST) {
    const some = entries.slice(from, from + LONG_LIST);
    const height = some.reduce((sum, entry) => sum + heightOf(entry), 0);
    lists.push(chunkHtml(`<ul>\n${some.join('\n')}\n</ul>`, height));
  }
  return lists.join('\n');
}

/** Each entry, and each below it, begins a line. */
function heightOf(entry: string): number {
  const lengths = entry.split('<li>').map((part) => part.replace(/<[^>]*>/g, '').length);
  return lengths.reduce((sum, length) => sum + Math.ceil(length / LINE_LENGTH) * LINE_HEIGHT + (length && GAP), 0);
}
